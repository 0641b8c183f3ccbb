import type { BlockEntries, Entry } from '#rules/dmn/block-entries.ts'
import { blockEntries } from '#rules/dmn/block-entries.ts'
import type { DmnLogic, DmnModel, DmnNode, DmnType } from '#rules/dmn/dmn-model.ts'
import { nameNode, nullNode } from '#rules/dmn/feel-nodes.ts'
import type { Block, Named } from '#rules/dmn/named-blocks.ts'
import { valueInForce, valueOnDay } from '#rules/dmn/parameter-on-day.ts'
import type { Room } from '#rules/dmn/to-feel.ts'
import { plainFeel, toFeel } from '#rules/dmn/to-feel.ts'
import { printExpression } from '#rules/feel/print-expression.ts'
import type { Decision, Fact, FactType, Parameter } from '#rules/rule-book.ts'

/** A decision as a model, or why DMN cannot hold it, each reason as a part of a sentence. */
export type Exported = { readonly ok: true; readonly model: DmnModel } | { readonly ok: false; readonly reasons: readonly string[] }

/** Turns one decision with all that it calls. With a day, parameters are those in force on it; without, `as_of` is an input where the figures change. */
export function exportDecision(pack: string, decision: Decision, named: Named, day: string | null): Exported {
  const block = named.blocks.get(decision.name)
  if (block === undefined) return { ok: false, reasons: ['its name is not its own'] }
  const turned = blockEntries(block, named, day, [])
  const functions = calledBlocks(turned, named, day)
  const lacks = [...turned.lacks, ...[...functions.values()].flatMap(it => it.turned.lacks)]
  if (lacks.length > 0) return { ok: false, reasons: [...new Set(lacks)] }
  const types = new TypeNames()
  const nodes = [...inputNodes(block, turned, types), ...parameterNodes(turned, named, day), ...turned.entries.map(entry => entryNode(entry, null, types)), answerNode(decision, turned, types), ...[...functions].map(([name, it]) => functionNode(name, it, named, day, types))]
  return { ok: true, model: { name: decision.name, pack, types: types.all(), nodes, notes: notesOf(decision) } }
}

interface Called {
  readonly block: Block
  readonly turned: BlockEntries
}

/** Everything called, directly or by what is called, each with all the answers that are asked of it. */
function calledBlocks(turned: BlockEntries, named: Named, day: string | null): Map<string, Called> {
  const asked = new Map<string, Set<string>>()
  const found = new Map<string, Called>()
  const request = (from: BlockEntries): void => {
    for (const { calls } of [...from.entries, ...from.answers.map(answer => answer.entry)]) {
      for (const [name, answers] of calls) {
        const before = asked.get(name)
        const more = new Set([...(before ?? []), ...answers])
        if (before !== undefined && before.size === more.size) continue
        asked.set(name, more)
        const block = named.blocks.get(name)
        if (block === undefined) continue
        const called = { block, turned: blockEntries(block, named, day, block.isDecision ? [...more] : []) }
        found.set(name, called)
        request(called.turned)
      }
    }
  }
  request(turned)
  return found
}

function inputNodes(block: Block, turned: BlockEntries, types: TypeNames): DmnNode[] {
  const needed = neededBy(turned)
  const nodes = block.facts.filter(fact => needed.has(fact.name)).map((fact): DmnNode => ({ is: 'input', name: fact.name, type: types.of(fact.type, fact.name), note: factNote(fact) }))
  return asksDay(turned) ? [...nodes, { is: 'input', name: 'as_of', type: 'date', note: 'the day on which the question is asked' }] : nodes
}

function neededBy(turned: BlockEntries): Set<string> {
  return new Set([...turned.entries, ...turned.answers.map(answer => answer.entry)].flatMap(entry => entry.needs))
}

function parametersOf(turned: BlockEntries): string[] {
  return [...new Set([...turned.entries, ...turned.answers.map(answer => answer.entry)].flatMap(entry => entry.parameters))]
}

function asksDay(turned: BlockEntries): boolean {
  return parametersOf(turned).includes('as_of')
}

function factNote(fact: Fact): string | null {
  const parts = [fact.note, fact.unit === null ? null : `in ${fact.unit.replaceAll('_', ' ')}`, fact.judgedBy === null ? null : `judged by ${fact.judgedBy}`].filter(it => it !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

function parameterNodes(turned: BlockEntries, named: Named, day: string | null): DmnNode[] {
  return parametersOf(turned).filter(name => name !== 'as_of').flatMap((name): DmnNode[] => {
    const parameter = named.parameters.get(name)
    if (parameter === undefined) return []
    return [{ is: 'decision', name, question: null, note: parameter.note, type: null, logic: parameterLogic(parameter, named, day), needs: dated(parameter, day) ? ['as_of'] : [], calls: [], clauses: parameter.clauses }]
  })
}

function dated(parameter: Parameter, day: string | null): boolean {
  return day === null && parameter.values.length > 1
}

function parameterLogic(parameter: Parameter, named: Named, day: string | null): DmnLogic {
  const room: Room = { named, block: noBlock, own: new Map(), fields: new Set(), day, uses: { names: new Set(), parameters: new Set(), calls: new Map() }, lacks: new Set() }
  const [only] = parameter.values
  const value = dated(parameter, day) ? valueOnDay(parameter, nameNode('as_of'), it => toFeel(it, room, parameter.type)) : toFeel(day === null ? (only?.is ?? nullNode) : (valueInForce(parameter, day) ?? nullNode), room, parameter.type)
  return { is: 'literal', text: printExpression(value, plainFeel) }
}

const noBlock: Block = { name: '', isDecision: false, facts: [], values: [], gives: [], clauses: [], note: null, type: null }

function entryNode(entry: Entry, question: string | null, types: TypeNames): DmnNode {
  return { is: 'decision', name: entry.name, question, note: entry.note, type: entry.type === null ? null : types.of(entry.type, entry.name), logic: entry.logic, needs: [...new Set([...entry.needs, ...entry.parameters])], calls: [...entry.calls.keys()], clauses: entry.clauses }
}

function answerNode(decision: Decision, turned: BlockEntries, types: TypeNames): DmnNode {
  const entries = turned.answers.map(answer => answer.entry)
  const merged: Entry = { name: decision.name, logic: { is: 'context', entries: turned.answers.map(({ name, entry }) => ({ name, logic: entry.logic })) }, type: null, note: decision.note, clauses: decision.clauses, needs: entries.flatMap(entry => entry.needs), parameters: entries.flatMap(entry => entry.parameters), calls: new Map(entries.flatMap(entry => [...entry.calls])) }
  return entryNode(merged, decision.asks, types)
}

/** A called block as a function: parameters in force and values stand before what it gives. */
function functionNode(name: string, { block, turned }: Called, named: Named, day: string | null, types: TypeNames): DmnNode {
  const takesDay = day === null && named.asksDay(name)
  const parameters = [...block.facts.map(fact => ({ name: fact.name, type: types.of(fact.type, fact.name) })), ...(takesDay ? [{ name: 'as_of', type: 'date' }] : [])]
  const figures = parametersOf(turned).filter(it => it !== 'as_of').flatMap(it => {
    const parameter = named.parameters.get(it)
    return parameter === undefined ? [] : [{ name: it, logic: parameterLogic(parameter, named, day) }]
  })
  const values = turned.entries.map(entry => ({ name: entry.name, logic: entry.logic }))
  const result: DmnLogic = block.isDecision ? { is: 'context', entries: turned.answers.map(answer => ({ name: answer.name, logic: answer.entry.logic })) } : (turned.answers[0]?.entry.logic ?? { is: 'literal', text: 'null' })
  const before = [...figures, ...values]
  const [only] = before
  const logic: DmnLogic = !block.isDecision && before.length === 1 && only !== undefined && values.length === 1 ? only.logic : before.length === 0 ? result : { is: 'context', entries: [...before, { name: null, logic: result }] }
  const calls = new Set([...turned.entries, ...turned.answers.map(answer => answer.entry)].flatMap(entry => [...entry.calls.keys()]))
  return { is: 'function', name, note: block.note, parameters, logic, calls: [...calls], clauses: block.clauses }
}

function notesOf(decision: Decision): readonly string[] {
  const contested = decision.values.filter(value => value.readings.length > 0 && value.ruling === null)
  return [
    ...contested.map(value => `The clause bears several readings of ${value.name.replaceAll('_', ' ')}; this file holds the plain one.`),
    ...decision.law.map(law => `${law.statute} stands beside the clause and is not in this file.`),
    ...(decision.leftToPeople.length === 0 ? [] : [`Left to people: ${decision.leftToPeople.join('; ')}.`]),
  ]
}

/** Types by name: choices with their words, lists of plain things; what a file cannot name simply goes untyped. */
class TypeNames {
  private readonly made = new Map<string, DmnType>()

  all(): readonly DmnType[] {
    return [...this.made.values()]
  }

  of(type: FactType, name: string): string | null {
    if (type.is === 'choice') return this.make(`${name}_words`, { base: 'string', allowed: type.of, isList: false })
    if (type.is === 'list') {
      const items = this.of(type.items, name)
      return items === null ? null : this.make(`${name}_list`, { base: items, allowed: [], isList: true })
    }
    if (type.is === 'record') return null
    return type.is === 'text' ? 'string' : type.is === 'boolean' || type.is === 'date' || type.is === 'time' ? type.is : 'number'
  }

  /** The same words under the same name are one type; other words get a number. */
  private make(wanted: string, type: Omit<DmnType, 'name'>): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}_${count}`
      const before = this.made.get(name)
      if (before !== undefined && (before.base !== type.base || before.isList !== type.isList || before.allowed.join('\n') !== type.allowed.join('\n'))) continue
      this.made.set(name, { name, ...type })
      return name
    }
  }
}

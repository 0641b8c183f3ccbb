import type { DmnLogic, DmnRow } from '#rules/dmn/dmn-model.ts'
import { ifNode, joinNode, nameNode, nullNode } from '#rules/dmn/feel-nodes.ts'
import type { Block, Named } from '#rules/dmn/named-blocks.ts'
import type { Room, Uses } from '#rules/dmn/to-feel.ts'
import { feelTests, feelText, isNull, plainFeel, toFeel } from '#rules/dmn/to-feel.ts'
import { givenType, typeOf } from '#rules/dmn/type-of.ts'
import { parameterCall, walkBlock } from '#rules/dmn/walk-block.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { partsOf } from '#rules/feel/parts-of.ts'
import { printExpression } from '#rules/feel/print-expression.ts'
import type { Body, FactType, Give, TableBody, Value } from '#rules/rule-book.ts'

/** One named piece of a block in DMN, with what it asks for. */
export interface Entry {
  /** As DMN calls it. */
  readonly name: string
  readonly logic: DmnLogic
  readonly type: FactType | null
  readonly note: string | null
  readonly clauses: readonly string[]
  /** Facts and other entries, as DMN calls them. */
  readonly needs: readonly string[]
  readonly parameters: readonly string[]
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>
}

export interface BlockEntries {
  /** Each after those that it needs. */
  readonly entries: readonly Entry[]
  /** The answers: by answer, the text that gives it, which needs entries alone. */
  readonly answers: readonly { readonly name: string; readonly entry: Entry }[]
  readonly lacks: readonly string[]
}

/** A block turned: the values that its answers need, in order, and the answers. `more` are values that others ask of it beside its answers. */
export function blockEntries(block: Block, named: Named, day: string | null, more: readonly string[]): BlockEntries {
  const work = new Turning(block, named, day)
  const gives = block.isDecision ? block.gives.map(give => ({ name: give.name, of: work.give(give) })) : [{ name: block.name, of: work.whole(nameNode(block.name)) }]
  const asked = more.filter(name => !gives.some(give => give.name === name)).map(name => ({ name, of: work.whole(nameNode(name)) }))
  const clash = block.isDecision && block.gives.some(give => block.facts.some(fact => fact.name === give.name) && !(give.is.is === 'name' && give.is.name === give.name))
  const answers = [...gives, ...asked].map(({ name, of }) => ({ name, entry: { ...of, name: clash ? `${name}_answer` : name } }))
  return { entries: clash ? [...work.entries, ...answers.map(answer => answer.entry)] : work.entries, answers: clash ? answers.map(({ name, entry }) => ({ name, entry: { ...entry, logic: { is: 'literal', text: entry.name }, needs: [entry.name], parameters: [], calls: new Map() } })) : answers, lacks: [...work.room.lacks] }
}

class Turning {
  readonly entries: Entry[] = []
  readonly room: Room
  private readonly block: Block
  private readonly begun = new Set<string>()

  constructor(block: Block, named: Named, day: string | null) {
    this.block = block
    const fields = fieldsOf(block, named)
    this.room = { named, block, own: ownNames(block, namesInFilters(block, fields)), fields, day, uses: noUses(), lacks: new Set() }
  }

  /** An answer, null while a fact that it cannot do without is left out. */
  give(give: Give): Entry {
    const value = give.nullWithout.reduceRight<Expression>((rest, fact) => ifNode(joinNode(nameNode(fact), '=', nullNode), nullNode, rest), give.is)
    return { ...this.whole(value, give.type), type: give.type, note: give.note }
  }

  whole(value: Expression, type: FactType | null = null): Entry {
    return this.finish('', { is: 'literal', text: feelText(value, this.room, type) }, null)
  }

  /** What was turned last is an entry; what it uses is turned before it stands. */
  private finish(name: string, logic: DmnLogic, value: Value | null): Entry {
    const { names, parameters, calls } = this.room.uses
    const uses: Uses = { names: new Set(names), parameters: new Set(parameters), calls: new Map(calls) }
    for (const part of [names, parameters, calls]) part.clear()
    for (const used of uses.names) this.turn(used)
    return { name, logic, type: null, note: value?.says ?? null, clauses: value?.clauses ?? [], needs: [...uses.names].map(used => this.room.own.get(used) ?? used), parameters: [...uses.parameters], calls: uses.calls }
  }

  private turn(name: string): void {
    if (this.begun.has(name)) return
    this.begun.add(name)
    const fact = this.block.facts.find(it => it.name === name)
    if (fact !== undefined) {
      const second = this.room.own.get(name) ?? name
      if (second === name) return
      const value = fact.missingMeans === null ? nameNode(name) : ifNode(isNull(name), toFeel(fact.missingMeans, this.room, fact.type), nameNode(name))
      this.entries.push({ ...this.finish(second, { is: 'literal', text: printExpression(value, plainFeel) }, null), type: fact.type, needs: [name], note: fact.missingMeans === null ? 'the same by a name that no list has' : 'what leaving it out means' })
      return
    }
    const value = this.block.values.find(it => it.name === name)
    if (value !== undefined) this.turnValue(value, this.room.own.get(name) ?? name)
  }

  private turnValue(value: Value, name: string): void {
    const body = this.settledBody(value)
    const type = givenType(value.name, this.block)
    const bare = value.when === null && value.exceptions.length === 0
    if (body.is === 'table' && bare) return this.push(this.finish(name, this.table(body, name, type), value))
    let inner: Expression
    if (body.is === 'table') {
      this.push(this.finish(`${name}_table`, this.table(body, `${name}_table`, type), value))
      inner = nameNode(`${name}_table`)
    } else inner = toFeel(body.value, this.room, type)
    for (const exception of value.exceptions.toReversed()) inner = ifNode(toFeel(exception.when, this.room), toFeel(exception.instead, this.room, type), inner)
    if (value.when !== null) inner = ifNode(toFeel(value.when.test, this.room), inner, toFeel(value.when.otherwise, this.room, type))
    const entry = this.finish(name, { is: 'literal', text: printExpression(inner, plainFeel) }, value)
    this.push(body.is === 'table' ? { ...entry, needs: [...entry.needs, `${name}_table`] } : entry)
  }

  private push(entry: Entry): void {
    this.entries.push(entry)
  }

  private settledBody(value: Value): Body {
    if (value.readings.length === 0) return value.body
    const settled = value.ruling === null ? value.readings.find(reading => reading.plain) : value.readings.find(reading => reading.id === value.ruling?.reading)
    if (settled === undefined) this.room.lacks.add('its clause bears several readings and none is plain')
    return settled?.body ?? value.body
  }

  private table(body: TableBody, name: string, type: FactType | null): DmnLogic {
    const cell = (it: Expression, at: number): string => feelText(it, this.room, body.outputs[at]?.type ?? (body.outputs.length === 1 ? type : null))
    const heads = body.inputs.map(input => typeOf(input.value, { block: this.block, named: this.room.named, bound: new Map() }))
    const rows: DmnRow[] = body.rows.map(row => ({ tests: row.tests.map((tests, at) => feelTests(tests, this.room, heads[at] ?? null)), outputs: row.outputs.map(cell), clause: row.clause ?? '', says: row.says ?? '' }))
    // The last row takes every other case: engines that know no default output then agree.
    const rest = Array.isArray(body.otherwise) ? [{ tests: body.inputs.map(() => '-'), outputs: (body.otherwise as readonly Expression[]).map(cell), clause: '', says: 'in every other case' }] : []
    return { is: 'table', hit: body.hit === 'first' || rest.length > 0 ? 'FIRST' : 'UNIQUE', inputs: body.inputs.map(input => ({ label: input.head, text: feelText(input.value, this.room) })), outputs: body.outputs.map(output => ({ name: body.outputs.length === 1 ? name : output.name, type: null })), rows: [...rows, ...rest] }
  }
}

function noUses(): Uses {
  return { names: new Set(), parameters: new Set(), calls: new Map() }
}

/** A fact that may be left out and then means something is used by a second name; so is whatever has a name that something else has. */
function ownNames(block: Block, hidden: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = new Set([block.name, ...block.gives.filter(give => !(give.is.is === 'name' && give.is.name === give.name)).map(give => give.name), ...hidden])
  return new Map([
    ...block.facts.map((fact): [string, string] => [fact.name, fact.missingMeans !== null ? `${fact.name}_or_usual` : hidden.has(fact.name) ? `${fact.name}_given` : fact.name]),
    ...block.values.map((value): [string, string] => [value.name, taken.has(value.name) ? `${value.name}_value` : value.name]),
  ])
}

/** Names that stand inside a filter and are fields too: FEEL takes them for the element's own there. */
function namesInFilters(block: Block, fields: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (part: Expression): void => {
    if (part.is === 'name' && fields.has(part.name)) found.add(part.name)
    partsOf(part).forEach(look)
  }
  walkBlock(block, part => {
    if (part.is === 'filter') look(part.by)
  })
  return found
}

function fieldsOf(block: Block, named: Named): ReadonlySet<string> {
  const found = new Set<string>()
  const ofType = (type: FactType): void => {
    if (type.is === 'list') ofType(type.items)
    if (type.is === 'record') {
      for (const field of type.fields) {
        found.add(field.name)
        ofType(field.type)
      }
    }
  }
  block.facts.forEach(fact => ofType(fact.type))
  walkBlock(block, part => {
    if (part.is === 'record') part.fields.forEach(field => found.add(field.name))
    const called = named.blocks.get(parameterCall(part) ?? '')
    called?.gives.forEach(give => found.add(give.name))
  })
  for (const value of block.values) if (value.body.is === 'table' && value.body.outputs.length > 1) value.body.outputs.forEach(output => found.add(output.name))
  return found
}

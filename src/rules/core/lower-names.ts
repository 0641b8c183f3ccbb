import type { Core, CoreType } from '#rules/core/core.ts'
import { surely, typeInWords, typeOfFact } from '#rules/core/core-types.ts'
import { lowerBareAnswer, lowerBareDefinition } from '#rules/core/lower-blocks.ts'
import { lowerCalledAnswer } from '#rules/core/lower-called.ts'
import { lowerValue } from '#rules/core/lower-value.ts'
import { type Lowering, mention, nameOf, newLocal, refuse, type Scope, within } from '#rules/core/lowering.ts'
import { call } from '#rules/core/make-core.ts'
import { parameterSlot } from '#rules/core/parameter-slots.ts'
import { resolves } from '#rules/core/resolves.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/** Names: loops' own first, then facts, values, answers, definitions and parameters; last the words of the choice that is expected. */

export function lowerName(lowering: Lowering, name: string, scope: Scope, expected: CoreType | null): Core {
  // A word of the choice that is expected goes before a fact of the same name.
  const word = wordOf(name, expected)
  if (word !== null && !scope.locals.has(name)) return word
  const local = scope.locals.get(name)
  if (local !== undefined) return local
  const fact = scope.frame.facts.get(name)
  if (fact !== undefined) {
    if (fact.is === 'value') return fact.core
    mention(lowering, { is: 'fact', at: fact.at })
    return { op: 'need', at: fact.at, type: surely(fact.type) }
  }
  const value = scope.frame.values.get(name)
  if (value !== undefined) return lowerValue(lowering, value, scope.frame)
  const further = scope.frame.further.get(name)
  if (further !== undefined) return within(lowering, `the answer ${name}`, () => lowering.lower(further, { ...scope, locals: new Map() }))
  const definition = lowering.book.definitions.get(name)
  if (definition !== undefined) return lowerBareDefinition(lowering, definition, scope)
  const parameter = lowering.book.parameters.get(name)
  if (parameter !== undefined) {
    const at = parameterSlot(lowering, parameter)
    mention(lowering, { is: 'parameter', at })
    return { op: 'parameter', at, day: null, type: typeOfFact(parameter.type) }
  }
  return unknownName(lowering, name, scope, expected)
}

function wordOf(name: string, expected: CoreType | null): Core | null {
  if (expected?.is !== 'choice' || !expected.of.includes(name)) return null
  return { op: 'constant', value: name, type: surely(expected) }
}

function unknownName(lowering: Lowering, name: string, scope: Scope, expected: CoreType | null): never {
  if (expected?.is === 'choice') {
    return refuse(lowering, 'rules/no-such-choice', `"${name}" is none of the choices ${expected.of.join(', ')}.`, `${didYouMean(name, expected.of)}Use one of them.`)
  }
  const { definitions, parameters, decisions } = lowering.book
  const known = [...scope.locals.keys(), ...scope.frame.facts.keys(), ...scope.frame.values.keys(), ...definitions.keys(), ...parameters.keys()]
  if (decisions.has(name)) return refuse(lowering, 'rules/decision-as-value', `${name} is a decision and has several answers.`, `Say which: \`${name}.answer\`.`)
  return refuse(lowering, 'rules/unknown-name', `Nothing is named "${name}" here.`, `${didYouMean(name, known)}Name a fact, a value, a definition or a parameter, or put a text into quotes.`)
}

/** As `lower`, but an optional fact that was left out is null: for comparison with null. */
export function orNullOf(lowering: Lowering, it: Expression, scope: Scope): Core {
  if (it.is !== 'name' || scope.locals.has(it.name)) return lowering.lower(it, scope)
  const fact = scope.frame.facts.get(it.name)
  if (fact?.is !== 'fact' || !fact.optional) return lowering.lower(it, scope)
  mention(lowering, { is: 'fact', at: fact.at })
  return { op: 'fact', at: fact.at, type: { ...fact.type, orNull: true } }
}

/** `d.year`, `record.field`, `list.field`, `decision.answer`. */
export function lowerField(lowering: Lowering, it: Extract<Expression, { is: 'field' }>, scope: Scope): Core {
  if (it.of.is === 'name' && !resolves(lowering, it.of.name, scope)) {
    const decision = lowering.book.decisions.get(it.of.name)
    if (decision !== undefined) return lowerBareAnswer(lowering, decision, it.name, scope)
  }
  if (it.of.is === 'call') {
    const decision = lowering.book.decisions.get(it.of.name)
    if (decision !== undefined) return lowerCalledAnswer(lowering, decision, it.name, it.of.arguments, scope)
  }
  return fieldOf(lowering, lowering.lower(it.of, scope), it)
}

function fieldOf(lowering: Lowering, of: Core, it: Extract<Expression, { is: 'field' }>): Core {
  const { type } = of
  if (type.is === 'record') {
    const at = type.fields.findIndex((field) => field.name === it.name)
    const field = type.fields[at]
    if (field === undefined) return refuse(lowering, 'rules/no-such-field', `${nameOf(it.of)} has no field "${it.name}".`, `${didYouMean(it.name, type.fields.map((one) => one.name))}Its fields: ${type.fields.map((one) => one.name).join(', ')}.`)
    const fieldType = { ...field.type, orNull: field.type.orNull || type.orNull }
    if (of.op === 'step' && isTable(lowering, of.at)) return { op: 'column', at: of.at, column: at, type: fieldType }
    return { op: 'field', of, name: it.name, type: fieldType }
  }
  if (type.is === 'list') {
    const item = newLocal(lowering, type.items)
    const body = fieldOf(lowering, item, it)
    return { op: 'each', list: of, local: item.at, body, type: { is: 'list', items: body.type, orNull: type.orNull } }
  }
  const part = type.orNull ? undefined : partOf(of, it.name)
  return part ?? refuse(lowering, 'rules/no-such-field', `${nameOf(it.of)} (${typeInWords(type)}) has no field "${it.name}".`, 'Days have year, month and day; times have hour and minute.')
}

function isTable(lowering: Lowering, at: number): boolean {
  return lowering.steps[at]?.bodies.every((body) => body.is === 'table' && body.outputs.length > 1) === true
}

const parts: Readonly<Record<string, readonly [CoreType['is'], number, number]>> = { year: ['date', 1, 9999], month: ['date', 1, 12], day: ['date', 1, 31], hour: ['time', 0, 23], minute: ['time', 0, 59] }

function partOf(of: Core, name: string): Core | undefined {
  const part = parts[name]
  if (part === undefined || part[0] !== of.type.is) return undefined
  return call(`${name} of`, { is: 'number', per: 1, money: false, low: part[1], high: part[2], orNull: false }, [of])
}

import type { Block, Named } from '#rules/dmn/named-blocks.ts'
import { CALENDAR_DAY_FORMS, FORMS_IN_FEEL, LACKING_IN_FEEL, SAME_IN_FEEL } from '#rules/dmn/feel-forms.ts'
import { callNode, joinNode, nameNode, nullNode, textNode } from '#rules/dmn/feel-nodes.ts'
import { valueOnDay } from '#rules/dmn/parameter-on-day.ts'
import { itemsOf, LIST_FUNCTIONS, typeOf } from '#rules/dmn/type-of.ts'
import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { KIND_ARGUMENT } from '#rules/feel/function-names.ts'
import type { Spelling } from '#rules/feel/print-expression.ts'
import { printExpression, printUnaryTests } from '#rules/feel/print-expression.ts'
import type { FactType } from '#rules/rule-book.ts'

/** Turns expressions of the rule language into plain FEEL: words of a choice become texts, amounts numbers, definitions functions; what FEEL lacks is told. */

/** One block while it is turned. */
export interface Room {
  readonly named: Named
  readonly block: Block
  /** Facts and values of the block: how they are called in DMN. */
  readonly own: ReadonlyMap<string, string>
  /** Fields of its records, which go by their bare names inside a filter. */
  readonly fields: ReadonlySet<string>
  /** The day on which parameters are asked; null: `as_of` is an input. */
  readonly day: string | null
  /** What the expression turned last used: own names, parameters, `as_of`, functions with the answers asked of them. */
  readonly uses: Uses
  readonly lacks: Set<string>
}

export interface Uses {
  readonly names: Set<string>
  readonly parameters: Set<string>
  readonly calls: Map<string, Set<string>>
}

export const plainFeel: Spelling = {
  number: text => text,
  date: text => `date("${text}")`,
  time: text => `time("${text}:00")`,
  everyBracket: true,
}

export function feelText(it: Expression, room: Room, expected: FactType | null = null): string {
  return printExpression(toFeel(it, room, expected), plainFeel)
}

/** The cell of a column whose head has this type. */
export function feelTests(tests: UnaryTests, room: Room, expected: FactType | null): string {
  return printUnaryTests(testsToFeel(tests, room, nothingBound, expected), plainFeel)
}

/** Names that a form binds, with their types as far as known, and whether it stands inside a filter. */
interface Bound {
  readonly names: ReadonlyMap<string, FactType | null>
  readonly filter: boolean
}

const nothingBound: Bound = { names: new Map(), filter: false }

/** The expression in FEEL. `expected` is the type that its place asks for: a word of that choice goes before a fact of the same name. */
export function toFeel(it: Expression, room: Room, expected: FactType | null = null, bound: Bound = nothingBound): Expression {
  const of = (part: Expression, type: FactType | null = null): Expression => toFeel(part, room, type, bound)
  switch (it.is) {
    case 'number': return { ...it, money: false }
    case 'name': return nameToFeel(it.name, room, expected, bound)
    case 'negative': return { ...it, of: of(it.of) }
    case 'binary': return binaryToFeel(it, room, bound)
    // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
    case 'if': return { ...it, test: of(it.test), then: of(it.then, expected), else: of(it.else, expected) }
    case 'in': return inToFeel(it, room, bound)
    case 'list': return { ...it, items: it.items.map(item => of(item, itemsOf(expected) ?? expected)) }
    case 'record': return { ...it, fields: it.fields.map(field => ({ ...field, value: of(field.value, fieldType(expected, field.name)) })) }
    case 'field': return fieldToFeel(it, room, bound)
    case 'filter': return { ...it, of: of(it.of, expected), by: filterToFeel(it, room, bound) }
    case 'for': return { ...it, list: of(it.list), body: toFeel(it.body, room, itemsOf(expected), binding(bound, it.name, itemsOf(typeIn(it.list, room, bound)))) }
    case 'some': case 'every': return { ...it, list: of(it.list), test: toFeel(it.test, room, null, binding(bound, it.name, itemsOf(typeIn(it.list, room, bound)))) }
    case 'call': return callToFeel(it, room, expected, bound)
    case 'function': return { ...it, body: toFeel(it.body, room, null, { ...bound, names: new Map([...bound.names, ...it.parameters.map((name): [string, null] => [name, null])]) }) }
    default: return it
  }
}

function typeIn(it: Expression, room: Room, bound: Bound): FactType | null {
  return typeOf(it, { block: room.block, named: room.named, bound: bound.names })
}

function binding(bound: Bound, name: string, type: FactType | null): Bound {
  return { ...bound, names: new Map([...bound.names, [name, type]]) }
}

function fieldType(type: FactType | null, name: string): FactType | null {
  return type?.is === 'record' ? (type.fields.find(field => field.name === name)?.type ?? null) : null
}

/** A condition that is no comparison is compared with true: the same, and engines that know `item` in comparisons alone read it too. */
function filterToFeel(it: Expression & { is: 'filter' }, room: Room, bound: Bound): Expression {
  const by = toFeel(it.by, room, null, { names: new Map([...bound.names, ['item', itemsOf(typeIn(it.of, room, bound))]]), filter: true })
  return isCondition(by) ? joinNode(by, '=', { is: 'boolean', value: true, at: by.at }) : by
}

const conditions: ReadonlySet<string> = new Set(['not', 'list contains', 'contains', 'starts with', 'ends with', 'all', 'any'])

/** Whether it is surely true or false, and neither a place in the list nor a comparison already. */
function isCondition(it: Expression): boolean {
  if (it.is === 'call') return conditions.has(it.name)
  if (it.is === 'if') return [it.then, it.else].some(part => part.is === 'boolean' || part.is === 'binary' || part.is === 'in' || isCondition(part))
  return it.is === 'field' && it.of.is === 'name' && it.of.name === 'item'
}

/** Each side of a comparison tells the other which words it may be. */
function binaryToFeel(it: Expression & { is: 'binary' }, room: Room, bound: Bound): Expression {
  const compares = it.sign === '=' || it.sign === '!='
  return { ...it, left: toFeel(it.left, room, compares ? typeIn(it.right, room, bound) : null, bound), right: toFeel(it.right, room, compares ? typeIn(it.left, room, bound) : null, bound) }
}

function nameToFeel(name: string, room: Room, expected: FactType | null, bound: Bound): Expression {
  if (bound.names.has(name)) return nameNode(name)
  if (isWordOf(name, expected)) return textNode(name)
  const own = room.own.get(name)
  if (own !== undefined) {
    room.uses.names.add(name)
    return nameNode(own)
  }
  const parameter = room.named.parameters.get(name)
  if (bound.filter && room.fields.has(name) && parameter === undefined) return nameNode(name)
  if (parameter !== undefined) {
    if (bound.filter && room.fields.has(name)) room.lacks.add('inside a filter it names a figure that is a field too')
    room.uses.parameters.add(name)
    if (room.day === null && parameter.values.length > 1) asksDay(room)
    return nameNode(name)
  }
  // Used by its bare name, a definition takes the caller's facts and values of the same names.
  const block = room.named.blocks.get(name)
  if (block !== undefined) return call(name, block.facts.filter(fact => room.own.has(fact.name)).map(fact => ({ name: fact.name, value: nameToFeel(fact.name, room, null, bound) })), room)
  return textNode(name)
}

function isWordOf(name: string, type: FactType | null): boolean {
  return type?.is === 'choice' ? type.of.includes(name) : type?.is === 'list' && isWordOf(name, type.items)
}

function asksDay(room: Room): void {
  room.uses.parameters.add('as_of')
}

function fieldToFeel(it: Expression & { is: 'field' }, room: Room, bound: Bound): Expression {
  const { of } = it
  const block = of.is === 'name' && !bound.names.has(of.name) && !room.own.has(of.name) ? of.name : of.is === 'call' ? of.name : null
  if (block !== null && room.named.blocks.get(block)?.isDecision === true) room.uses.calls.set(block, new Set([...(room.uses.calls.get(block) ?? []), it.name]))
  return { ...it, of: toFeel(of, room, null, bound) }
}

function inToFeel(it: Expression & { is: 'in' }, room: Room, bound: Bound): Expression {
  const value = toFeel(it.value, room, null, bound)
  const tests = testsToFeel({ not: false, any: it.tests.any }, room, bound, typeIn(it.value, room, bound))
  const turned: Expression = { ...it, value, tests }
  return it.tests.not ? callNode('not', turned) : turned
}

function testsToFeel(tests: UnaryTests, room: Room, bound: Bound, expected: FactType | null): UnaryTests {
  const any = tests.any.map((test): UnaryTest => {
    if (test.is === 'range') return { ...test, from: toFeel(test.from, room, expected, bound), through: toFeel(test.through, room, expected, bound) }
    return { ...test, value: toFeel(test.value, room, expected, bound) }
  })
  return { not: tests.not, any }
}

function callToFeel(it: Expression & { is: 'call' }, room: Room, expected: FactType | null, bound: Bound): Expression {
  const { name } = it
  if (name === 'as of') {
    if (room.day !== null) return { is: 'date', text: room.day, at: it.at }
    asksDay(room)
    return nameNode('as_of')
  }
  const block = room.named.blocks.get(name)
  if (block !== undefined) return call(name, it.arguments.map((argument, at) => ({ name: argument.name, value: toFeel(argument.value, room, (argument.name === null ? block.facts[at] : block.facts.find(fact => fact.name === argument.name))?.type ?? null, bound) })), room)
  if (name === 'on') return parameterOn(it, room, bound)
  const kindAt = KIND_ARGUMENT.get(name)
  const wanted = LIST_FUNCTIONS.has(name) ? (expected ?? typeIn(it, room, bound)) : name === 'list contains' || name === 'index of' ? it.arguments.map(argument => typeIn(argument.value, room, bound)).find(type => type !== null) ?? null : null
  const values = it.arguments.filter((_, at) => at !== kindAt).map(argument => toFeel(argument.value, room, wanted, bound))
  if (kindAt !== undefined) return kindToFeel(it, kindAt, values, room)
  if (SAME_IN_FEEL.has(name)) return callNode(name, ...values)
  const form = FORMS_IN_FEEL.get(name)
  if (form !== undefined) return form(values, room.named.schoolYear)
  room.lacks.add(LACKING_IN_FEEL.get(name) ?? `it uses \`${name}\``)
  return nullNode
}

function kindToFeel(it: Expression & { is: 'call' }, kindAt: number, values: readonly Expression[], room: Room): Expression {
  const kind = it.arguments[kindAt]?.value
  const word = kind?.is === 'name' ? kind.name : kind?.is === 'text' ? kind.text : ''
  const form = word === 'calendar' ? CALENDAR_DAY_FORMS.get(it.name) : undefined
  if (form !== undefined) return form(values, room.named.schoolYear)
  room.lacks.add(LACKING_IN_FEEL.get(it.name) ?? 'it counts kinds of day')
  return nullNode
}

/** `on(parameter, day)`: the dated values, one after the other. */
function parameterOn(it: Expression & { is: 'call' }, room: Room, bound: Bound): Expression {
  const [of, day] = [it.arguments[0]?.value, it.arguments[1]?.value]
  const parameter = of?.is === 'name' ? room.named.parameters.get(of.name) : undefined
  if (parameter === undefined || day === undefined) {
    room.lacks.add('it asks for a parameter that is not named')
    return nullNode
  }
  return valueOnDay(parameter, toFeel(day, room, null, bound), value => toFeel(value, room, parameter.type, bound))
}

/** Hands over every fact of the block, null for those left out, and the day where the block asks for it. */
function call(name: string, handed: readonly { readonly name: string | null; readonly value: Expression }[], room: Room): Expression {
  const block = room.named.blocks.get(name)
  if (!room.uses.calls.has(name)) room.uses.calls.set(name, new Set())
  const facts = (block?.facts ?? []).map((fact, at) => ({ name: fact.name, value: handed.find(it => it.name === fact.name)?.value ?? (handed[at]?.name === null ? handed[at].value : nullNode) }))
  if (room.named.asksDay(name) && room.day === null) {
    asksDay(room)
    facts.push({ name: 'as_of', value: nameNode('as_of') })
  }
  return { is: 'call', name, arguments: facts, at: { from: 0, to: 0 } }
}

/** Whether the test holds, for forms that need it as an expression. */
export function isNull(name: string): Expression {
  return joinNode(nameNode(name), '=', nullNode)
}

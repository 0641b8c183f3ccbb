import type { Expression } from '#rules/feel/expression.ts'
import { renamed } from '#rules/read/change-expression.ts'
import { allOf, binary, call, choose, each, list, name, number, record, text } from '#rules/read/make-expression.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Reading, Value } from '#rules/rule-book.ts'

/** An order of selection: who is chosen, who was passed over and why, and between whom a tie decided. */

export const chooseKeys = ['from', 'name', 'but not', 'by', 'take', 'ties']

interface SortKey {
  readonly value: Expression
  readonly greatestFirst: boolean
}

interface Ties {
  /** The seed of a lot, or null. */
  readonly seed: Expression | null
  readonly readings: boolean
}

export function readChoose(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const from = sheet.neededExpression('from')
  const variable = sheet.words('name') ?? 'item'
  const refusals = readRefusals(room)
  const keys = readKeys(room)
  const take = sheet.has('take') ? sheet.expression('take') : number(1)
  const ties = readTies(room)
  if (from === null || refusals === null || keys === null || take === null || ties === null) return null
  const parts: Value[] = []
  const eligible = part(room, parts, 'eligible', formula(eligibleOf(from, variable, refusals)), 'all who may be chosen, in the order of the list')
  const drawn = ties.seed === null ? eligible : part(room, parts, 'drawn', formula(call('lot', eligible, ties.seed)), 'their order by lot, for those who are equal', 'lot')
  const ordered = part(room, parts, 'order', formula(sorted(drawn, variable, keys)), 'the order of selection')
  const passed = part(room, parts, 'passed_over', formula(passedOver(from, variable, refusals)), 'who was passed over, and why')
  const result = (order: Expression): Expression => record({ chosen: firstOf(order, take), first: itemAt(firstOf(order, take), number(1)), passed_over: passed, tied: tied(order, variable, keys, take, ties.seed !== null) })
  const body = formula(result(ordered))
  if (!ties.readings) return { body, frame: frameOf(sheet), parts }
  const turned = part(room, parts, 'order_turned', formula(sorted(call('reverse', drawn), variable, keys)), 'the order of selection where equals stand the other way round')
  const readings: Reading[] = [
    { id: 'as_listed', says: 'those who are equal stand as the list has them', plain: false, body },
    { id: 'turned', says: 'those who are equal stand the other way round', plain: false, body: formula(result(turned)) },
  ]
  return { body, frame: frameOf(sheet), parts, readings }
}

function readRefusals({ sheet }: ValueRoom): { why: string; when: Expression }[] | null {
  const inner = sheet.sheet('but not')
  if (inner === null) return sheet.has('but not') ? null : []
  const read = inner.map.entries.map(({ key, value }) => ({ why: key, when: expressionOf(value, inner.place) }))
  return read.some(({ when }) => when === null) ? null : read.flatMap(({ why, when }) => (when === null ? [] : [{ why, when }]))
}

function readKeys({ sheet }: ValueRoom): SortKey[] | null {
  const node = sheet.node('by')
  if (node === null) return []
  const read = (node.is === 'list' ? node.items : [node]).map((item) => expressionOf(item, sheet.place))
  if (read.some((key) => key === null)) return null
  return read.flatMap((key): SortKey[] => (key === null ? [] : [key.is === 'negative' ? { value: key.of, greatestFirst: true } : { value: key, greatestFirst: false }]))
}

function readTies({ sheet }: ValueRoom): Ties | null {
  const node = sheet.node('ties')
  if (node === null || (node.is === 'text' && node.text === 'as listed')) return { seed: null, readings: false }
  const inner = node.is === 'map' ? sheet.sheet('ties') : null
  inner?.only(['lot', 'readings'])
  const seed = inner?.expression('lot') ?? null
  if (seed !== null) return { seed, readings: false }
  if (inner?.truth('readings') === true) return { seed: null, readings: true }
  sheet.tell('rules/shape', '"ties" does not say who goes first.', 'Write "ties: {lot: seed}", "ties: as listed" or "ties: {readings: true}".', sheet.lineOf('ties'))
  return null
}

function eligibleOf(from: Expression, variable: string, refusals: readonly { when: Expression }[]): Expression {
  if (refusals.length === 0) return from
  const refused = refusals.map(({ when }) => when).reduce((left, right) => binary(left, 'or', right))
  return call('flatten', each(variable, from, choose(refused, list([]), list([name(variable)]))))
}

function passedOver(from: Expression, variable: string, refusals: readonly { why: string; when: Expression }[]): Expression {
  const entry = (why: string): Expression => record({ item: name(variable), why: text(why) })
  // Nobody, as a list of such entries: an empty list alone would not say of what.
  if (refusals.length === 0) return call('sublist', each(variable, from, entry('')), number(1), number(0))
  const why = refusals.reduceRight<Expression>((rest, refusal) => choose(refusal.when, list([entry(refusal.why)]), rest), list([]))
  return call('flatten', each(variable, from, why))
}

/** Sorted by the first key, then the second ...; the sort keeps the order of equals. */
function sorted(of: Expression, variable: string, keys: readonly SortKey[]): Expression {
  if (keys.length === 0) return of
  const [first, second] = [`${variable}_before`, `${variable}_after`]
  const before = keys.reduceRight<Expression | null>((rest, key) => {
    const [a, b] = [renamed(key.value, variable, name(first)), renamed(key.value, variable, name(second))]
    const less = binary(a, key.greatestFirst ? '>' : '<', b)
    return rest === null ? less : binary(less, 'or', binary(binary(a, '=', b), 'and', rest))
  }, null)
  return before === null ? of : call('sort', of, { is: 'function', parameters: [first, second], body: before, at: { from: 0, to: 0 } })
}

function firstOf(order: Expression, take: Expression): Expression {
  return call('sublist', order, number(1), call('min', take, call('count', order)))
}

/** Those between whom a tie decided: all who have the very keys of somebody chosen, where there are several. Without keys only a lot ties. */
function tied(order: Expression, variable: string, keys: readonly SortKey[], take: Expression, byLot: boolean): Expression {
  if (keys.length === 0 && !byLot) return call('sublist', order, number(1), number(0))
  const [one, other, taken] = [`${variable}_one`, `${variable}_other`, `${variable}_taken`]
  const same = (word: string): Expression => allOf(keys.map(({ value }) => binary(renamed(value, variable, name(word)), '=', renamed(value, variable, name(one)))))
  const equals = call('flatten', each(other, order, choose(same(other), list([name(other)]), list([]))))
  const isTaken: Expression = { is: 'some', name: taken, list: firstOf(order, take), test: same(taken), at: { from: 0, to: 0 } }
  const counts = binary(binary(call('count', equals), '>', number(1)), 'and', isTaken)
  return call('flatten', each(one, order, choose(counts, list([name(one)]), list([]))))
}

function itemAt(of: Expression, index: Expression): Expression {
  return { is: 'filter', of, by: index, at: { from: 0, to: 0 } }
}

import type { Expression } from '#rules/feel/expression.ts'
import { binary, call, choose, field, name, number } from '#rules/read/make-expression.ts'
import type { Count } from '#rules/read/read-count.ts'

/** How a deadline counts, apart from how many of what. */
export interface Counting {
  readonly event: Expression
  /** Back from the event. */
  readonly back: boolean
  /** The day of the event is the first day counted, where it is of the kind. */
  readonly dayItself: boolean
  /** A count of months that falls beyond a month's end. */
  readonly monthsEnd: 'last day' | 'next day' | 'error'
  /** Days of the same kind added to the count. */
  readonly plus: Expression | null
}

/** The last day of a count, as an expression: `days after(event, count + plus, kind)` and its like. */
export function countedDay(how: Counting, within: Count): Expression {
  const count = how.plus === null ? within.count : binary(within.count, '+', how.plus)
  if (within.unit === 'days') return how.dayItself ? dayItself(how, count, within.kind) : counted(how, count, within.kind)
  const toward = how.back ? negative(count) : count
  const moved = unitDay(how, toward, within.unit)
  return how.dayItself ? call('add days', moved, number(how.back ? 1 : -1)) : moved
}

function counted(how: Counting, count: Expression, kind: string): Expression {
  return call(how.back ? 'days before' : 'days after', how.event, count, name(kind))
}

function dayItself(how: Counting, count: Expression, kind: string): Expression {
  const oneLess = count.is === 'number' && Number(count.text) >= 1 ? { ...number(Number(count.text) - 1), at: count.at } : binary(count, '-', number(1))
  if (kind === 'calendar') return counted(how, oneLess, kind)
  return choose(call('is day', how.event, name(kind)), counted(how, oneLess, kind), counted(how, count, kind))
}

function unitDay(how: Counting, count: Expression, unit: Count['unit']): Expression {
  if (unit === 'weeks') return call('add days', how.event, count.is === 'number' ? { ...number(Number(count.text) * 7), at: count.at } : binary(count, '*', number(7)))
  const moved = call(unit === 'years' ? 'add years' : 'add months', how.event, count)
  if (how.monthsEnd === 'last day') return moved
  // A month after January 31: `add months` gives the last of February, which shows as an earlier day of the month.
  const cut = binary(field(moved, 'day'), '<', field(how.event, 'day'))
  if (how.monthsEnd === 'next day') return choose(cut, call('add days', moved, number(1)), moved)
  return call('date', field(moved, 'year'), field(moved, 'month'), field(how.event, 'day'))
}

function negative(count: Expression): Expression {
  return { is: 'negative', of: count, at: count.at }
}

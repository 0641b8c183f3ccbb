import type { Expression } from '#rules/feel/expression.ts'
import { countedDay, type Counting } from '#rules/read/counted-day.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { allOf, binary, call, choose, isNull, name, nothing, number, text, truth } from '#rules/read/make-expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import { readCount, countOf } from '#rules/read/read-count.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Body, Procedure, TableRow, Value } from '#rules/rule-book.ts'

/** A deadline: the last day, counted from an event as the clause says. */

export const deadlineKeys = ['within', 'after', 'before', 'plus', 'extended to', 'counting the day itself', 'if closed', 'tolled', 'months end', 'who', 'must', 'may change', 'if late', 'procedure', 'step']

export function readDeadline(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const parts: Value[] = []
  const event = sheet.expression(sheet.has('before') ? 'before' : 'after')
  if (!sheet.has('before') && !sheet.has('after')) sheet.tell('rules/missing-key', 'The deadline does not say from which day it counts.', 'Add "after: the_day" (or "before: the_day" to count back).')
  if (sheet.has('before') && sheet.has('after')) sheet.tell('rules/shape', 'The deadline counts both after and before a day.', 'Keep one of the two.', sheet.lineOf('before'))
  const plus = sheet.expression('plus')
  const extension = sheet.expression('extended to')
  // What is said and cannot be read must not be left out of the count in silence.
  if (event === null || (plus === null && sheet.has('plus')) || (extension === null && sheet.has('extended to'))) return null
  const counting: Counting = {
    event,
    back: sheet.has('before'),
    dayItself: sheet.truth('counting the day itself') ?? false,
    monthsEnd: readMonthsEnd(sheet),
    plus,
  }
  const frame = frameOf(sheet)
  const counted = sheet.has('procedure') ? steppedBody(room, counting) : countedBody(room, counting, parts)
  if (counted === null) return null
  if (extension === null && !sheet.has('if closed')) return { body: counted, frame, parts }
  if (counted.is === 'formula' && extension === null) return { body: formula(openDay(sheet, counted.value)), frame, parts }
  const day = part(room, parts, 'as_counted', counted, 'the last day as counted', 'deadline', frame)
  const later = extension === null ? day : choose(isNull(extension), day, choose(binary(extension, '>', day), extension, day))
  const moved = openDay(sheet, later)
  // A step without a limit has no day that could be moved.
  const endless = counted.is === 'table' && counted.rows.some((row) => row.outputs[0]?.is === 'null')
  return { body: formula(endless ? choose(isNull(day), nothing(), moved) : moved), frame, parts }
}

function readMonthsEnd(sheet: Sheet): Counting['monthsEnd'] {
  const said = sheet.words('months end')
  if (said === null || said === 'last day' || said === 'next day') return said ?? 'error'
  sheet.tell('rules/shape', `"months end" is "${said}".`, 'Write "months end: last day" or "months end: next day".', sheet.lineOf('months end'))
  return 'error'
}

function countedBody(room: ValueRoom, counting: Counting, parts: Value[]): Body | null {
  const { sheet } = room
  if (!sheet.has('within')) sheet.missing('within')
  const within = readCount(sheet, 'within')
  if (within === null) return null
  const plus = withTolled(room, counting, parts, within.kind, within.count)
  return plus === 'unread' ? null : formula(countedDay({ ...counting, plus }, within))
}

/** The days of the count's kind that lie inside the tolled spans and after the event are added to the count; spans stand in order, and a day in two of them is one day. */
function withTolled(room: ValueRoom, counting: Counting, parts: Value[], kind: string, count: Expression): Expression | null | 'unread' {
  const spans = room.sheet.sheets('tolled')
  if (spans.length > 0 && (kind === '' || counting.back)) {
    room.sheet.tell('rules/tolled', 'Only a count of days after an event can be tolled.', 'Count in days, or take "tolled" away.', room.sheet.lineOf('tolled'))
    return 'unread'
  }
  if (spans.length === 0) return room.sheet.has('tolled') ? 'unread' : counting.plus
  const earlier: TolledSpan[] = []
  let plus = counting.plus
  for (const [index, sheet] of spans.entries()) {
    sheet.only(['from', 'through'])
    const from = sheet.neededExpression('from')
    const through = sheet.neededExpression('through')
    if (from === null || through === null) return 'unread'
    const due = countedDay({ ...counting, plus }, { count, figure: null, unit: 'days', kind })
    const days = daysInside({ from, through }, earlier, counting, due, kind)
    const added = part(room, parts, spans.length === 1 ? 'tolled' : `tolled_${index + 1}`, formula(days), `${kind} days on which the count stood still`)
    plus = plus === null ? added : binary(plus, '+', added)
    earlier.push({ from, through })
  }
  return plus
}

interface TolledSpan {
  readonly from: Expression
  readonly through: Expression
}

/** None where a day of the span is null, where it begins after the last day or ends before the count begins. */
function daysInside({ from, through }: TolledSpan, earlier: readonly TolledSpan[], { event, dayItself: itself }: Counting, due: Expression, kind: string): Expression {
  const before = itself ? call('add days', event, number(-1)) : event
  const ends = earlier.map((span) => choose(isNone(span), before, span.through))
  const inside = call('days between', call('max', before, call('add days', from, number(-1)), ...ends), through, name(kind))
  const here = choose(binary(from, '>', due), number(0), choose(binary(through, '<=', before), number(0), inside))
  const inOrder = earlier.map((span) => choose(isNone(span), truth(true), binary(span.from, '<=', from)))
  return choose(isNone({ from, through }), number(0), inOrder.length === 0 ? here : choose(allOf(inOrder), here, call('not covered', text(outOfOrder))))
}

const outOfOrder = 'The spans in which the count stands still must be given in their order, the earliest first.'

function isNone({ from, through }: TolledSpan): Expression {
  return binary(isNull(from), 'or', isNull(through))
}

/** One row for each step of the procedure, so that the answer cites the step's own clause. */
function steppedBody(room: ValueRoom, counting: Counting): Body | null {
  const { sheet } = room
  const procedure = procedureOf(sheet)
  const stepNode = sheet.node('step')
  if (!sheet.has('step')) sheet.missing('step')
  if (procedure === null || stepNode === null) return null
  for (const key of ['within', 'tolled']) if (sheet.has(key)) sheet.tell('rules/shape', `The count comes from the step of the procedure, and "${key}" stands beside it.`, `Take "${key}" away, or "procedure" and "step".`, sheet.lineOf(key))
  const literal = stepNode.is === 'text' && !room.names.has(stepNode.text) ? procedure.steps.find((step) => step.name === stepNode.text) : undefined
  if (literal !== undefined) return formula(stepDay(literal, counting))
  const step = sheet.expression('step')
  if (step === null) return null
  // A step that the fact does not offer is asked by another decision.
  const offered = step.is === 'name' ? sheet.place.choices.get(step.name) : undefined
  const rows = procedure.steps.filter((one) => offered?.includes(one.name) ?? true).map((one): TableRow => ({
    tests: [{ not: false, any: [{ is: 'equals', value: text(one.name) }] }],
    outputs: [stepDay(one, counting)],
    clause: one.clause,
    says: `${one.who} must ${one.must}${one.within === null ? '' : ` within ${one.within.count} ${one.within.of}`}`,
    line: sheet.line,
  }))
  return { is: 'table', hit: 'unique', inputs: [{ head: stepNode.is === 'text' ? stepNode.text : 'step', value: step }], outputs: [{ name: room.name, type: { is: 'date' } }], rows, otherwise: null }
}

function procedureOf(sheet: Sheet): Procedure | null {
  const named = sheet.words('procedure') ?? ''
  const found = sheet.place.pack.procedures.get(named)
  if (found === undefined) sheet.tell('rules/unknown-procedure', `There is no procedure "${named}".`, `${didYouMean(named, sheet.place.pack.procedures.keys())}Name one that a "procedure:" block of the pack gives.`, sheet.lineOf('procedure'))
  return found ?? null
}

function stepDay(step: Procedure['steps'][number], counting: Counting): Expression {
  const count = step.within === null ? null : countOf(`${step.within.count} ${step.within.of}`)
  return count === null ? nothing() : countedDay(counting, count)
}

/** `if closed: {next: work}`: a last day that is no day of that kind moves to the next (or the previous) one. */
function openDay(sheet: Sheet, day: Expression): Expression {
  const closed = sheet.sheet('if closed')
  if (closed === null) return day
  closed.only(['next', 'previous'])
  const next = closed.words('next')
  const previous = closed.words('previous')
  if (next !== null) return call('day on or after', day, name(next))
  if (previous !== null) return call('day on or before', day, name(previous))
  closed.tell('rules/missing-key', '"if closed" does not say where the last day moves.', 'Write "if closed: {next: work}" or "{previous: work}".')
  return day
}

import type { SchoolYearForm } from '#calendar/school-year.ts'
import { callNode, fieldNode, ifNode, joinNode, nullNode, numberNode, textNode } from '#rules/dmn/feel-nodes.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** What a function of the rule language is in FEEL 1.5: its form there, or why it has none. */
export type Form = (values: readonly Expression[], form: SchoolYearForm) => Expression

/** Functions that FEEL has by the same name with the same meaning. */
export const SAME_IN_FEEL: ReadonlySet<string> = new Set([
  'round half up', 'round half down', 'round up', 'round down', 'floor', 'ceiling', 'abs', 'modulo', 'min', 'max', 'count', 'mean', 'list contains', 'append', 'concatenate', 'distinct values', 'index of', 'reverse', 'sort', 'sublist',
  'flatten', 'remove', 'insert before', 'union', 'all', 'any', 'string', 'string length', 'substring', 'upper case', 'lower case', 'contains', 'starts with', 'ends with', 'string join', 'split', 'date', 'not',
])

/** Functions that DMN cannot hold, with the reason as a part of a sentence. */
export const LACKING_IN_FEEL: ReadonlyMap<string, string> = new Map([
  ['lot', 'it draws lots'], ['calendar date', 'it asks the calendar for a named date'], ['first day', 'it asks the calendar'], ['last day', 'it asks the calendar'], ['day on or after', 'it counts kinds of day'], ['day on or before', 'it counts kinds of day'], ['list days', 'it counts kinds of day'], ['is day', 'it asks for a kind of day'], ['days allowed', 'it asks a procedure for its days'],
])

/** Functions over a kind of day, which FEEL can say for calendar days alone. */
export const CALENDAR_DAY_FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['days after', ([d = nullNode, n = nullNode]) => shifted(d, n, 'D')],
  ['days before', ([d = nullNode, n = nullNode]) => shifted(d, negated(n), 'D')],
  ['days between', ([a = nullNode, b = nullNode]) => callNode('max', numberNode(0), daysApart(a, b))],
  ['days from', ([a = nullNode, b = nullNode]) => callNode('max', numberNode(0), joinNode(daysApart(a, b), '+', numberNode(1)))],
])

/** Functions that FEEL says in other words. */
export const FORMS_IN_FEEL: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['round half even', ([x = nullNode, places = numberNode(0)]) => callNode('decimal', x, places)],
  ['round up to', values => roundedTo('round up', values)],
  ['round down to', values => roundedTo('round down', values)],
  ['round half up to', values => roundedTo('round half up', values)],
  // The sum of nothing is null in FEEL; ours is 0.
  ['sum', values => callNode('sum', callNode('concatenate', { is: 'list', items: [numberNode(0)], at: { from: 0, to: 0 } }, ...(values.length === 1 ? values : [{ is: 'list', items: values, at: { from: 0, to: 0 } } as const])))],
  ['number', ([text = nullNode]) => callNode('number', text, textNode(','), textNode('.'))],
  ['day of week', ([d = nullNode]) => callNode('lower case', callNode('day of week', d))],
  ['add days', ([d = nullNode, n = nullNode]) => shifted(d, n, 'D')],
  ['add months', ([d = nullNode, n = nullNode]) => shifted(d, n, 'M')],
  ['add years', ([d = nullNode, n = nullNode]) => shifted(d, n, 'Y')],
  ['start of month', ([d = nullNode]) => startOfMonth(d)],
  ['end of month', ([d = nullNode]) => joinNode(joinNode(startOfMonth(d), '+', duration('P1M')), '-', duration('P1D'))],
  ['days apart', ([a = nullNode, b = nullNode]) => daysApart(a, b)],
  ['months apart', ([a = nullNode, b = nullNode]) => joinNode(joinNode(fieldNode(callNode('years and months duration', a, b), 'years'), '*', numberNode(12)), '+', fieldNode(callNode('years and months duration', a, b), 'months'))],
  ['years apart', ([a = nullNode, b = nullNode]) => fieldNode(callNode('years and months duration', a, b), 'years')],
  ['month text', ([d = nullNode]) => callNode('substring', callNode('string', d), numberNode(1), numberNode(7))],
  ['add minutes', ([t = nullNode, n = nullNode]) => shifted(t, n, 'T')],
  ['minutes apart', ([a = nullNode, b = nullNode]) => joinNode(joinNode(fieldNode(joinNode(b, '-', a), 'hours'), '*', numberNode(60)), '+', fieldNode(joinNode(b, '-', a), 'minutes'))],
  ['school year', ([d = nullNode], form) => ifNode(joinNode(d, '<', beginningOf(fieldNode(d, 'year'), form)), schoolYear(joinNode(fieldNode(d, 'year'), '-', numberNode(1)), form), schoolYear(fieldNode(d, 'year'), form))],
  ['school year start', ([text = nullNode], form) => beginningOf(firstYear(text), form)],
  ['school year end', ([text = nullNode], form) => joinNode(beginningOf(joinNode(firstYear(text), '+', numberNode(1)), form), '-', duration('P1D'))],
  ['next school year', ([text = nullNode, n = nullNode], form) => schoolYear(joinNode(firstYear(text), '+', n), form)],
  ['first year of', ([text = nullNode]) => firstYear(text)],
  ['known', ([x = nullNode]) => joinNode(x, '!=', nullNode)],
  // No clause answers: DMN has no word for it but null.
  ['not covered', () => nullNode],
])

function roundedTo(name: string, [x = nullNode, step = nullNode]: readonly Expression[]): Expression {
  return joinNode(callNode(name, joinNode(x, '/', step), numberNode(0)), '*', step)
}

function duration(text: string): Expression {
  return callNode('duration', textNode(text))
}

function negated(n: Expression): Expression {
  return n.is === 'negative' ? n.of : { is: 'negative', of: n, at: n.at }
}

/** A day, month or year count further on; a duration is written with its figure, and a minus stands before it. */
function shifted(day: Expression, n: Expression, unit: 'D' | 'M' | 'Y' | 'T'): Expression {
  const of = (count: Expression): Expression => {
    if (count.is === 'number') return duration(unit === 'T' ? `PT${count.text}M` : `P${count.text}${unit}`)
    return callNode('duration', joinNode(joinNode(textNode(unit === 'T' ? 'PT' : 'P'), '+', callNode('string', count)), '+', textNode(unit === 'T' ? 'M' : unit)))
  }
  if (n.is === 'number') return joinNode(day, '+', of(n))
  if (n.is === 'negative' && n.of.is === 'number') return joinNode(day, '-', of(n.of))
  return ifNode(joinNode(n, '<', numberNode(0)), joinNode(day, '-', of(negated(n))), joinNode(day, '+', of(n)))
}

function daysApart(a: Expression, b: Expression): Expression {
  return fieldNode(joinNode(b, '-', a), 'days')
}

function startOfMonth(d: Expression): Expression {
  return callNode('date', fieldNode(d, 'year'), fieldNode(d, 'month'), numberNode(1))
}

function beginningOf(year: Expression, form: SchoolYearForm): Expression {
  return callNode('date', year, numberNode(form.beginsMonth), numberNode(form.beginsDay))
}

function firstYear(text: Expression): Expression {
  return callNode('number', callNode('substring', text, numberNode(1), numberNode(4)), textNode(','), textNode('.'))
}

/** `2010-2011`, or `2018-19` where the agreement writes it short. */
function schoolYear(first: Expression, form: SchoolYearForm): Expression {
  const second = callNode('string', joinNode(first, '+', numberNode(1)))
  return joinNode(joinNode(callNode('string', first), '+', textNode('-')), '+', form.written === 'long' ? second : callNode('substring', second, numberNode(3), numberNode(2)))
}

import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { decide, type Question } from '#determinations/decide.ts'
import { autumn, makePack } from '#determinations/make-pack.test-support.ts'

/** A pack written by somebody who makes mistakes, and facts that nobody expects: an answer is right by docs/rule-language.md, or there is none and it is said why. Worked out by hand. */

function ask(blocks: readonly string[], input: Record<string, unknown>, asOf: string | null = null): unknown {
  const calendar = readCaseCalendar('autumn', autumn, { written: 'long', beginsMonth: 7, beginsDay: 1 })
  if (!calendar.ok) throw new Error(calendar.problem.what)
  const found = decide(makePack(blocks, {}, true), { decision: 'q', input, asOf, calendar: calendar.value })
  if (found.status === 'determined') return found.value
  return [found.status, found.error?.message ?? found.needs[0]?.input ?? found.warnings[0]?.says ?? found.value]
}

function deadline(keys: string): string {
  const spans = ['from_1', 'through_1', 'from_2', 'through_2'].map((name) => `  ${name}: {type: date, optional: true}`).join('\n')
  return `deadline: q\nasks: When?\nfacts:\n  on_day: {type: date}\n${spans}\nafter: on_day\n${keys}`
}

describe('A count that stands still', () => {
  const one = 'tolled: [{from: from_1, through: through_1}]'
  const two = 'tolled: [{from: from_1, through: through_1}, {from: from_2, through: through_2}]'
  // Five work days after Monday, November 8: the 9th, 10th, 15th, 16th, 17th; then the 18th, 19th, 29th, 30th.
  test.each([
    ['leaves out the day itself, where it counts and lies inside', `counting the day itself: true\n${one}`, ['2010-11-08', '2010-11-09'], '2010-11-18'],
    ['counts the day itself before a span', `counting the day itself: true\n${one}`, ['2010-11-09', '2010-11-09'], '2010-11-17'],
    ['takes no days from before the event', one, ['2010-11-01', '2010-11-09'], '2010-11-18'],
    ['stands still on its last day', one, ['2010-11-17', '2010-11-17'], '2010-11-18'],
    ['stands still again in a second span that only the first one reaches', two, ['2010-11-10', '2010-11-15', '2010-11-18', '2010-11-18'], '2010-11-29'],
    ['takes a day in two spans for one', two, ['2010-11-09', '2010-11-15', '2010-11-10', '2010-11-16'], '2010-11-30'],
    ['takes a span inside another for nothing', two, ['2010-11-09', '2010-11-16', '2010-11-10', '2010-11-15'], '2010-11-30'],
    ['passes over a span of which nothing is known', two, [null, null, '2010-11-09', '2010-11-09'], '2010-11-18'],
    ['goes on through a span that ends before it begins', one, ['2010-11-15', '2010-11-09'], '2010-11-17'],
  ])('%s', (_, keys, [from_1, through_1, from_2, through_2], due) => {
    expect(ask([deadline(`within: 5 work days\n${keys}`)], { on_day: '2010-11-08', from_1, through_1, from_2, through_2 })).toEqual({ due_by: due })
  })

  test('is answered by nobody where the spans stand in another order', () => {
    const input = { on_day: '2010-11-08', from_1: '2010-11-18', through_1: '2010-11-19', from_2: '2010-11-09', through_2: '2010-11-10' }
    expect(ask([deadline(`within: 5 work days\n${two}`)], input)).toEqual(['not_covered', expect.stringContaining('in their order')])
  })
})

describe('What is written wrongly', () => {
  const limit = 'limit: q\nasks: How many?\nfacts: {pupils: {type: integer}, music: {type: boolean}}\nof: pupils\nat most: 30'
  const decision = 'decision: q\nasks: How many?\nfacts: {music: {type: boolean}}\nvalues: {v: 5}\ngives: {v: {type: integer}}'
  const exception = 'exception: band\nto: q.v\nwhen: music\ninstead: 7'
  const figure = 'decision: q\nasks: How many?\nfacts: {}\ngives: {v: {type: integer, is: base}}'
  test.each([
    ['a key of a limit', [`${limit}\nunles: music`], { pupils: 40, music: true }],
    ['a key of a deadline', [deadline('within: 5 work days\nextendd to: from_1')], { on_day: '2010-11-08', from_1: '2011-01-01' }],
    ['a yes or no', [deadline('within: 5 work days\ncounting the day itself: yes')], { on_day: '2010-11-08' }],
    ['where a closed day moves', [deadline('within: 5 calendar days\nif closed: work')], { on_day: '2010-11-08' }],
    ['spans that are no list', [deadline('within: 5 work days\ntolled: {from: from_1, through: through_1}')], { on_day: '2010-11-08' }],
    ['the first day of force', [`${decision}\nfrom: 2012-02-30`], { music: true }],
    ['days of force that end before they begin', [`${decision}\nfrom: 2012-02-03\nuntil: 2011-01-01`], { music: true }],
    ['the first day of an exception', [decision, `${exception}\nfrom: 2012-02-30`], { music: true }],
    ['a key of an exception', [decision, `${exception}\nform: 2012-01-01`], { music: true }],
    ['a key of a parameter', [figure, 'parameter: base\ntype: integer\nis: 5\nuntill: 2011-01-01'], {}],
    ['a key of a definition', [figure, 'definition: base\nfacts: {}\nis: 5\nwehn: true'], {}],
  ])('%s: nobody answers', (_, blocks, input) => {
    expect(ask(blocks, input, '2011-03-01')).toEqual([expect.stringMatching(/not_covered|error/), expect.any(String)])
  })

  test('a key of an example spoils the example alone', () => {
    expect(ask([`${decision}\nexamples:\n  - givn: {music: true}\n    gives: {v: 5}`], { music: true })).toEqual({ v: 5 })
  })
})

describe('Two exceptions', () => {
  const decision = 'decision: q\nasks: How many?\nfacts: {a: {type: boolean}, b: {type: boolean}}\nvalues: {v: 60}\ngives: {v: {type: integer}}'
  const first = 'exception: one\nto: q.v\nwhen: a\ninstead: 12'
  const second = 'exception: two\nto: q.v\nwhen: b\ninstead: 2'

  test.each([
    ['of which neither yields', [decision, first, second]],
    ['that yield to one another', [decision, `${first}\nyields to: two`, `${second}\nyields to: one`]],
  ])('%s: where both hold nobody answers, and where one holds it is asked', (_, blocks) => {
    expect(makePack(blocks, {}, true).problems.map((it) => it.code)).toContain('rules/two-exceptions')
    expect(ask(blocks, { a: true, b: true })).toEqual(['not_covered', expect.stringContaining('neither yields')])
    expect([ask(blocks, { a: true, b: false }), ask(blocks, { a: false, b: true }), ask(blocks, { a: false, b: false })]).toEqual([{ v: 12 }, { v: 2 }, { v: 60 }])
    expect(ask(blocks, { a: true })).toEqual(['needs_input', 'b'])
  })

  test('of which one yields: the other holds', () => {
    expect(ask([decision, `${first}\nyields to: two`, second], { a: true, b: true })).toEqual({ v: 2 })
  })
})

test('A rule with days of force says so where no day is asked for, and holds on those days only', () => {
  const pack = makePack(['decision: q\nfrom: 2011-07-01\nuntil: 2012-06-30\nasks: How many?\nfacts: {n: {type: integer}}\ngives: {v: {type: integer, is: n}}'])
  const on = (asOf: string | null): unknown => {
    const { status, warnings } = decide(pack, { decision: 'q', input: { n: 1 }, asOf })
    return [status, ...warnings.map((it) => it.says)]
  }
  expect(on(null)).toEqual(['determined', 'This rule is in force from 2011-07-01 until 2012-06-30; the day of the question was not given.'])
  expect([on('2011-07-01'), on('2012-06-30')]).toEqual([['determined'], ['determined']])
  expect(on('2011-06-30')).toEqual(['not_covered', expect.stringContaining('was not yet')])
  expect(on('2012-07-01')).toEqual(['not_covered', expect.stringContaining('no longer')])
})

test('Nobody is first where nobody is taken', () => {
  const block = 'choose: q\nasks: Who?\nfacts: {l: {type: list, items: {type: integer}}, k: {type: integer}}\nfrom: l\nname: c\nby: [c]\ntake: k'
  expect(ask([block], { l: [3, 1, 2], k: 0 })).toEqual({ chosen: [], first: null, passed_over: [], tied: [] })
  expect(ask([block], { l: [3, 1, 2], k: 2 })).toEqual({ chosen: [1, 2], first: 1, passed_over: [], tied: [] })
})

describe('A question from a program without types', () => {
  const block = 'decision: q\nasks: How many?\nfacts: {n: {type: integer}}\ngives: {v: {type: integer, is: n}}'
  const put = (question: unknown): unknown => decide(makePack([block]), question as Question).error

  test.each([null, undefined, 5, 'n', [7]])('with %j for facts is told so', (input) => {
    expect(put({ decision: 'q', input })).toEqual({ input: 'input', message: expect.stringContaining('record') })
  })

  test.each([null, undefined, 5, {}])('that names %j for a decision is told so', (decision) => {
    expect(put({ decision, input: {} })).toEqual({ input: 'decision', message: expect.stringContaining('no decision') })
  })

  test.each([[Number.NaN, 'NaN'], [Number.POSITIVE_INFINITY, 'Infinity'], [10n, '10'], ['NaN', '"NaN"'], [{}, '{}']])('a figure that is none is called by its name', (n, said) => {
    expect(put({ decision: 'q', input: { n } })).toEqual({ input: 'n', message: `n must be a whole number; it is ${said}.` })
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no fact and no decision', (name) => {
    expect(put({ decision: 'q', input: JSON.parse(`{"n": 1, "${name}": 2}`) as unknown })).toMatchObject({ input: name })
    expect(put({ decision: name, input: {} })).toMatchObject({ input: 'decision' })
  })
})

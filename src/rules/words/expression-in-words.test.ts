import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyExpression, anyTests, RUNS } from '#rules/feel/invented-expressions.test-support.ts'
import { parseExpression, parseUnaryTests } from '#rules/feel/parse-expression.ts'
import type { TableBody } from '#rules/rule-book.ts'
import type { Lexicon } from './expression-in-words.ts'
import { expressionInWords, testsInWords } from './expression-in-words.ts'
import { formulaAsShown } from './formula-as-shown.ts'
import { rowInWords } from './row-in-words.ts'

const lexicon: Lexicon = { phrase: name => (name === 'knew_on' ? 'the day on which the grievant knew' : null), unit: name => (name === 'pupil_load' ? 'pupils' : null) }

function expression(text: string) {
  const it = parseExpression(text)
  if (!it.ok) throw new Error(it.problem.what)
  return it.value
}

function cell(text: string) {
  const it = parseUnaryTests(text)
  if (!it.ok) throw new Error(it.problem.what)
  return it.value
}

describe('a cell in words', () => {
  test.each([
    ['pupil_load', '> 181', 'more than 181 pupils'],
    ['pupil_load', '<= 174', 'at most 174 pupils'],
    ['pupil_load', '175..178', 'between 175 and 178 pupils'],
    ['pupil_load', '[15..30)', 'at least 15 and less than 30 pupils'],
    ['pupil_load', '5, > 10', '5 or more than 10 pupils'],
    ['semester', 'second', 'the semester is the second'],
    ['class', 'A, B', 'the class is A or B'],
    ['class', 'not(A, B)', 'the class is not A or B'],
    ['approved', 'true', 'approved'],
    ['approved', 'false', 'not approved'],
    ['filed_on', '>= 2010-11-01', 'filed on or after Nov 1, 2010'],
    ['filed_on', '2010-07-01..2011-06-30', 'filed from Jul 1, 2010 through Jun 30, 2011'],
    ['filed_on', 'null', 'filed on is not given'],
    ['base_pay', '>= $1,000', 'the base pay is at least $1,000'],
    ['pupil_load', '-', ''],
  ])('%s %s', (head, text, words) => expect(testsInWords(expression(head), cell(text), lexicon)).toBe(words))
  test('words of the pack stand in the place of a name', () => {
    expect(testsInWords(expression('knew_on'), cell('< 2010-11-01'), lexicon)).toBe('the day on which the grievant knew is before Nov 1, 2010')
  })
})

describe('a formula in words', () => {
  test.each([
    ['semester = second and approved', 'the semester is the second and approved'],
    ['not(approved) or pupil_load > 181', 'not approved or more than 181 pupils'],
    ['a and (b or c)', 'a, and b or c'],
    ['class != A', 'the class is not A'],
    ['round half up(index * salary_base, 0)', 'index × salary base, rounded half up to whole ones'],
    ['(a + b) * 2', '(a + b) × 2'],
    ['a - (b - c)', 'a − (b − c)'],
    ['a * b / c - d', 'a × b ÷ c − d'],
    ['days between(asked_on, held_on, work)', 'the work days after asked on through held on'],
    ['days after(knew_on, 20, work)', '20 work days after the day on which the grievant knew'],
    ['if late then $0 else $1,250.50', '$0 if late, otherwise $1,250.50'],
    ['count(staff[item.units > 3])', 'the number of staff where the units is more than 3'],
    ['if a then (if b then x else y) else z', '(x if b, otherwise y) if a, otherwise z'],
    ['staff[not(item.exempt)]', 'staff where not exempt'],
    ['staff[if item.exempt = null then false else item.exempt]', 'staff where exempt'],
    ['needed[not(list contains(done, item))]', 'needed where item is not among done'],
    ['["notify_association", "5.3", "by mail only"]', 'notify association, 5.3 and “by mail only”'],
    ['add minutes(day_starts, -before_minutes)', 'before minutes before day starts'],
    ['date(leave_year, 2, fifteenth)', 'February fifteenth of leave year'],
    ['issued_on >= begins', 'issued on or after begins'],
    ['min(a, b, c)', 'the least of a, b and c'],
    ['service_years(hired_on: start, on: today)', 'service years of hired on start and on today'],
    ['list[-1]', 'the last of list'],
    ['done_on <= due_by', 'done on or before due by'],
    ['add days(d, days_left)', 'days left after d'],
    ['add days(d, 3)', '3 days after d'],
    ['school year start(school year(d))', 'the first day of the school year of d'],
    ['t < 08:30', 'the t is less than 8:30 a.m.'],
  ])('%s', (text, words) => expect(expressionInWords(expression(text), lexicon)).toBe(words))
})

test('a formula as shown keeps its tree and its parameter names', () => {
  expect(formulaAsShown(expression('round half up((1 + 0.07 * column + 0.06 * (step - 1)) * salary_base, 0)'))).toBe('round half up((1 + 0.07 × column + 0.06 × (step − 1)) × salary base, 0)')
})

test('a row in words, or in its author’s own', () => {
  const table: TableBody = {
    is: 'table', hit: 'unique', otherwise: null, outputs: [], inputs: ['pupil_load', 'semester'].map(head => ({ head, value: expression(head) })),
    rows: [['175..178', 'second', null], ['-', '-', null], ['> 3', '-', 'the class is large']].map(([load, semester, says]) => ({ tests: [cell(load ?? ''), cell(semester ?? '')], outputs: [], clause: null, says: says ?? null, line: 1 })),
  }
  expect(rowInWords(table, 0, lexicon)).toBe('between 175 and 178 pupils, and the semester is the second')
  expect(rowInWords(table, 1, lexicon)).toBe('in every case')
  expect(rowInWords(table, 2, lexicon)).toBe('the class is large')
})

test('no expression and no cell is beyond words', () => {
  fc.assert(fc.property(anyExpression, anyTests, (it, tests) => {
    expect(`${expressionInWords(it)} ${testsInWords(it, tests)}`).not.toContain('[object')
  }), { numRuns: RUNS })
})

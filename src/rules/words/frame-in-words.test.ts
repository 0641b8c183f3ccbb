import { expect, test } from 'vitest'
import { parseExpression } from '#rules/feel/parse-expression.ts'
import type { Value } from '#rules/rule-book.ts'
import { frameInWords } from './frame-in-words.ts'

const lexicon = { phrase: (name: string) => (name === 'knew_on' ? 'the day on which the grievant knew' : null), unit: () => null }

function value(kind: string, frame: Record<string, string>, formula = '0'): Value {
  const read = parseExpression(formula)
  if (!read.ok) throw new Error(read.problem.what)
  return { name: 'due_by', at: { file: '', line: 1, clause: '' }, clauses: [], says: null, kind, frame, body: { is: 'formula', value: read.value, text: formula }, readings: [], ruling: null, exceptions: [], when: null }
}

test.each([
  ['deadline', { who: 'the grievant', must: 'hand in the written grievance', within: '20 work days', after: 'knew_on', 'if late': 'the grievance is out of time' }, 'the grievant must hand in the written grievance within 20 work days after the day on which the grievant knew; if it is late, the grievance is out of time'],
  ['deadline', { within: '10 work days', after: 'received_on', plus: 'days_added' }, 'due by: 10 work days after the day “received on”, and days added more'],
  ['deadline', { who: 'the Board', must: 'decide', within: 'none', after: 'the hearing' }, 'the Board must decide without a limit of days after the hearing'],
  ['deadline', { procedure: 'grievance', step: 'grievance_step', after: 'trigger_on' }, 'due by: the days that the procedure grievance allows for the grievance step, after the day “trigger on”'],
  ['limit', { of: 'class_size', 'at most': '30', unless: 'subject = music', remedy: 'the stipend is paid' }, 'class size may be at most 30, unless the subject is music; else the stipend is paid'],
  ['entitlement', { amount: '10', per: 'school year', share: 'hours / full_hours', 'carries over': 'all' }, '10 a school year, in the share hours ÷ full hours; all of what is left carries over'],
  ['choose', { from: 'candidates', by: '[c.hired_on, -c.units]', take: '1' }, '1 of candidates, in the order of hired on, then units, the greatest first'],
  ['vote', { 'in favor': 'yes', electorate: 'teachers', 'carried by': 'at least 2/3 of cast', quorum: 'more than 1/2 of electorate' }, 'carried by at least 2/3 of cast, with more than 1/2 of electorate present; teachers may vote'],
])('%s %o', (kind, frame, words) => expect(frameInWords(value(kind, frame as Record<string, string>), lexicon)).toBe(words))

test('a formula is shown as it is, a figure by its name, and the author’s own words come first', () => {
  expect(frameInWords(value('formula', {}, 'index * salary_base'))).toBe('due by: index × salary base')
  expect(frameInWords(value('figure', {}, '176'))).toBe('due by: 176')
  expect(frameInWords({ ...value('formula', {}, '1'), says: 'the pay of a year' })).toBe('the pay of a year')
})

test('a table says by what it goes', () => {
  const read = parseExpression('matter')
  if (!read.ok) throw new Error(read.problem.what)
  expect(frameInWords({ ...value('table', {}), body: { is: 'table', hit: 'unique', inputs: [{ head: 'matter', value: read.value }], outputs: [], rows: [], otherwise: null } })).toBe('due by, from the table by matter')
})

test('a condition is said, not shown', () => {
  expect(frameInWords(value('formula', {}, 'done_on <= last_day'))).toBe('due by: done on or before last day')
})

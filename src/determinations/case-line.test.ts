import { describe, expect, test } from 'vitest'
import { answerLine, readCaseLine, refusal } from './case-line.ts'

describe('lines that are no case', () => {
  test.each([
    ['{"case":"x-1", decision}', null, /^Line 7 is no JSON: /],
    ['[1]', null, /^Line 7 must be a record/],
    ['{"case":"x-1"}', 'decision', /names no decision/],
    ['{"decision":"salary_cell","input":[1]}', 'input', /curly brackets/],
    ['{"decision":"salary_cell","asOf":20100901}', 'asOf', /^asOf must be a day as "YYYY-MM-DD"; it is 20100901\.$/],
    ['{"decision":"salary_cell","calendar":7}', 'calendar', /path/],
  ])('%s', (line, input, message) => {
    const read = readCaseLine(line, 7)
    expect(read.ok).toBe(false)
    if (!read.ok) {
      expect(read.answer.status).toBe('error')
      expect(read.answer.error?.input).toBe(input)
      expect(read.answer.error?.message).toMatch(message)
    }
  })

  test('the answer of a bad line still bears the name of its case', () => {
    const read = readCaseLine('{"case":"x-1"}', 1)
    expect(!read.ok && JSON.parse(answerLine(read.answer))).toEqual({ case: 'x-1', decision: '', status: 'error', value: null, clauses: [], needs: [], readings: [], error: { input: 'decision', message: 'The case names no decision.' } })
  })
})

test('a case without facts asks with none', () => {
  expect(readCaseLine('{"decision":"salary_cell"}', 1)).toEqual({ ok: true, question: { decision: 'salary_cell', input: {}, asOf: null, knownAsOf: null }, calendar: null, expect: null })
})

test('the working goes out only where it was asked for', () => {
  const answer = { ...refusal({ decision: 'salary_cell' }, null, 'x'), working: [{ rule: 'salary', clause: '26.1.7', why: '', value: 1, uses: {}, from: [] }] }
  expect(answerLine(answer)).not.toContain('working')
  expect(answerLine(answer, { working: true })).toContain('"working":[{"rule":"salary"')
})

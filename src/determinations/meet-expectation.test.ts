import { describe, expect, test } from 'vitest'
import { refusal } from './case-line.ts'
import type { Determination } from './determination.ts'
import { differencesFrom } from './meet-expectation.ts'

const answer: Determination = {
  ...refusal({ decision: 'salary_cell' }, null, ''),
  status: 'contested',
  value: { salary: 69941.004, class: 'D', years: ['2010-2011'] },
  clauses: ['26.1.7'],
  needs: [{ input: 'b', why: '' }, { input: 'a', why: '' }],
  readings: [{ id: 'one', says: '', value: { salary: 1 } }, { id: 'two', says: '', value: { salary: 2 } }],
  warnings: [{ clause: '26.1', says: 'The base is doubtful.' }],
  law: [{ statute: 'Education Code 1', certainty: 'verified', value: {}, binds: 'law', why: '' }],
}

describe('what does not meet an expectation', () => {
  test.each([
    [{ status: 'determined' }, ['status: expected determined, got contested ()']],
    [{ value: { salary: 69941.02 } }, ['value.salary: expected 69941.02, got 69941.004']],
    [{ value: { step: null } }, ['value.step: expected null, got undefined']],
    [{ value: { years: [] } }, ['value.years: expected [], got ["2010-2011"]']],
    [{ needs: ['a'] }, ['needs: expected a, got b, a']],
    [{ readings: [{ value: { salary: 1 } }] }, ['readings: two gives {"salary":2}, which is not expected']],
    [{ readings: [{ value: { salary: 1 } }, { value: { salary: 3 } }] }, ['readings: none gives {"salary":3}', 'readings: two gives {"salary":2}, which is not expected']],
    [{ clauses: ['26.1.8'] }, ['clauses: 26.1.8 not cited']],
    [{ warnings: [] }, ['warnings: none expected, got "The base is doubtful."']],
    [{ warnings: ['sick leave'] }, ['warnings: none at or with "sick leave"']],
    [{ law: 'contract' }, ['law[1].binds: expected "contract", got "law"']],
  ])('%j', (expected, differences) => {
    expect(differencesFrom(expected, answer)).toEqual(differences)
  })
})

test('keys that do not stand there are free, figures are met within half a cent, needs and readings in any order', () => {
  const expected = { status: 'contested', value: { salary: 69941 }, needs: ['a', { input: 'b' }], readings: [{ value: { salary: 2 } }, { value: { salary: 1 } }], warnings: ['26.1'], law: { binds: 'law' } }
  expect(differencesFrom(expected, answer)).toEqual([])
})

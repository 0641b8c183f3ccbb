import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { explain } from './explain.ts'
import { receiptOf, verifyReceipt } from './receipt.ts'
import { autumn, makePack } from './make-pack.test-support.ts'

const placement = `
decision: class_placement
asks: Where does this preparation place a member, and at what salary?
facts:
  units: {type: integer, min: 0, unit: semester_units}
  bonus: {type: money, min: 0}
values:
  class:
    table: |
      | units   | class | clause  |
      | < 24    | A     | 6.4.1   |
      | 24..47  | B     | 6.4.1   |
      | >= 48   | C     | 6.4.2   |
  salary:
    table: |
      | class | salary  |
      | A     | $40,000 |
      | B     | $42,798 |
      | C     | $45,000 |
  pay: salary + bonus
gives:
  class: {type: {choice: [A, B, C]}}
  pay: {type: money}
`

const filing = `
decision: filing
asks: Was it filed in time?
facts:
  knew_on: {type: date}
  filed_on: {type: date}
values:
  due_by: {deadline: {within: 20 work days, after: knew_on}}
gives:
  due_by: {type: date}
  timely: {type: boolean, is: filed_on <= due_by}
`

const pack = makePack([placement.replace('{type: {choice: [A, B, C]}}', '{type: choice, of: [A, B, C]}'), filing])
const autumnCalendar = readCaseCalendar('autumn.json', autumn, usualSchoolYear)
const calendar = autumnCalendar.ok ? autumnCalendar.value : null
const question = { decision: 'class_placement', input: { units: 45, bonus: 100 } }

describe('the working', () => {
  test('is told line by line, each with its clause, what it took and what it gave', () => {
    const { working } = explain(pack, question)
    expect(working[0]).toBe('class: B  (6.4.1)')
    expect(working).toContain('pay: $42,898  (6.4.1)')
    expect(working).toContain('  with bonus $100')
    expect(working).toContain('  salary: $42,798  (6.4.1)')
    expect(working).toContain('    class: B  (6.4.1), as above')
  })

  test('of a question without an answer is empty', () => {
    expect(explain(pack, { decision: 'class_placement', input: {} }).working).toEqual([])
    expect(explain(pack, { decision: 'class_placement', input: { units: -1 } })).toMatchObject({ working: [], notTaken: [], nearest: [] })
  })
})

test('rows that did not fire are told with the first test that failed', () => {
  const { notTaken } = explain(pack, question)
  expect(notTaken.filter((row) => row.rule === 'class').map(({ failed, clause }) => [failed, clause])).toEqual([
    ['less than 24', '6.4.1'],
    ['at least 48', '6.4.2'],
  ].map(([failed, clause]) => [expect.stringContaining(failed ?? ''), clause]))
})

describe('the nearest change', () => {
  test('three more units would be class C, $2,202 more; twenty-two fewer class A, $2,798 less', () => {
    const changes = explain(pack, question).nearest.filter((it) => it.fact === 'units')
    expect(changes.map(({ direction, by, to }) => ({ direction, by, to }))).toEqual([{ direction: 'more', by: 3, to: 48 }, { direction: 'less', by: 22, to: 23 }])
    expect(changes.map((it) => it.says)).toEqual([
      '3 more units (48): class C instead of B, pay $2,202 more ($45,100).',
      '22 fewer units (23): class A instead of B, pay $2,798 less ($40,100).',
    ])
  })

  test('is not told of a fact that the answer follows smoothly', () => {
    expect(explain(pack, question).nearest.filter((it) => it.fact === 'bonus')).toEqual([])
  })

  test('of a figure that the answer follows is where something other than a figure changes', () => {
    // Over 24 the class is over by as many as there are more; at 27 it is no longer permitted.
    const size = makePack([`
decision: class_size
asks: May the class be this large?
facts:
  enrolled: {type: integer, min: 0}
figures: {most: 24, most_over: 2}
values:
  over: max(0, enrolled - most)
gives:
  over: {type: integer}
  permitted: {type: boolean, is: over <= most_over}
`])
    expect(explain(size, { decision: 'class_size', input: { enrolled: 30 } }).nearest.map((it) => it.says)).toEqual(['4 fewer enrolled (26): over 2 instead of 6, permitted yes instead of no.'])
  })

  test('never goes below what the fact may be', () => {
    expect(explain(pack, { decision: 'class_placement', input: { units: 0, bonus: 0 } }).nearest.map((it) => [it.direction, it.to])).toEqual([['more', 24]])
  })

  test('of a date is in days', () => {
    // The last day is December 8.
    const changes = explain(pack, { decision: 'filing', input: { knew_on: '2010-11-01', filed_on: '2010-12-01' }, calendar }).nearest.filter((it) => it.fact === 'filed_on')
    expect(changes.map((it) => it.says)).toEqual(['8 days later for filed on (Thursday 2010-12-09): timely no instead of yes.'])
  })
})

describe('a receipt', () => {
  const receipt = receiptOf(pack, question)

  test('is recomputed the same from the same pack', () => {
    expect(receipt.hashes.result).toMatch(/^[0-9a-f]{64}$/)
    expect(verifyReceipt(JSON.parse(JSON.stringify(receipt)) as typeof receipt, pack)).toEqual({ same: true })
  })

  test('does not depend on the order of the facts', () => {
    expect(receiptOf(pack, { decision: 'class_placement', input: { bonus: 100, units: 45 } }).hashes).toEqual(receipt.hashes)
  })

  test('with another result in it is found out', () => {
    const altered = { ...receipt, hashes: { ...receipt.hashes, result: receipt.hashes.facts } }
    expect(verifyReceipt(altered, pack)).toMatchObject({ same: false, differs: ['result'] })
  })

  test('of a pack whose rule has changed since says so, and that the answer is another', () => {
    const other = makePack([placement.replace('{type: {choice: [A, B, C]}}', '{type: choice, of: [A, B, C]}').replace('$42,798', '$42,799'), filing])
    expect(verifyReceipt(receipt, other)).toEqual({ same: false, differs: ['pack', 'result'], says: 'The answer is another; changed since: the pack.' })
  })

  test('of an answer by a calendar of the case is the same only by that calendar', () => {
    const counted = receiptOf(pack, { decision: 'filing', input: { knew_on: '2010-11-01', filed_on: '2010-12-01' }, calendar })
    expect(verifyReceipt(counted, pack, calendar)).toEqual({ same: true })
    expect(verifyReceipt(counted, pack)).toMatchObject({ same: false, differs: ['calendar', 'result'] })
  })
})

import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import type { CalendarSet } from '#calendar/calendar.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import type { Procedure, ProcedureStep } from '#rules/rule-book.ts'
import { longestTimetable, runProcedure, standingInWords } from './procedures.ts'

// November 2010: the 11th and 12th and the week of Thanksgiving (22nd to 26th) are no work days.
const calendars = calendarOf({ span: ['2010-11-01', '2010-12-17'], closed: { work: ['2010-11-11', '2010-11-12', '2010-11-22', '2010-11-23', '2010-11-24', '2010-11-25', '2010-11-26'] } })

const ladder: Procedure = {
  name: 'grievance', at: { file: 'articles/06.md', line: 1, clause: '6.4' }, clauses: ['6.4'], from: null, until: null, leftToPeople: [], note: null, extendedBy: null,
  steps: [
    step('filing', 'the grievant', 'file', 5, { ifLate: 'the grievance is out of time' }),
    step('level_1_answer', 'the principal', 'answer in writing', 4, { ifSilent: 'level_2', onSilence: 'it moves up by itself' }),
    step('level_1_appeal', 'the grievant', 'appeal', 3, { ifLate: 'the grievance ends' }),
    step('level_2_answer', 'the Superintendent', 'answer in writing', 6, { onSilence: 'only the Association may go on' }),
  ],
}

describe('where a grievance stands', () => {
  test('before anything was done the first step is open, counted past Veterans Day', () => {
    // Known on Monday the 8th: 9, 10, 15, 16, 17.
    const run = stand('2010-11-08', {}, '2010-11-10')
    expect(run.open).toBe('filing')
    expect(run.steps.map(standingInWords)).toEqual(['The grievant must file by 2010-11-17.'])
    expect(run.steps[0]?.says).toBe('5 work days after 2010-11-08 is 2010-11-17')
    expect(run.steps[0]?.account?.skipped.map((it) => civilText(it.day))).toEqual(['2010-11-11', '2010-11-12'])
  })

  test('filed too late, it is over', () => {
    const run = stand('2010-11-08', { filing: '2010-11-18' }, '2010-11-19')
    expect([run.open, run.ended, run.steps[0]?.state]).toEqual([null, 'The grievance is out of time.', 'late'])
  })

  test('the principal is silent, and it moves up by itself to level 2, counted from the last day', () => {
    // Filed on the 2nd: 3, 4, 5, 8 for the answer; then from the 8th: 9, 10, 15, 16, 17, 18 for the Superintendent.
    const run = stand('2010-11-01', { filing: '2010-11-02' }, '2010-11-09')
    expect(run.steps.map((it) => [it.step, it.state, it.due === null ? null : civilText(it.due)])).toEqual([
      ['filing', 'done', '2010-11-08'],
      ['level_1_answer', 'silent', '2010-11-08'],
      ['level_2_answer', 'open', '2010-11-18'],
    ])
  })

  test('on the last day itself nobody is silent yet', () => {
    expect(stand('2010-11-01', { filing: '2010-11-02' }, '2010-11-08').open).toBe('level_1_answer')
  })

  test('silence that leads nowhere says what follows', () => {
    const run = stand('2010-11-01', { filing: '2010-11-02' }, '2010-11-19')
    expect([run.open, run.ended]).toEqual([null, 'Only the Association may go on.'])
  })

  test('what happened after the day asked is not known yet', () => {
    expect(stand('2010-11-01', { filing: '2010-11-02' }, '2010-11-01').open).toBe('filing')
  })

  test('a calendar that does not reach says which year is missing', () => {
    expect(stand('2010-12-15', {}, null).ended).toMatch(/2010-2011/)
  })
})

test('the timetable in which every step is taken on its last day', () => {
  // From the 1st: 2-5, 8; then 9, 10, 15, 16; then 17-19; then 29, 30, Dec 1-3, 6.
  const run = longestTimetable(ladder, day('2010-11-01'), calendars)
  expect(run.steps.map((it) => civilText(it.due ?? 0))).toEqual(['2010-11-08', '2010-11-16', '2010-11-19', '2010-12-06'])
  expect(run.ended).toBe('Every step was taken.')
})

function stand(begun: string, taken: Readonly<Record<string, string>>, asOf: string | null): ReturnType<typeof runProcedure> {
  const days = new Map(Object.entries(taken).map(([name, text]) => [name, day(text)]))
  return runProcedure(ladder, { begun: day(begun), taken: days, asOf: asOf === null ? null : day(asOf) }, calendars)
}

function step(name: string, who: string, must: string, count: number, more: Partial<ProcedureStep>): ProcedureStep {
  return { name, clause: '6.4.1', who, must, within: { count, of: 'work days' }, after: 'the step before', ifSilent: null, onSilence: null, ifLate: null, ...more }
}

function day(text: string): number {
  return parseCivilDay(text) ?? Number.NaN
}

function calendarOf(value: unknown): CalendarSet {
  const read = readCaseCalendar('autumn.json', value, usualSchoolYear)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}

import { expect, test } from 'vitest'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { DayKind } from '#calendar/calendar.ts'
import { uncovered } from '#calendar/count-days.ts'
import { whatIsMissing } from '#calendar/what-is-missing.ts'
import { firstDay, lastDay } from '#calendar/year-days.ts'
import { civilDay } from '#plain/civil-day.ts'

const march5 = civilDay(2013, 3, 5)
const covered = [
  { label: '2010-2011', from: civilDay(2010, 7, 1), through: civilDay(2011, 6, 30) },
  { label: '2012-2013', from: civilDay(2012, 7, 1), through: civilDay(2013, 6, 30) },
]
const kind: DayKind = {
  kind: 'work',
  says: 'work day',
  clause: '3.9',
  covered,
  index: buildDayIndex(covered, [civilDay(2010, 8, 9), civilDay(2010, 8, 10), civilDay(2011, 5, 25), civilDay(2012, 8, 6), march5]),
}

test('a school year that the calendar does not hold, or a text that is none, has no first day', () => {
  expect(firstDay(kind, '2011-2012')).toBe(uncovered)
  expect(firstDay(kind, '2013-2014')).toBe(uncovered)
  expect(lastDay(kind, '2010-2012')).toBe(uncovered)
})

test('the first and the last day of a school year, either way of writing it', () => {
  expect(firstDay(kind, '2010-2011')).toBe(civilDay(2010, 8, 9))
  expect(lastDay(kind, '2010-11')).toBe(civilDay(2011, 5, 25))
  expect(firstDay(kind, '2012-13')).toBe(civilDay(2012, 8, 6))
})

test('what is missing is named by its school year, as the agreement writes it', () => {
  expect(whatIsMissing(kind, march5).says).toBe('The work days of 2013-2014 are not in the calendar (it reaches from 2010-07-01 through 2013-06-30).')
  expect(whatIsMissing(kind, civilDay(2011, 5, 25))).toMatchObject({ day: civilDay(2011, 7, 1), year: '2011-2012' })
  expect(whatIsMissing(kind, civilDay(2012, 8, 6), 'before').year).toBe('2011-2012')
  expect(whatIsMissing(kind, civilDay(2009, 9, 1), 'there').year).toBe('2009-2010')
  expect(whatIsMissing({ ...kind, schoolYear: { written: 'short', beginsMonth: 7, beginsDay: 1 } }, march5).year).toBe('2013-14')
})

test('an autumn alone does not say when the year ends', () => {
  const autumn = [{ label: 'stand-in', from: civilDay(2018, 8, 1), through: civilDay(2018, 11, 16) }]
  const short = { ...kind, covered: autumn, index: buildDayIndex(autumn, [civilDay(2018, 8, 22), civilDay(2018, 11, 16)]) }
  expect(firstDay(short, '2018-19')).toBe(civilDay(2018, 8, 22))
  expect(lastDay(short, '2018-19')).toBe(uncovered)
})

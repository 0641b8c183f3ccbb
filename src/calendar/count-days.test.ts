import { expect, test } from 'vitest'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import { dayAfter, dayBefore, dayOnOrAfter, dayOnOrBefore, daysBetween, daysFrom, isDay, listDays, uncovered } from '#calendar/count-days.ts'
import { civilDay } from '#plain/civil-day.ts'

// Two stretches: Monday 2024-01-01 to Sunday 2024-01-14 (Monday to Friday are days, but for the 1st), and Thursday 2024-02-01 to Sunday 2024-02-04.
const january = (date: number) => civilDay(2024, 1, date)
const february = (date: number) => civilDay(2024, 2, date)
const index = buildDayIndex(
  [
    { from: january(1), through: january(14) },
    { from: february(1), through: february(4) },
  ],
  [2, 3, 4, 5, 8, 9, 10, 11, 12].map(january).concat([february(1), february(2)]),
)

test('a count that leaves the calendar says so and never guesses', () => {
  expect(dayAfter(index, january(12), 1)).toBe(uncovered)
  expect(dayBefore(index, january(2), 1)).toBe(uncovered)
  expect(dayAfter(index, civilDay(2023, 12, 20), 1)).toBe(uncovered)
  expect(dayAfter(index, civilDay(2024, 3, 1), 1)).toBe(uncovered)
  expect(dayBefore(index, civilDay(2024, 3, 1), 1)).toBe(uncovered)
  expect(isDay(index, january(15))).toBe(uncovered)
  expect(dayOnOrAfter(index, january(13))).toBe(uncovered)
  expect(dayOnOrBefore(index, february(5))).toBe(uncovered)
})

test('a count does not jump over a gap of which nothing is known', () => {
  expect(dayAfter(index, january(11), 2)).toBe(uncovered)
  expect(dayBefore(index, february(2), 2)).toBe(uncovered)
  expect(daysBetween(index, january(10), february(2))).toBe(uncovered)
  expect(listDays(index, january(10), february(2))).toBeNull()
})

test('an empty calendar knows nothing', () => {
  const empty = buildDayIndex([], [])
  expect(dayAfter(empty, january(3), 1)).toBe(uncovered)
  expect(isDay(empty, january(3))).toBe(uncovered)
  expect(dayAfter(empty, january(3), 0)).toBe(january(3))
})

test('the day of the event does not count and the last day does', () => {
  expect(dayAfter(index, january(2), 1)).toBe(january(3))
  expect(dayAfter(index, january(5), 1)).toBe(january(8))
  expect(dayAfter(index, january(2), 8)).toBe(january(12))
  expect(dayBefore(index, january(12), 8)).toBe(january(2))
  expect(dayBefore(index, january(8), 1)).toBe(january(5))
})

test('an event on a day that is none of the kind: the next day of the kind is the first', () => {
  expect(dayAfter(index, january(6), 1)).toBe(january(8))
  expect(dayBefore(index, january(7), 1)).toBe(january(5))
})

test('an event just outside the calendar still counts inside it', () => {
  expect(dayAfter(index, civilDay(2023, 12, 31), 1)).toBe(january(2))
  expect(dayBefore(index, january(15), 1)).toBe(january(12))
  expect(dayAfter(index, civilDay(2024, 1, 31), 2)).toBe(february(2))
})

test('no days after a day is that day, whatever it is', () => {
  expect(dayAfter(index, january(6), 0)).toBe(january(6))
  expect(dayBefore(index, january(20), 0)).toBe(january(20))
})

test('fewer than no days after is so many before', () => {
  expect(dayAfter(index, january(12), -2)).toBe(january(10))
  expect(dayBefore(index, january(10), -2)).toBe(january(12))
})

test.each([
  ['(Tue 2 .. Tue 9]', 2, 9, 5, 6],
  ['(Fri 5 .. Sun 7]', 5, 7, 0, 1],
  ['(Sat 6 .. Sun 7]', 6, 7, 0, 0],
  ['one day', 3, 3, 0, 1],
  ['the wrong way round', 9, 8, 0, 0],
])('days in %s', (_, a, b, between, from) => {
  expect(daysBetween(index, january(a), january(b))).toBe(between)
  expect(daysFrom(index, january(a), january(b))).toBe(from)
})

test('a covered day that is none of the kind is known to be none', () => {
  expect(isDay(index, january(1))).toBe(0)
  expect(isDay(index, january(2))).toBe(1)
  expect(isDay(index, february(3))).toBe(0)
})

test('the day itself or the next, the day itself or the last', () => {
  expect(dayOnOrAfter(index, january(6))).toBe(january(8))
  expect(dayOnOrAfter(index, january(8))).toBe(january(8))
  expect(dayOnOrBefore(index, january(7))).toBe(january(5))
  expect(dayOnOrBefore(index, january(5))).toBe(january(5))
})

test('days are listed in order, both ends included', () => {
  expect(listDays(index, january(4), january(8))).toEqual([january(4), january(5), january(8)])
  expect(listDays(index, january(6), january(7))).toEqual([])
})

test('spans that touch are one stretch', () => {
  const joined = buildDayIndex(
    [
      { from: january(1), through: january(7) },
      { from: january(8), through: january(14) },
    ],
    [january(5), january(8)],
  )
  expect(dayAfter(joined, january(4), 2)).toBe(january(8))
})

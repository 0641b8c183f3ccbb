import { expect, test } from 'vitest'
import { accountInWords, calendarDaysAccount, countAccount } from '#calendar/account.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'

const year = (text: string, first: string, last: string, closed: string) => `school year: ${text}\ndays:\n  work: {from: ${first}, through: ${last}}\nclosed:\n${closed}`
const read = readCalendars(
  'made-up',
  new Map([
    ['calendars/a.yaml', year('2023-2024', '2023-08-21', '2024-06-06', '  - {from: 2023-12-25, through: 2024-01-05, name: winter break}')],
    ['calendars/b.yaml', year('2024-2025', '2024-08-19', '2025-06-06', '  - {on: 2024-09-02, name: Labor Day}')],
  ]),
  usualSchoolYear,
)
const work = read.calendars.kinds.get('work')
if (work === undefined) throw new Error('not read')

const on = (text: string) => parseCivilDay(text) ?? Number.NaN
const skippedOf = (account: ReturnType<typeof countAccount>) => account?.skipped.map((it) => `${civilText(it.day)} ${it.why}`)

test('a count that the calendar does not reach has no account', () => {
  expect(countAccount(work, 'after', on('2025-06-02'), 10)).toBeNull()
})

test('a weekday that did not count is named as the calendar names it; weekends are not told', () => {
  const account = countAccount(work, 'after', on('2024-08-29'), 3)
  expect(account).toMatchObject({ kind: 'work', first: on('2024-08-30'), last: on('2024-09-04') })
  expect(skippedOf(account)).toEqual(['2024-09-02 Labor Day'])
  expect(account && accountInWords(account, 'work day')).toBe('3 work days after 2024-08-29 is 2024-09-04')
})

test('counting back skips the same days', () => {
  expect(skippedOf(countAccount(work, 'before', on('2024-09-04'), 3))).toEqual(['2024-09-02 Labor Day'])
  expect(countAccount(work, 'before', on('2024-09-04'), 3)?.first).toBe(on('2024-09-03'))
})

test('the summer between two years is told day by day', () => {
  const skipped = skippedOf(countAccount(work, 'after', on('2024-06-05'), 2)) ?? []
  expect(skipped[0]).toBe('2024-06-07 after the last work day of 2023-2024')
  expect(skipped.at(-1)).toBe('2024-08-16 before the first work day of 2024-2025')
  // June 7, five weeks of June and July from the 10th to the 12th, five to August 16: 1 + 50 weekdays.
  expect(skipped).toHaveLength(51)
})

test('nothing counted: no first day, and the last is the event', () => {
  expect(countAccount(work, 'after', on('2024-09-02'), 0)).toMatchObject({ first: null, last: on('2024-09-02'), skipped: [] })
})

test('calendar days skip nothing', () => {
  const account = calendarDaysAccount('before', on('2024-03-01'), 1)
  expect(accountInWords(account, 'calendar day')).toBe('1 calendar day before 2024-03-01 is 2024-02-29')
  expect(account.skipped).toEqual([])
})

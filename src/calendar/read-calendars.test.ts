import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dayAfter, daysFrom, isDay, uncovered } from '#calendar/count-days.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { whatIsMissing } from '#calendar/what-is-missing.ts'
import { firstDay, lastDay } from '#calendar/year-days.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import { problemInWords } from '#plain/problem.ts'

const on = (text: string) => parseCivilDay(text) ?? Number.NaN

function read(year: string, kinds?: string) {
  const files = new Map([['calendars/2024.yaml', year]])
  if (kinds !== undefined) files.set('calendars/kinds.yaml', kinds)
  return readCalendars('made-up', files, usualSchoolYear)
}

function packCalendars(pack: string) {
  const folder = join(import.meta.dirname, '../../agreements', pack, 'calendars')
  return readCalendars(pack, new Map(readdirSync(folder).map((name) => [`calendars/${name}`, readFileSync(join(folder, name), 'utf8')])), usualSchoolYear)
}

const whole = 'school year: 2024-2025\ndays:\n  work: {from: 2024-08-19, through: 2025-06-06}\n'

test.each([
  ['an open bracket', 'school year: [', 'calendars/2024.yaml, line 1: It cannot be read:'],
  ['a list', '- 1', 'calendars/2024.yaml, line 1: It cannot be read: The block does not begin with a key.'],
  ['an empty file', '', 'calendars/2024.yaml, line 1: It cannot be read: The block is empty.'],
  ['a thousand years', `${'school year: 2024-2025\nknown: {from: 1024-07-01, through: 2025-06-30}\ndays:\n  work: {from: 2024-08-19, through: 2025-06-06}'}`, 'line 2: It runs from 1024-07-01 to 2025-06-30.'],
  ['no school year', 'days: {}', 'line 1: "school year" is missing.'],
  ['two years as one', 'school year: 2024-2026\ndays: {}', 'line 1: "2024-2026" is no school year. Write it as 2010-2011.'],
  ['no days', 'school year: 2024-2025', '"days" is missing.'],
  ['a strange key', `${whole}holidays: []`, 'line 4: "holidays" is no key that belongs here.'],
  ['a day that is none', `${whole}closed:\n  - {on: 2025-02-29, name: Leap Day}`, 'line 5: 2025-02-29 is not a day.'],
  ['a day of another year', `${whole}closed:\n  - {on: 2023-09-04, name: Labor Day}`, 'line 5: 2023-09-04 is outside the school year (2024-07-01 to 2025-06-30).'],
  ['a span that ends before it begins', 'school year: 2024-2025\ndays:\n  work: {from: 2025-06-06, through: 2024-08-19}', 'line 3: It ends on 2024-08-19, before it begins on 2025-06-06.'],
  ['a span without an end', 'school year: 2024-2025\ndays:\n  work: {from: 2024-08-19}', 'line 3: "through" is missing.'],
  ['a kind that is not there', `${whole}closed:\n  - {on: 2024-09-02, name: Labor Day, of: [wrok]}`, 'line 5: "wrok" is no kind of day of this calendar. Known: work.'],
  ['calendar days', 'school year: 2024-2025\ndays:\n  calendar: {from: 2024-08-19, through: 2025-06-06}', 'Every day is a calendar day; the kind is not listed.'],
  ['a count in words', `${whole}counts:\n  - {of: work, printed: many}`, 'line 5: many is not a count of days.'],
  ['a month that is none', `${whole}counts:\n  - {of: work, month: 2024-13, printed: 3}`, 'line 5: 2024-13 is not a month.'],
  ['a key twice', `${whole}days: {}`, 'It cannot be read:'],
])('%s is told with file and line', (_, text, says) => {
  const words = read(text).problems.map(problemInWords)
  expect(words.join('\n')).toContain(says)
})

test('one bad entry does not lose the others', () => {
  const { calendars, problems } = read(`${whole}closed:\n  - {on: 2025-02-30, name: None}\n  - {on: 2024-09-02, name: Labor Day}`)
  expect(problems).toHaveLength(1)
  const work = calendars.kinds.get('work')
  expect(work && isDay(work.index, on('2024-09-02'))).toBe(0)
  expect(work?.names?.get(on('2024-09-02'))).toBe('Labor Day')
})

test('a kind that kinds.yaml does not have, and two files for one year', () => {
  expect(read(whole, 'kinds:\n  instructional: {says: instructional day}').problems.map(problemInWords).join()).toContain('"work" is no kind of day')
  const twice = readCalendars('made-up', new Map([['calendars/a.yaml', whole], ['calendars/b.yaml', whole]]), usualSchoolYear)
  expect(twice.problems.map(problemInWords)).toEqual(['calendars/b.yaml, line 1: calendars/b.yaml speaks of days of which calendars/a.yaml speaks. Keep each school year in one file.'])
})

test('a Saturday of work is open where the calendar says so', () => {
  const { calendars } = read(`${whole}open:\n  - {on: 2024-08-24, name: open house}`)
  const work = calendars.kinds.get('work')
  expect(work && dayAfter(work.index, on('2024-08-23'), 1)).toBe(on('2024-08-24'))
})

test('a calendar that speaks of less than the school year is known no further', () => {
  const { calendars } = read('school year: 2024-2025\nknown: {from: 2024-08-19, through: 2024-12-20}\ndays:\n  work: {from: 2024-08-19, through: 2024-12-20}')
  const work = calendars.kinds.get('work')
  expect(work && dayAfter(work.index, on('2024-12-20'), 1)).toBe(uncovered)
})

test('Chaffey: the print is at odds with itself in March and April 2013, and nowhere else', () => {
  const { problems, notes } = packCalendars('chaffey-2010')
  expect(problems).toEqual([])
  expect(notes.map((it) => it.what)).toEqual([
    'March 2013: 15 instructional days are printed, and the listed days give 14.',
    'April 2013: 20 instructional days are printed, and the listed days give 21.',
  ])
  expect(notes[0]?.where).toMatchObject({ file: 'calendars/2012-2013.yaml', clause: 'App. G' })
})

test('Chaffey: 176 days of work in each printed year, the first without pupils', () => {
  const { calendars } = packCalendars('chaffey-2010')
  const work = calendars.kinds.get('work')
  if (work === undefined) throw new Error('no work days')
  for (const year of ['2010-2011', '2011-2012', '2012-2013']) expect(daysFrom(work.index, firstDay(work, year), lastDay(work, year))).toBe(176)
  expect(civilText(firstDay(work, '2011-2012'))).toBe('2011-08-08')
  expect(calendars.named.get('2012-2013')?.get('first_semester_ends')).toBe(on('2012-12-19'))
})

test('Chaffey: 20 work days after 2010-11-08 is 2010-12-15; a count in June runs on to August, and past the last printed year it stops', () => {
  const work = packCalendars('chaffey-2010').calendars.kinds.get('work')
  if (work === undefined) throw new Error('no work days')
  expect(dayAfter(work.index, on('2010-11-08'), 20)).toBe(on('2010-12-15'))
  expect(dayAfter(work.index, on('2011-05-25'), 2)).toBe(on('2011-08-09'))
  expect(isDay(work.index, on('2011-07-06'))).toBe(0)
  expect(dayAfter(work.index, on('2013-05-22'), 1)).toBe(uncovered)
  expect(whatIsMissing(work, on('2013-05-22')).says).toContain('The work days of 2013-2014 are not in the calendar')
})

test('Chaffey: a break is no holiday to those who count weekdays', () => {
  const weekday = packCalendars('chaffey-2010').calendars.kinds.get('weekday')
  if (weekday === undefined) throw new Error('no weekdays')
  expect(['2010-12-22', '2011-03-11', '2010-11-23', '2010-07-05', '2011-06-15'].map((day) => isDay(weekday.index, on(day)))).toEqual([1, 1, 0, 0, 1])
})

test('sample: 184 days of work, as printed', () => {
  const { problems, notes, calendars } = packCalendars('sample')
  expect([...problems, ...notes]).toEqual([])
  const work = calendars.kinds.get('work')
  expect(work?.index.days.length).toBe(184)
  expect(work && dayAfter(work.index, on('2024-12-20'), 1)).toBe(on('2025-01-06'))
})

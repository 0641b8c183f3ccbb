import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dayAfter, dayBefore, isDay, uncovered } from '#calendar/count-days.ts'
import { readCaseCalendar, standInFor } from '#calendar/read-case-calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { firstDay } from '#calendar/year-days.ts'
import { parseCivilDay } from '#plain/civil-day.ts'

const on = (text: string) => parseCivilDay(text) ?? Number.NaN

function kindOf(value: unknown, name: string) {
  const read = readCaseCalendar('made-up.json', value, usualSchoolYear)
  const kind = read.ok ? read.value.kinds.get(name) : undefined
  if (kind === undefined) throw new Error('not read')
  return kind
}

test.each([
  ['null', null, 'The calendar is not a JSON object.'],
  ['a list', [], 'The calendar is not a JSON object.'],
  ['nothing in it', {}, 'The calendar lists no kind of day.'],
  ['days that are a list', { days: ['2016-08-22'] }, '"days" is not an object of kinds.'],
  ['days that are text', { days: { work: '2016-08-22' } }, '"days" of "work" is not a list of days.'],
  ['a day that is none', { days: { work: ['2016-02-30'] } }, '"2016-02-30" in days of work is not a day.'],
  ['a number for a day', { days: { work: [20160822] } }, '20160822 in days of work is not a day.'],
  ['closed without a span', { closed: { work: [] } }, '"closed" stands without "span".'],
  ['a span of one', { span: ['2016-08-22'], closed: { work: [] } }, '"span" is not a pair of days.'],
  ['a span backwards', { span: ['2017-06-15', '2016-08-22'], closed: { work: [] } }, 'The span ends on 2016-08-22, before it begins on 2017-06-15.'],
  ['a thousand years', { days: { work: ['1016-08-22', '2016-08-22'] } }, 'The calendar runs from 1016-08-22 to 2016-08-22.'],
  ['calendar days', { days: { calendar: ['2016-08-22'] } }, 'Every day is a calendar day; the kind is not listed.'],
])('a calendar of a case with %s is refused in words', (_, value, says) => {
  const read = readCaseCalendar('made-up.json', value, usualSchoolYear)
  expect(read.ok ? '' : read.problem.what).toBe(says)
  expect(read.ok ? null : read.problem.where.file).toBe('made-up.json')
})

test('listed days: counted in any order, known from the first to the last that is listed, and no further', () => {
  const work = kindOf({ days: { work: ['2016-08-24', '2016-08-22', '2016-08-23', '2016-08-26'] } }, 'work')
  expect(dayAfter(work.index, on('2016-08-22'), 3)).toBe(on('2016-08-26'))
  expect(isDay(work.index, on('2016-08-25'))).toBe(0)
  expect(dayAfter(work.index, on('2016-08-26'), 1)).toBe(uncovered)
  expect(dayBefore(work.index, on('2016-08-22'), 1)).toBe(uncovered)
})

test('one kind is known as far as the whole file reaches', () => {
  const instructional = kindOf({ days: { work: ['2016-08-22', '2016-08-23'], instructional: ['2016-08-23'] } }, 'instructional')
  expect(isDay(instructional.index, on('2016-08-22'))).toBe(0)
})

test('a span: its weekdays but the closed ones; the weekend before it is known to be none', () => {
  const work = kindOf({ span: ['2016-08-22', '2016-08-31'], closed: { work: ['2016-08-24'] } }, 'work')
  expect(dayAfter(work.index, on('2016-08-19'), 3)).toBe(on('2016-08-25'))
  expect(dayAfter(work.index, on('2016-08-18'), 3)).toBe(uncovered)
  expect(dayAfter(work.index, on('2016-08-25'), 4)).toBe(on('2016-08-31'))
  expect(dayAfter(work.index, on('2016-08-25'), 5)).toBe(uncovered)
})

test("a case's kinds stand in for the pack's; all else stays the pack's", () => {
  const pack = readCaseCalendar('pack', { days: { work: ['2010-08-09'], weekday: ['2010-08-09'] } }, usualSchoolYear)
  const file = readCaseCalendar('case.json', { days: { work: ['2016-08-22'], office: ['2016-08-22'] } }, usualSchoolYear)
  if (!pack.ok || !file.ok) throw new Error('not read')
  const named = new Map([['2010-2011', new Map([['first_semester_ends', 1]])]])
  const set = standInFor({ ...pack.value, named }, file.value)
  expect([...set.kinds.keys()].sort()).toEqual(['office', 'weekday', 'work'])
  expect(set.kinds.get('work')?.index.from).toBe(on('2016-08-20'))
  expect(set.named).toBe(named)
  expect(set.name).toBe('case.json')
})

/** Lent beside the repository; where it is missing there is nothing to read. */
const examples = resolve(import.meta.dirname, '../../../shared/examples/calendars')

test('every calendar of the solved cases is read, with all its kinds', () => {
  for (const name of existsSync(examples) ? readdirSync(examples) : []) {
    const value: unknown = JSON.parse(readFileSync(join(examples, name), 'utf8'))
    expect(kindOf(value, 'work').index.days.length, name).toBeGreaterThan(50)
    expect(kindOf(value, 'instructional').index.days.length, name).toBeGreaterThan(50)
    expect(kindOf(value, 'office').index.days.length, name).toBeGreaterThan(50)
    expect(firstDay(kindOf(value, 'work'), name.includes('2017') ? '2017-18' : name.includes('2010') ? '2010-11' : '2018-19'), name).not.toBe(uncovered)
  }
})

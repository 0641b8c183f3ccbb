import { expect, test } from 'vitest'
import { firstYearOf, nextSchoolYear, schoolYearEnd, schoolYearOf, schoolYearStart, usualSchoolYear } from '#calendar/school-year.ts'
import { civilDay } from '#plain/civil-day.ts'

const short = { ...usualSchoolYear, written: 'short' } as const

test('a text that is no school year has no first year', () => {
  for (const text of ['', '2010', '2010-2012', '2010-12', 'next year', '10-11']) expect(firstYearOf(text), text).toBeNull()
  expect(schoolYearStart('2010-2012', usualSchoolYear)).toBeNull()
  expect(nextSchoolYear('soon', 1, usualSchoolYear)).toBeNull()
})

test('either way of writing is read, also over the turn of a century', () => {
  expect(firstYearOf('2010-2011')).toBe(2010)
  expect(firstYearOf('2018-19')).toBe(2018)
  expect(firstYearOf('1999-00')).toBe(1999)
})

test('June 30 ends a school year and July 1 begins the next', () => {
  expect(schoolYearOf(civilDay(2011, 6, 30), usualSchoolYear)).toBe('2010-2011')
  expect(schoolYearOf(civilDay(2011, 7, 1), usualSchoolYear)).toBe('2011-2012')
  expect(schoolYearOf(civilDay(2000, 1, 5), short)).toBe('1999-00')
  expect(schoolYearStart('2010-2011', usualSchoolYear)).toBe(civilDay(2010, 7, 1))
  expect(schoolYearEnd('2018-19', short)).toBe(civilDay(2019, 6, 30))
})

test('school years are counted on and back', () => {
  expect(nextSchoolYear('2010-2011', 1, usualSchoolYear)).toBe('2011-2012')
  expect(nextSchoolYear('2018-19', -2, short)).toBe('2016-17')
})

import { expect, test } from 'vitest'
import { civilDay, civilParts, civilText, dayOfWeek, daysInMonth, parseCivilDay } from '#plain/civil-day.ts'

test.each(['', '2011-2-1', '2011-02-29', '1900-02-29', '2011-13-01', '2011-00-10', '2011-01-00', '2011-04-31', '0000-01-01', '2011-01-01T00:00', ' 2011-01-01', '11-01-01', '2011-01-32', '2011-99-99'])('"%s" is no day', (text) => {
  expect(parseCivilDay(text)).toBeNull()
})

test('a text with a strange sign at any place is no day', () => {
  for (let at = 0; at < 10; at += 1) for (const sign of ['/', ':', 'a', ' ', '-', '٣', '０']) {
    const text = `2010-11-08`.slice(0, at) + sign + '2010-11-08'.slice(at + 1)
    if (text !== '2010-11-08') expect(parseCivilDay(text), text).toBeNull()
  }
})

test('days are numbered from the first of January 1970', () => {
  expect(parseCivilDay('1970-01-01')).toBe(0)
  expect(parseCivilDay('1969-12-31')).toBe(-1)
  expect(parseCivilDay('2000-02-29')).toBe(11016)
  expect(parseCivilDay('2010-11-08')).toBe(14921)
})

test('leap days come every four years, but not in 1900 and 2100', () => {
  expect([1900, 2000, 2012, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28])
})

test('known days of the week', () => {
  expect(dayOfWeek(civilDay(2010, 11, 8))).toBe(1)
  expect(dayOfWeek(civilDay(1969, 7, 20))).toBe(7)
  expect(dayOfWeek(civilDay(1970, 1, 1))).toBe(4)
})

test('every day of 500 years follows its day before, and goes to text and back', () => {
  let day = civilDay(1700, 1, 1)
  for (let year = 1700; year < 2200; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let date = 1; date <= daysInMonth(year, month); date += 1, day += 1) {
        const text = `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
        if (civilDay(year, month, date) !== day || civilText(day) !== text || parseCivilDay(text) !== day) throw new Error(`${text} is not day ${day}`)
      }
    }
  }
  expect(civilText(day)).toBe('2200-01-01')
})

test('a day is spelled the same the second time, and around the days that are kept', () => {
  for (const text of ['1949-12-31', '1950-01-01', '2099-12-31', '2100-01-01']) {
    const day = parseCivilDay(text) ?? Number.NaN
    expect([civilText(day), civilText(day)]).toEqual([text, text])
  }
})

test('the first and the last year that can be written', () => {
  expect(civilText(civilDay(1, 1, 1))).toBe('0001-01-01')
  expect(civilText(civilDay(9999, 12, 31))).toBe('9999-12-31')
  expect(civilParts(civilDay(1, 12, 31))).toEqual({ year: 1, month: 12, day: 31 })
})

import { describe, expect, test } from 'vitest'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { DayKind } from '#calendar/calendar.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import { dateFunctions } from '#rules/core/date-functions.ts'
import { dayFunctions } from '#rules/core/day-functions.ts'
import { drawLot } from '#rules/core/draw-lot.ts'
import { Halt } from '#rules/core/halt.ts'
import { listFunctions, sortedBy } from '#rules/core/list-functions.ts'
import { divideWhole, lowestTerms, moduloOf, numberFunctions, sameValue } from '#rules/core/number-functions.ts'
import { textFunctions } from '#rules/core/text-functions.ts'
import { yearFunctions } from '#rules/core/year-functions.ts'

/** The trouble with which the work stops. */
function troubleOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    return thrown instanceof Halt && thrown.ran.status === 'trouble' ? thrown.ran.trouble.is : thrown
  }
}

function day(text: string): number {
  return parseCivilDay(text) ?? Number.NaN
}

function count(name: string, kind: DayKind | null, ...given: readonly number[]): unknown {
  return troubleOf(() => dayFunctions[name]?.(kind, ...given))
}

describe('numbers', () => {
  test('a figure too large, a quotient by nothing and an empty list stop by name', () => {
    expect(troubleOf(() => numberFunctions.sum([2 ** 51, 2 ** 51]))).toBe('too large')
    expect(troubleOf(() => lowestTerms(1, 0))).toBe('divided by nothing')
    expect(troubleOf(() => numberFunctions['least of']([]))).toBe('empty list')
  })

  test('a whole quotient is exact up to 2^52, in each way of rounding', () => {
    const large = 2 ** 52 - 1
    expect(divideWhole(large, 3, 'floor')).toBe(1501199875790165)
    expect(divideWhole(large - 1, large, 'floor')).toBe(0)
    expect(divideWhole(large - 1, large, 'half up')).toBe(1)
    expect(divideWhole(-7, 2, 'half up')).toBe(-4)
    expect(divideWhole(7, -2, 'half down')).toBe(-3)
    expect(divideWhole(-5, 2, 'half even')).toBe(-2)
    expect(divideWhole(0, -3, 'up')).toBe(0)
  })

  test('modulo has the sign of what it divides by (DMN 10.3.4.5)', () => {
    expect([moduloOf(12, 5), moduloOf(-12, 5), moduloOf(12, -5), moduloOf(-12, -5), moduloOf(10, 5)]).toEqual([2, 3, -3, -2, 0])
  })

  test('fractions stand in lowest terms with the sign above', () => {
    expect(lowestTerms(6, -4)).toEqual([-3, 2])
    expect(lowestTerms(0, -4)).toEqual([0, 1])
    expect(numberFunctions['sum of fractions']([[1, 6], [1, 3], [1, 2]])).toEqual([1, 1])
  })
})

describe('lists', () => {
  test('an item that is not there is null; places count from 1 and from the end', () => {
    expect([1, 3, 4, -1, -4].map((at) => listFunctions['item at'](['a', 'b', 'c'], at))).toEqual(['a', 'c', null, 'c', null])
  })

  test('equal by value', () => {
    expect(sameValue([{ a: 1, b: [2] }], [{ a: 1, b: [2] }])).toBe(true)
    expect(sameValue([1], [1, 2])).toBe(false)
    expect(sameValue(null, 0)).toBe(false)
    expect(listFunctions['distinct values']([{ n: 1 }, { n: 2 }, { n: 1 }])).toEqual([{ n: 1 }, { n: 2 }])
    expect(listFunctions['index of'](['a', 'b', 'a'], 'a')).toEqual([1, 3])
  })

  test('parts and additions leave the list as it was', () => {
    const list = [1, 2, 3, 4]
    expect(listFunctions.sublist(list, 2, 2)).toEqual([2, 3])
    expect(listFunctions.sublist(list, -2)).toEqual([3, 4])
    expect(listFunctions.remove(list, 2)).toEqual([1, 3, 4])
    expect(listFunctions['insert before'](list, 1, 0)).toEqual([0, 1, 2, 3, 4])
    expect(listFunctions.union([1, 2], [2, 3])).toEqual([1, 2, 3])
    expect(list).toEqual([1, 2, 3, 4])
  })

  test('a sort keeps the order of those that tie', () => {
    const list = [{ n: 2, s: 'a' }, { n: 1, s: 'b' }, { n: 2, s: 'c' }, { n: 1, s: 'd' }]
    expect(sortedBy(list, (a, b) => a.n < b.n).map((it) => it.s).join('')).toBe('bdac')
    expect(sortedBy(list, (a, b) => a.n > b.n).map((it) => it.s).join('')).toBe('acbd')
  })
})

describe('a lot', () => {
  test('the same seed draws the same, another seed another order, and nobody is lost', () => {
    const people = ['Ames', 'Bell', 'Cruz', 'Diaz', 'Eng']
    expect(drawLot(people, '2010-05-14')).toEqual(drawLot(people, '2010-05-14'))
    expect([...drawLot(people, '2010-05-14')].sort()).toEqual(people)
    expect(new Set(Array.from({ length: 40 }, (_, seed) => drawLot(people, `seed ${seed}`).join())).size).toBeGreaterThan(20)
  })

  test('drawn by the steps as documented: the first number from the seed "a"', () => {
    // FNV-1a of "a" is e40c292c; plus 6d2b79f5 is 5137a321; mixed and taken modulo 2 it says whether two people change places.
    const state = 0x5137a321
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    const number = (t ^ (t >>> 14)) >>> 0
    expect(drawLot(['first', 'second'], 'a')).toEqual(number % 2 === 0 ? ['second', 'first'] : ['first', 'second'])
  })

  test('every place is drawn about equally often', () => {
    const first = [0, 0, 0]
    for (let seed = 0; seed < 3000; seed++) {
      const place = drawLot([0, 1, 2], `draw ${seed}`)[0] as number
      first[place] = (first[place] ?? 0) + 1
    }
    for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(120)
  })
})

describe('texts', () => {
  test('a text that is no number, day or time stops by name', () => {
    expect(troubleOf(() => textFunctions.number('ten'))).toBe('no such text')
    expect(troubleOf(() => textFunctions['date from text']('2010-02-29'))).toBe('no such day')
    expect(troubleOf(() => textFunctions['time from text']('24:00'))).toBe('no such text')
  })

  test('a comma stands before every three figures or nowhere', () => {
    expect(['1,5', '1,,2', ',500', '1,2345', '12,34.5'].map((text) => troubleOf(() => textFunctions.number(text)))).toEqual(Array.from({ length: 5 }, () => 'no such text'))
    expect([textFunctions.number('1,250'), textFunctions.number('-999,999,999'), textFunctions.number('$12,500.25')]).toEqual([12_500_000, -9_999_999_990_000, 125_002_500])
  })

  test('places count from 1, and there is no other beginning', () => {
    expect(troubleOf(() => textFunctions.substring('abc', 0, 2))).toBe('no such text')
    expect(troubleOf(() => listFunctions.sublist([1, 2], 0))).toBe('empty list')
    expect([0, 4, -4].map((at) => troubleOf(() => listFunctions.remove([1, 2, 3], at)))).toEqual(['empty list', 'empty list', 'empty list'])
    expect([0, 5, -4].map((at) => troubleOf(() => listFunctions['insert before']([1, 2, 3], at, 9)))).toEqual(['empty list', 'empty list', 'empty list'])
    expect([listFunctions['insert before']([1, 2], 3, 9), listFunctions['insert before']([1, 2], -2, 9), listFunctions.remove([1, 2], -1)]).toEqual([[1, 2, 9], [9, 1, 2], [1]])
  })

  test('between nothing and nothing stands each sign of a text, whole', () => {
    expect(textFunctions.split('a𝄞', '')).toEqual(['a', '𝄞'])
  })

  test('numbers are written without what they do not need', () => {
    expect(textFunctions['text of number'](-125050, 100)).toBe('-1250.5')
    expect(textFunctions['text of number'](7, 1)).toBe('7')
    expect(textFunctions['text of number'](1, 3)).toBe('0.3333333333')
    expect(textFunctions.number('$1,250.50')).toBe(12505000)
  })

  test('a sign outside the first plane is one character', () => {
    expect(textFunctions['string length']('a𝄞b')).toBe(3)
    expect(textFunctions.substring('a𝄞bc', 2, 2)).toBe('𝄞b')
    expect(textFunctions.substring('abc', -2)).toBe('bc')
  })
})

describe('days and times', () => {
  test('a day that is none stops by name', () => {
    expect(troubleOf(() => dateFunctions.date(2011, 2, 29))).toBe('no such day')
    expect(troubleOf(() => dateFunctions['add years'](day('9999-01-01'), 1))).toBe('no such day')
  })

  test('a month on from January 31 is the last of February', () => {
    expect(civilText(dateFunctions['add months'](day('2011-01-31'), 1))).toBe('2011-02-28')
    expect(civilText(dateFunctions['add months'](day('2011-03-31'), -13))).toBe('2010-02-28')
    expect(civilText(dateFunctions['add years'](day('2012-02-29'), 1))).toBe('2013-02-28')
  })

  test('months and years are whole when their day has come', () => {
    expect(dateFunctions['months apart'](day('2010-01-31'), day('2010-02-28'))).toBe(1)
    expect(dateFunctions['months apart'](day('2010-01-15'), day('2010-03-14'))).toBe(1)
    expect(dateFunctions['years apart'](day('2000-08-15'), day('2010-08-14'))).toBe(9)
    expect(dateFunctions['years apart'](day('2010-08-15'), day('2000-08-15'))).toBe(-10)
    expect(dateFunctions['day of week'](day('2010-11-01'))).toBe('monday')
  })

  test('school years, as the pack writes them and by its own first day', () => {
    expect(yearFunctions['school year'](day('2011-06-30'), 'long', 7, 1)).toBe('2010-2011')
    expect(yearFunctions['school year'](day('2018-08-01'), 'short', 8, 1)).toBe('2018-19')
    expect(yearFunctions['next school year']('2010-2011', -1, 'long', 7, 1)).toBe('2009-2010')
    expect(civilText(yearFunctions['school year end']('2010-2011', 'long', 7, 1))).toBe('2011-06-30')
    expect(troubleOf(() => yearFunctions['first year of']('next year'))).toBe('no such school year')
  })
})

describe('kinds of day', () => {
  const covered = [{ label: '2010-2011', from: day('2010-11-01'), through: day('2010-11-30') }]
  const worked = Array.from({ length: 30 }, (_, at) => day('2010-11-01') + at).filter((it) => !['saturday', 'sunday'].includes(dateFunctions['day of week'](it)) && civilText(it) !== '2010-11-11')
  const work: DayKind = { kind: 'work', says: 'work day', clause: null, covered, index: buildDayIndex(covered, worked) }

  test('past the calendar it is trouble, never a guess', () => {
    expect(count('days after', work, day('2010-11-25'), 10)).toBe('calendar too short')
    expect(count('days between', work, day('2010-10-20'), day('2010-11-05'))).toBe('calendar too short')
    expect(count('list days', work, day('2010-11-20'), day('2010-12-05'))).toBe('calendar too short')
  })

  test('the day of the event does not count; November 11 is no work day', () => {
    expect(count('days after', work, day('2010-11-10'), 1)).toBe(day('2010-11-12'))
    expect(count('days before', work, day('2010-11-12'), 1)).toBe(day('2010-11-10'))
    expect(count('days between', work, day('2010-11-08'), day('2010-11-12'))).toBe(3)
    expect(count('days from', work, day('2010-11-08'), day('2010-11-12'))).toBe(4)
    expect(count('is day', work, day('2010-11-11'))).toBe(false)
    expect(count('day on or after', work, day('2010-11-13'))).toBe(day('2010-11-15'))
  })

  test('calendar days are all of them', () => {
    expect(count('days after', null, day('2010-11-10'), 30)).toBe(day('2010-12-10'))
    expect(count('days from', null, day('2010-11-10'), day('2010-11-12'))).toBe(3)
    expect(count('days between', null, day('2010-11-12'), day('2010-11-10'))).toBe(0)
  })
})

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { DayIndex } from '#calendar/calendar.ts'
import { dayAfter, dayBefore, dayOnOrAfter, dayOnOrBefore, daysBetween, daysFrom, isDay, listDays, uncovered } from '#calendar/count-days.ts'

const numRuns = Number(process.env['STEWARD_PROPERTY_RUNS'] ?? 500)

/** A calendar as plain sets: what is known, and what is of the kind. */
interface PlainCalendar {
  readonly known: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly index: DayIndex
}

const calendars: fc.Arbitrary<PlainCalendar> = fc
  .record({
    start: fc.integer({ min: 10_000, max: 20_000 }),
    spans: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 4 }), length: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 4 }),
    bits: fc.infiniteStream(fc.boolean()),
  })
  .map(({ start, spans, bits }) => {
    const known = new Set<number>()
    const days = new Set<number>()
    let day = start
    const covered = spans.map(({ gap, length }) => {
      const from = day + gap
      for (day = from; day < from + length; day += 1) {
        known.add(day)
        if (bits.next().value === true) days.add(day)
      }
      return { from, through: day - 1 }
    })
    return { known, days, index: buildDayIndex(covered, days) }
  })

const questions = fc.record({ calendar: calendars, at: fc.integer({ min: -5, max: 190 }), length: fc.integer({ min: -3, max: 60 }), n: fc.integer({ min: 1, max: 30 }) })

/** One day after the other, as a person does it. */
function step(calendar: PlainCalendar, day: number, n: number, direction: 1 | -1): number {
  let left = n
  let at = day
  while (left > 0) {
    at += direction
    if (!calendar.known.has(at)) return uncovered
    if (calendar.days.has(at)) left -= 1
  }
  return at
}

function count(calendar: PlainCalendar, from: number, through: number): number {
  let found = 0
  for (let day = from; day <= through; day += 1) {
    if (!calendar.known.has(day)) return uncovered
    if (calendar.days.has(day)) found += 1
  }
  return found
}

test('the index counts as a person steps through the days, in calendars with gaps too', () => {
  fc.assert(
    fc.property(questions, ({ calendar, at, length, n }) => {
      const { index } = calendar
      const day = index.from + at
      expect(dayAfter(index, day, n)).toBe(step(calendar, day, n, 1))
      expect(dayBefore(index, day, n)).toBe(step(calendar, day, n, -1))
      expect(dayOnOrAfter(index, day)).toBe(step(calendar, day - 1, 1, 1))
      expect(dayOnOrBefore(index, day)).toBe(step(calendar, day + 1, 1, -1))
      expect(daysFrom(index, day, day + length)).toBe(count(calendar, day, day + length))
      expect(daysBetween(index, day, day + length)).toBe(count(calendar, day + 1, day + length))
      expect(isDay(index, day)).toBe(calendar.known.has(day) ? Number(calendar.days.has(day)) : uncovered)
      const listed = count(calendar, day, day + length) === uncovered ? null : [...calendar.days].filter((it) => it >= day && it <= day + length).sort((a, b) => a - b)
      expect(listDays(index, day, day + length)).toEqual(listed)
    }),
    { numRuns },
  )
})

test('n days on and n days back: from a day of the kind one comes back to it', () => {
  fc.assert(
    fc.property(questions, ({ calendar, at, n }) => {
      const start = [...calendar.days][Math.max(0, at) % Math.max(1, calendar.days.size)]
      if (start === undefined) return
      const on = dayAfter(calendar.index, start, n)
      if (on === uncovered) return
      expect(dayBefore(calendar.index, on, n)).toBe(start)
      expect(daysBetween(calendar.index, start, on)).toBe(n)
      expect(isDay(calendar.index, on)).toBe(1)
    }),
    { numRuns },
  )
})

test('from a closed day, n days on and n - 1 back is the next day of the kind', () => {
  fc.assert(
    fc.property(questions, ({ calendar, at, n }) => {
      const day = calendar.index.from + at
      const on = dayAfter(calendar.index, day, n)
      if (on === uncovered) return
      expect(dayBefore(calendar.index, on, n - 1)).toBe(dayOnOrAfter(calendar.index, day + 1))
    }),
    { numRuns },
  )
})

test('the same answers under four time zones and three locales, to the letter', () => {
  const child = join(import.meta.dirname, 'count-under-zone.test-support.ts')
  const ran = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'].map((zone, at) => {
    const locale = ['en_US.UTF-8', 'de_DE.UTF-8', 'ar_EG.UTF-8', 'C'][at] ?? 'C'
    return spawnSync(process.execPath, [child], { encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale } })
  })
  expect(ran[0]?.stderr).toBe('')
  expect(ran[0]?.stdout).toContain('20 work days after 2010-11-08 is 2010-12-15')
  expect(new Set(ran.map((it) => it.stdout)).size).toBe(1)
})

import type { CountAccount, DayKind, SkippedDay } from '#calendar/calendar.ts'
import { dayAfter, dayBefore, uncovered } from '#calendar/count-days.ts'
import { schoolYearOf, usualSchoolYear } from '#calendar/school-year.ts'
import { firstDay, lastDay } from '#calendar/year-days.ts'
import { civilText, dayOfWeek } from '#plain/civil-day.ts'

/** The account of a count: what a person checks with a finger on the calendar. */

/**
 * Counts `count` days of the kind from the event and says which weekdays did not count, and why. Null where the calendar does not reach.
 * A count below 0 goes the other way.
 */
export function countAccount(kind: DayKind, direction: 'after' | 'before', event: number, count: number): CountAccount | null {
  if (count < 0) return countAccount(kind, direction === 'after' ? 'before' : 'after', event, -count)
  const step = direction === 'after' ? dayAfter : dayBefore
  const last = step(kind.index, event, count)
  const first = count === 0 ? null : step(kind.index, event, 1)
  if (last === uncovered || first === uncovered) return null
  return { kind: kind.kind, direction, event, count, first, last, skipped: direction === 'after' ? skippedBetween(kind, event + 1, last) : skippedBetween(kind, last, event - 1) }
}

/** The account of a count of calendar days, of which none is skipped. */
export function calendarDaysAccount(direction: 'after' | 'before', event: number, count: number): CountAccount {
  const sign = direction === 'after' ? 1 : -1
  return { kind: 'calendar', direction, event, count, first: count === 0 ? null : event + sign * Math.sign(count), last: event + sign * count, skipped: [] }
}

/** "20 work days after 2010-11-08 is 2010-12-15". `says` is the kind in a sentence: `work day`. */
export function accountInWords(account: CountAccount, says: string): string {
  return `${account.count} ${says}${Math.abs(account.count) === 1 ? '' : 's'} ${account.direction} ${civilText(account.event)} is ${civilText(account.last)}`
}

/** Weekdays in [from..through] that are not of the kind, in order, each with its reason. */
export function skippedBetween(kind: DayKind, from: number, through: number): readonly SkippedDay[] {
  const skipped: SkippedDay[] = []
  for (let day = from; day <= through; day += 1) {
    if (dayOfWeek(day) <= 5 && !isOfKind(kind, day)) skipped.push({ day, why: whyNot(kind, day) })
  }
  return skipped
}

function isOfKind({ index }: DayKind, day: number): boolean {
  const at = day - index.from
  return (index.ordinal[at] ?? 0) > (index.ordinal[at - 1] ?? 0)
}

/** The printed name, else where the day lies: outside the year of the kind, or a day that the calendar leaves out without a word. */
function whyNot(kind: DayKind, day: number): string {
  const name = kind.names?.get(day)
  if (name !== undefined) return name
  const year = schoolYearOf(day, kind.schoolYear ?? usualSchoolYear)
  const first = firstDay(kind, year)
  const last = lastDay(kind, year)
  if (first !== uncovered && day < first) return `before the first ${kind.says} of ${year}`
  if (last !== uncovered && day > last) return `after the last ${kind.says} of ${year}`
  return `no ${kind.says} in the calendar`
}

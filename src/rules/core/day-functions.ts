import type { CalendarSet, DayIndex, DayKind } from '#calendar/calendar.ts'
import { dayAfter, dayBefore, dayOnOrAfter, dayOnOrBefore, daysBetween, daysFrom, isDay, listDays, uncovered } from '#calendar/count-days.ts'
import { firstYearOf, schoolYearEnd, schoolYearStart, usualSchoolYear } from '#calendar/school-year.ts'
import { whatIsMissing } from '#calendar/what-is-missing.ts'
import { firstDay, lastDay } from '#calendar/year-days.ts'
import { inCalendar } from '#rules/core/date-functions.ts'
import { halt } from '#rules/core/halt.ts'
import { noSchoolYear } from '#rules/core/year-functions.ts'

/** Functions that count in a kind of day: null stands for calendar days, of which every day is one. What the calendar does not reach is the trouble 'calendar too short'. */
// oxlint-disable-next-line typescript/no-explicit-any -- lowering proved the types of the arguments
export type DayFunction = (kind: DayKind | null, ...given: any[]) => unknown

export const dayFunctions: Readonly<Record<string, DayFunction>> = {
  'days after': (kind, day: number, n: number) => (kind === null ? inCalendar(day + n) : reached(dayAfter(kind.index, day, n), kind, day, n < 0 ? 'before' : 'after')),
  'days before': (kind, day: number, n: number) => (kind === null ? inCalendar(day - n) : reached(dayBefore(kind.index, day, n), kind, day, n < 0 ? 'after' : 'before')),
  'days between': (kind, a: number, b: number) => (kind === null ? Math.max(0, b - a) : reachedSpan(daysBetween(kind.index, a, b), kind, a + 1, b)),
  'days from': (kind, a: number, b: number) => (kind === null ? Math.max(0, b - a + 1) : reachedSpan(daysFrom(kind.index, a, b), kind, a, b)),
  'is day': (kind, day: number) => kind === null || reached(isDay(kind.index, day), kind, day, 'there') === 1,
  'day on or after': (kind, day: number) => (kind === null ? day : reached(dayOnOrAfter(kind.index, day), kind, day - 1, 'after')),
  'day on or before': (kind, day: number) => (kind === null ? day : reached(dayOnOrBefore(kind.index, day), kind, day + 1, 'before')),
  'list days': (kind, a: number, b: number) => (kind === null ? everyDay(a, b) : (listDays(kind.index, a, b) ?? tooShort(kind, firstUnknown(kind.index, a, b)))),
  'first day': (kind, year: string) => (kind === null ? (schoolYearStart(year, usualSchoolYear) ?? noSchoolYear(year)) : edge(firstDay(kind, year), kind, year)),
  'last day': (kind, year: string) => (kind === null ? (schoolYearEnd(year, usualSchoolYear) ?? noSchoolYear(year)) : edge(lastDay(kind, year), kind, year)),
}

/** The kind's days, or the trouble 'calendar missing'. */
export function kindOf(calendars: CalendarSet, kind: string): DayKind {
  return calendars.kinds.get(kind) ?? halt({ is: 'calendar missing', kind })
}

/** A named date of a school year's calendar: `first_semester_ends`. */
export function namedDate(calendars: CalendarSet, year: string, name: string): number {
  const there = calendars.named.get(year)?.get(name)
  if (there !== undefined) return there
  if (firstYearOf(year) === null) return noSchoolYear(year)
  return halt({ is: 'date missing', name, year, otherYears: [...calendars.named.values()].some((dates) => dates.has(name)) })
}

function reached(answer: number, kind: DayKind, day: number, toward: 'after' | 'before' | 'there'): number {
  if (answer !== uncovered) return answer
  const missing = whatIsMissing(kind, day, toward)
  return halt({ is: 'calendar too short', kind: kind.kind, day: missing.day, year: missing.year })
}

function reachedSpan(answer: number, kind: DayKind, a: number, b: number): number {
  return answer === uncovered ? tooShort(kind, firstUnknown(kind.index, a, b)) : answer
}

function tooShort(kind: DayKind, day: number): never {
  const missing = whatIsMissing(kind, day, 'there')
  return halt({ is: 'calendar too short', kind: kind.kind, day: missing.day, year: missing.year })
}

// The first day of a span that the calendar does not know.
function firstUnknown(index: DayIndex, a: number, b: number): number {
  let day = a
  while (day < b && (index.known[day - index.from] ?? 0) !== 0) day++
  return day
}

function edge(answer: number, kind: DayKind, year: string): number {
  if (answer !== uncovered) return answer
  const start = firstYearOf(year) === null ? noSchoolYear(year) : (schoolYearStart(year, kind.schoolYear ?? usualSchoolYear) ?? 0)
  return halt({ is: 'calendar too short', kind: kind.kind, day: start, year })
}

function everyDay(a: number, b: number): readonly number[] {
  if (b - a > 40000) return halt({ is: 'no such day', what: 'A list of more than a hundred years of days.' })
  return Array.from({ length: Math.max(0, b - a + 1) }, (_, at) => a + at)
}

import type { PrintedDays, SchoolYearCalendar } from '#calendar/read-school-year.ts'
import { dayOfWeek } from '#plain/civil-day.ts'

/** Which days of a school year are of a kind: the weekdays of its stretches, less the closed days, and the weekend days that are open; with the printed names of those that are not. */

export interface DaysOfYear {
  readonly days: readonly number[]
  /** Weekdays closed by name. */
  readonly names: ReadonlyMap<number, string>
}

export function daysOfYear(year: SchoolYearCalendar, kind: string): DaysOfYear {
  const open = new Set<number>()
  for (const span of year.days.get(kind) ?? []) {
    for (let day = span.from; day <= span.through; day += 1) if (dayOfWeek(day) <= 5) open.add(day)
  }
  const names = new Map<number, string>()
  for (const entry of year.closed) {
    if (!concerns(entry, kind)) continue
    for (let day = entry.from; day <= entry.through; day += 1) {
      open.delete(day)
      if (dayOfWeek(day) <= 5) names.set(day, entry.name)
    }
  }
  for (const entry of year.open) {
    if (!concerns(entry, kind)) continue
    for (let day = entry.from; day <= entry.through; day += 1) open.add(day)
  }
  return { days: [...open].sort((a, b) => a - b), names }
}

function concerns(entry: PrintedDays, kind: string): boolean {
  return entry.of === null || entry.of.includes(kind)
}

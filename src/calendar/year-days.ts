import type { DayKind } from '#calendar/calendar.ts'
import { uncovered } from '#calendar/count-days.ts'
import { schoolYearEnd, schoolYearStart, usualSchoolYear } from '#calendar/school-year.ts'

/** The first and the last day of a kind in a school year. */

/** A calendar that lists a year from school to school, and not from July to June, still holds the whole of it: it may miss so many days at either end. */
const mayMissDays = 100

/** The first day of the kind in the school year (`2010-2011` or `2010-11`), or `uncovered`. */
export function firstDay(kind: DayKind, schoolYear: string): number {
  return edgeOf(kind, schoolYear, 'first')
}

/** The last day of the kind in the school year, or `uncovered`. */
export function lastDay(kind: DayKind, schoolYear: string): number {
  return edgeOf(kind, schoolYear, 'last')
}

function edgeOf(kind: DayKind, schoolYear: string, edge: 'first' | 'last'): number {
  const form = kind.schoolYear ?? usualSchoolYear
  const start = schoolYearStart(schoolYear, form)
  const end = schoolYearEnd(schoolYear, form)
  if (start === null || end === null) return uncovered
  const { index } = kind
  const from = Math.max(start, index.from)
  const through = Math.min(end, index.through)
  if (from > through || from > start + mayMissDays || (edge === 'last' && through < end - mayMissDays)) return uncovered
  const before = from > index.from ? (index.ordinal[from - 1 - index.from] as number) : 0
  const upTo = index.ordinal[through - index.from] as number
  if (upTo === before) return uncovered
  return index.days[edge === 'first' ? before : upTo - 1] as number
}

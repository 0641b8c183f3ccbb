import type { DayKind } from '#calendar/calendar.ts'
import { civilText } from '#plain/civil-day.ts'
import { schoolYearOf, usualSchoolYear } from '#calendar/school-year.ts'

/** Says which school year's calendar a count would need: the trouble in words when a counting function gave `uncovered`. */

export interface MissingDays {
  readonly kind: string
  /** The first day that the calendar does not know. */
  readonly day: number
  /** Its school year, as the agreement writes it. */
  readonly year: string
  /** "The work days of 2013-2014 are not in the calendar (it reaches from 2010-07-01 through 2013-06-30)." */
  readonly says: string
}

/**
 * What a count in this kind lacks. `day` is the day it starts from; `towards` is where it goes: `after` and `before` look for the first unknown day beyond it (the day itself need not be known), `there` asks for the day itself.
 */
export function whatIsMissing(kind: DayKind, day: number, towards: 'after' | 'before' | 'there' = 'after'): MissingDays {
  const step = towards === 'before' ? -1 : 1
  let unknown = towards === 'there' ? day : day + step
  while (isKnown(kind, unknown)) unknown += step
  const year = schoolYearOf(unknown, kind.schoolYear ?? usualSchoolYear)
  return { kind: kind.kind, day: unknown, year, says: `The ${kind.says}s of ${year} are not in the calendar${reachInWords(kind)}.` }
}

function isKnown(kind: DayKind, day: number): boolean {
  const at = day - kind.index.from
  return at >= 0 && at < kind.index.known.length && kind.index.known[at] !== 0
}

function reachInWords(kind: DayKind): string {
  if (kind.index.known.length === 0) return ''
  return ` (it reaches from ${civilText(kind.index.from)} through ${civilText(kind.index.through)})`
}

import type { SchoolYearForm } from '#calendar/school-year.ts'

/**
 * Calendars of an agreement: which days are days of which kind (work, instructional, office ...). Shapes only.
 * Days are civil days by number (`#plain/civil-day.ts`). The kind `calendar` (every day) is always there and stands in no calendar.
 */

export interface CalendarSet {
  /** `chaffey-2010`, or the file that stands in for the agreement's own. */
  readonly name: string
  /** Kinds of day by name. */
  readonly kinds: ReadonlyMap<string, DayKind>
  /** Named dates of a school year (`first_semester_ends`), by the school year as the pack writes it. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface DayKind {
  readonly kind: string
  /** As it stands in a sentence: `work day`. */
  readonly says: string
  /** The clause that prints it. */
  readonly clause: string | null
  /** How its school years are written and when they begin; July 1, `2010-2011`, where absent. */
  readonly schoolYear?: SchoolYearForm
  /** Why a weekday is no day of this kind, where the calendar prints a name. */
  readonly names?: ReadonlyMap<number, string>
  /** Unbroken stretches that the calendar covers, in order; between and outside them nothing is known. */
  readonly covered: readonly CoveredSpan[]
  /** The index over all of it: constant time a question. */
  readonly index: DayIndex
}

export interface CoveredSpan {
  /** The school year or years as written: `2010-2011`. */
  readonly label: string
  readonly from: number
  readonly through: number
}

/** Counting as two array reads. `ordinal[d - from]` is how many days of the kind there are up to and including d; `days[k]` is the (k+1)-th. */
export interface DayIndex {
  readonly from: number
  readonly through: number
  readonly ordinal: Int32Array
  readonly days: Int32Array
  /** 0 where nothing is known (a gap between school years); else the number of the stretch in which the day lies, 1, 2 ...: a count may not leave its stretch. */
  readonly known: Uint8Array
}

/** Why a weekday is no day of a kind: the printed name where there is one. */
export interface SkippedDay {
  readonly day: number
  readonly why: string
}

/** The account of one count: what a person checks with a finger on the calendar. */
export interface CountAccount {
  readonly kind: string
  readonly direction: 'after' | 'before'
  readonly event: number
  readonly count: number
  /** First and last day counted; the last is the answer. Null where nothing was counted. */
  readonly first: number | null
  readonly last: number
  /** Weekdays between event and answer that did not count. */
  readonly skipped: readonly SkippedDay[]
}

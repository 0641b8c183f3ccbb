import type { Problem } from '#plain/problem.ts'
import type { CalendarSet } from '#calendar/calendar.ts'

/** What a person wants answered for every row of a table. */
export interface BulkWishes {
  readonly decisions: readonly string[]
  /** ISO day on which the questions are asked. */
  readonly asOf?: string | null
  /** Stands in for the agreement's own calendar, kind by kind. */
  readonly calendar?: CalendarSet | null
  /** Rows answered in one go: a few thousand keep everything in the processor's own memory. */
  readonly rowsAtOnce?: number
}

/** How far a bulk run came. */
export interface BulkDone {
  readonly rows: number
  /** Rows on which at least one decision gave no sure answer; the column `note` says why. */
  readonly noted: number
  /** Answers that were worked out row by row, because something is missing, contested or wrong, or the decision cannot go by columns. */
  readonly rowByRow: number
  /** The first of the notes, with the line of the file. */
  readonly notes: readonly { readonly line: number; readonly says: string }[]
  /** Why no more rows are taken; null where all is well. */
  readonly stuck: Problem | null
}

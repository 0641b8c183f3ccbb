import type { DayIndex } from '#calendar/calendar.ts'

/**
 * The day index: every day of the covered stretches numbered once, so that a count is two reads of an array and no step through the days.
 * Built anew whenever a calendar changes; three years take a few microseconds.
 */

/** More parts than this no calendar has; the reader refuses it before. Stretches are numbered in one byte. */
export const mostStretches = 255

/**
 * Indexes the days of one kind. `covered` is ascending and without overlap; spans that touch are one stretch. Days may come in any order and twice; a day outside every span is left out.
 */
export function buildDayIndex(covered: readonly { readonly from: number; readonly through: number }[], days: Iterable<number>): DayIndex {
  const from = covered[0]?.from ?? 0
  const through = covered.at(-1)?.through ?? -1
  const known = numberStretches(covered, from, through)
  const ordinal = new Int32Array(known.length)
  for (const day of days) {
    const at = day - from
    if (at >= 0 && at < known.length && known[at] !== 0) ordinal[at] = 1
  }
  let count = 0
  for (let at = 0; at < ordinal.length; at += 1) {
    count += ordinal[at] as number
    ordinal[at] = count
  }
  return { from, through, ordinal, days: daysOf(ordinal, from, count), known }
}

/** Each covered day holds the number of its stretch (1, 2 ...), so that two days lie in one stretch exactly when they hold the same. */
function numberStretches(covered: readonly { readonly from: number; readonly through: number }[], from: number, through: number): Uint8Array {
  const known = new Uint8Array(through - from + 1)
  let stretch = 0
  let end = Number.NEGATIVE_INFINITY
  for (const span of covered) {
    if (span.from > end + 1) stretch += 1
    known.fill(Math.min(stretch, mostStretches), span.from - from, span.through - from + 1)
    end = span.through
  }
  return known
}

function daysOf(ordinal: Int32Array, from: number, count: number): Int32Array {
  const days = new Int32Array(count)
  let filled = 0
  for (let at = 0; at < ordinal.length && filled < count; at += 1) {
    if ((ordinal[at] as number) > filled) {
      days[filled] = from + at
      filled += 1
    }
  }
  return days
}

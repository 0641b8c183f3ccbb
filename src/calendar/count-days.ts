import type { DayIndex } from '#calendar/calendar.ts'

/**
 * Counting days of one kind, each question in constant time. The day of the event never counts; the last day does.
 * A question that needs a day which the calendar does not know gives `uncovered`; `whatIsMissing` says it in words.
 */

/** No civil day and no count: the calendar does not reach. */
export const uncovered = -2147483648

/** The n-th day of the kind after `day`; n = 0 is the day itself, whatever it is; n below 0 counts back. */
export function dayAfter(index: DayIndex, day: number, n: number): number {
  const at = day - index.from
  const ordinal = index.ordinal[at] as number
  const answer = index.days[ordinal + n - 1] as number
  // Event and answer in one stretch, of which something is known; whatever else it is, the careful way says.
  if (n > 0 && at >= 0 && ordinal + n <= index.days.length && index.known[at + 1] === index.known[answer - index.from]) return answer
  return carefullyAfter(index, day, n)
}

function carefullyAfter(index: DayIndex, day: number, n: number): number {
  if (n <= 0) return n === 0 ? day : dayBefore(index, day, -n)
  const first = day + 1 - index.from
  if (!(first >= 0 && first < index.known.length)) return uncovered
  const stretch = index.known[first] as number
  const at = (first > 0 ? (index.ordinal[first - 1] as number) : 0) + n - 1
  if (stretch === 0 || at >= index.days.length) return uncovered
  const answer = index.days[at] as number
  return index.known[answer - index.from] === stretch ? answer : uncovered
}

/** The n-th day of the kind before `day`; n = 0 is the day itself; n below 0 counts on. */
export function dayBefore(index: DayIndex, day: number, n: number): number {
  if (n <= 0) return n === 0 ? day : dayAfter(index, day, -n)
  const last = day - 1 - index.from
  if (!(last >= 0 && last < index.known.length)) return uncovered
  const stretch = index.known[last] as number
  const at = (index.ordinal[last] as number) - n
  if (stretch === 0 || at < 0) return uncovered
  const answer = index.days[at] as number
  return index.known[answer - index.from] === stretch ? answer : uncovered
}

/** How many days of the kind lie in (a..b]: after a, up to and with b. None where b is not after a. */
export function daysBetween(index: DayIndex, a: number, b: number): number {
  return daysFrom(index, a + 1, b)
}

/** How many days of the kind lie in [a..b], both included. None where b is before a. */
export function daysFrom(index: DayIndex, a: number, b: number): number {
  if (b < a) return 0
  const first = a - index.from
  const last = b - index.from
  if (!(first >= 0 && last < index.known.length)) return uncovered
  const stretch = index.known[first] as number
  if (stretch === 0 || index.known[last] !== stretch) return uncovered
  return (index.ordinal[last] as number) - (first > 0 ? (index.ordinal[first - 1] as number) : 0)
}

/** 1 where the day is of the kind, 0 where it is not, `uncovered` where the calendar does not know. */
export function isDay(index: DayIndex, day: number): number {
  return daysFrom(index, day, day)
}

/** The day itself where it is of the kind, else the next that is. */
export function dayOnOrAfter(index: DayIndex, day: number): number {
  return dayAfter(index, day - 1, 1)
}

/** The day itself where it is of the kind, else the last that was. */
export function dayOnOrBefore(index: DayIndex, day: number): number {
  return dayBefore(index, day + 1, 1)
}

/** All days of the kind in [a..b], or null where the calendar does not know one of the days between. */
export function listDays(index: DayIndex, a: number, b: number): readonly number[] | null {
  const count = daysFrom(index, a, b)
  if (count === uncovered) return null
  if (count === 0) return []
  const last = index.ordinal[b - index.from] as number
  return Array.from(index.days.subarray(last - count, last))
}

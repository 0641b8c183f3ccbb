import type { CalendarSet, DayKind } from '#calendar/calendar.ts'
import { isDay } from '#calendar/count-days.ts'
import type { DayAccount } from '#determinations/determination.ts'
import { civilDay, civilParts, dayOfWeek, daysInMonth, parseCivilDay } from '#plain/civil-day.ts'
import { dateInWords } from '#web/app/civil-date.ts'
import type { AccountView, ClauseLink, DayCell, MonthView } from '#web/answers/answer-shapes.ts'
import { capital, sayDaysIn } from '#web/answers/say-value.ts'

/** A count of days drawn on the months that it runs through, with its account in words. */

/** Beyond so many months only the words are told. */
const mostMonths = 4

export function accountView(account: DayAccount, calendars: CalendarSet, clause: ClauseLink): AccountView {
  return { says: capital(sayDaysIn(account.says)), clause, skipped: skippedStretches(account.skipped), months: monthsOf(account, calendars.kinds.get(account.kind)) }
}

/** Days in a row with one reason are told as one stretch. */
function skippedStretches(skipped: DayAccount['skipped']): readonly string[] {
  const stretches: { first: string; last: string; at: number; why: string }[] = []
  for (const { day, why } of skipped) {
    const at = parseCivilDay(day) ?? 0
    const before = stretches.at(-1)
    // A weekend between two skipped days does not part them.
    if (before !== undefined && before.why === why && at - before.at <= 3) Object.assign(before, { last: day, at })
    else stretches.push({ first: day, last: day, at, why })
  }
  return stretches.map(({ first, last, why }) => `${spanInWords(first, last)}: ${why}`)
}

/** `November 25 to 29, 2024`. */
function spanInWords(first: string, last: string): string {
  if (first === last) return dateInWords(first)
  const [from, to] = [dateInWords(first), dateInWords(last)]
  if (first.slice(0, 7) === last.slice(0, 7)) return `${from.replace(/, \d{4}$/, '')} to ${Number(last.slice(8))}, ${last.slice(0, 4)}`
  return `${first.slice(0, 4) === last.slice(0, 4) ? from.replace(/, \d{4}$/, '') : from} to ${to}`
}

interface Drawn {
  readonly event: number
  readonly last: number
  readonly low: number
  readonly high: number
  readonly counts: (day: number) => boolean
  readonly skipped: ReadonlyMap<number, string>
}

function monthsOf(account: DayAccount, kind: DayKind | undefined): readonly MonthView[] {
  const [event, last] = [parseCivilDay(account.from), parseCivilDay(account.last)]
  const first = account.first === null ? null : parseCivilDay(account.first)
  if (event === null || last === null || first === null || (kind === undefined && account.kind !== 'calendar')) return []
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  const counts = (day: number): boolean => day >= low && day <= high && (kind === undefined || isDay(kind.index, day) === 1)
  const skipped = new Map(account.skipped.map(({ day, why }) => [parseCivilDay(day) ?? 0, why]))
  const [from, through] = [civilParts(Math.min(event, low)), civilParts(Math.max(event, high))]
  const months = (through.year - from.year) * 12 + through.month - from.month + 1
  if (months > mostMonths) return []
  return Array.from({ length: months }, (_, at) => {
    const month = from.month - 1 + at
    return monthView(from.year + Math.floor(month / 12), (month % 12) + 1, { event, last, low, high, counts, skipped })
  })
}

function monthView(year: number, month: number, drawn: Drawn): MonthView {
  const begins = civilDay(year, month, 1)
  // Weeks begin on Sunday, as calendars in American schools do.
  const empty = dayOfWeek(begins) % 7
  const cells: DayCell[] = Array.from({ length: empty }, () => ({ day: 0, is: 'plain', why: '' }))
  for (let day = 1; day <= daysInMonth(year, month); day += 1) cells.push(cellOf(day, begins + day - 1, drawn))
  while (cells.length % 7 > 0) cells.push({ day: 0, is: 'plain', why: '' })
  const title = dateInWords(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`).replace(' 1,', '')
  return { title, weeks: Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7)) }
}

function cellOf(day: number, civil: number, { event, last, counts, skipped }: Drawn): DayCell {
  if (civil === last) return { day, is: 'last', why: 'the last day' }
  const why = skipped.get(civil)
  if (why !== undefined) return { day, is: 'skipped', why }
  if (civil === event && !counts(civil)) return { day, is: 'event', why: 'the day from which it counts' }
  return counts(civil) ? { day, is: 'counted', why: 'counted' } : { day, is: 'plain', why: '' }
}

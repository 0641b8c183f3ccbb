import { civilDay, civilParts, dayOfWeek, daysInMonth, parseCivilDay } from '#plain/civil-day.ts'

/** The days on which a repeating event falls (RFC 5545, 3.3.10), as far as school calendars repeat: by day, week, month and year, with an end or cut off at the window. */

export interface Repeat {
  readonly every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count: number | null
  readonly until: number | null
  /** Day of the week 1 to 7, and which of the month (0 every one, 2 the second, -1 the last). */
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[]
  readonly months: readonly number[]
  readonly monthDays: readonly number[]
  /** The day with which a week begins, for every second week and the like. */
  readonly weekBegins: number
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const mostPeriods = 20_000
const mostDays = 2_000

/** The rule's parts, or null where it says something that is not understood here (BYSETPOS, by the hour ...). */
export function readRepeat(text: string): Repeat | null {
  const parts = new Map(text.toUpperCase().split(';').filter((it) => it !== '').map((it) => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)] as const))
  for (const key of parts.keys()) if (!['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'WKST'].includes(key)) return null
  const every = parts.get('FREQ')
  if (every !== 'DAILY' && every !== 'WEEKLY' && every !== 'MONTHLY' && every !== 'YEARLY') return null
  const weekdays = listOf(parts.get('BYDAY'), (it) => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(it)
    return match === null ? null : { nth: Number(match[1] ?? 0), weekday: weekdayNames.indexOf(match[2] ?? '') + 1 }
  })
  const months = listOf(parts.get('BYMONTH'), (it) => wholeIn(it, 1, 12))
  const monthDays = listOf(parts.get('BYMONTHDAY'), (it) => wholeIn(it, -31, 31))
  const interval = wholeIn(parts.get('INTERVAL') ?? '1', 1, 1000)
  const count = parts.has('COUNT') ? wholeIn(parts.get('COUNT') ?? '', 1, 1_000_000) : null
  const until = parts.has('UNTIL') ? dayOfStamp(parts.get('UNTIL') ?? '') : null
  const weekBegins = weekdayNames.indexOf(parts.get('WKST') ?? 'MO') + 1
  if (weekdays === null || months === null || monthDays === null || interval === null || weekBegins === 0) return null
  if ((parts.has('COUNT') && count === null) || (parts.has('UNTIL') && until === null)) return null
  if (every === 'YEARLY' && months.length === 0 && weekdays.length > 0) return null
  return { every, interval, count, until, weekdays, months, monthDays, weekBegins }
}

/** The day of `20250825` or `20250825T070000Z`, as written; null where it is none. */
function dayOfStamp(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?$/.exec(text)
  return match === null ? null : parseCivilDay(`${match[1]}-${match[2]}-${match[3]}`)
}

/** The first days of each turn, from `start` on, none after `last`. */
export function repeatDays(start: number, repeat: Repeat, last: number): readonly number[] {
  const days: number[] = []
  const end = Math.min(last, repeat.until ?? last)
  let counted = 0
  for (let turn = 0; turn < mostPeriods && days.length < mostDays; turn += 1) {
    const period = periodDays(start, repeat, turn)
    if (period.from > end) break
    for (const day of period.days) {
      if (day < start) continue
      if (day > end || (repeat.count !== null && counted >= repeat.count)) return days
      counted += 1
      days.push(day)
    }
  }
  return days
}

function periodDays(start: number, repeat: Repeat, turn: number): { from: number; days: readonly number[] } {
  const step = turn * repeat.interval
  if (repeat.every === 'DAILY') {
    const day = start + step
    return { from: day, days: fits(day, repeat) ? [day] : [] }
  }
  if (repeat.every === 'WEEKLY') {
    const monday = start - ((dayOfWeek(start) - repeat.weekBegins + 7) % 7) + step * 7
    const wanted = repeat.weekdays.length === 0 ? [dayOfWeek(start)] : repeat.weekdays.map((it) => it.weekday)
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => monday + n)
    return { from: monday, days: week.filter((day) => wanted.includes(dayOfWeek(day)) && inMonths(day, repeat)) }
  }
  const begin = civilParts(start)
  if (repeat.every === 'MONTHLY') {
    const months = begin.year * 12 + begin.month - 1 + step
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
    const from = civilDay(year, month, 1)
    return { from, days: inMonths(from, repeat) ? monthDays(year, month, begin.day, repeat) : [] }
  }
  const year = begin.year + step
  const months = repeat.months.length === 0 ? [begin.month] : repeat.months.toSorted((a, b) => a - b)
  return { from: civilDay(year, 1, 1), days: months.flatMap((month) => monthDays(year, month, begin.day, repeat)) }
}

function monthDays(year: number, month: number, usual: number, repeat: Repeat): readonly number[] {
  const first = civilDay(year, month, 1)
  const length = daysInMonth(year, month)
  const all = Array.from({ length }, (_, at) => first + at)
  const byDate = repeat.monthDays.length === 0 ? null : repeat.monthDays.map((date) => (date > 0 ? date : length + 1 + date))
  if (repeat.weekdays.length === 0) {
    const wanted = byDate ?? [usual]
    return all.filter((_, at) => wanted.includes(at + 1))
  }
  return all.filter((day, at) => (byDate === null || byDate.includes(at + 1)) && repeat.weekdays.some((it) => it.weekday === dayOfWeek(day) && nthFits(it.nth, at, length)))
}

function nthFits(nth: number, at: number, length: number): boolean {
  if (nth === 0) return true
  return nth > 0 ? Math.floor(at / 7) + 1 === nth : Math.floor((length - 1 - at) / 7) + 1 === -nth
}

function fits(day: number, repeat: Repeat): boolean {
  return inMonths(day, repeat) && (repeat.weekdays.length === 0 || repeat.weekdays.some((it) => it.weekday === dayOfWeek(day)))
}

function inMonths(day: number, repeat: Repeat): boolean {
  return repeat.months.length === 0 || repeat.months.includes(civilParts(day).month)
}

/** Every item read, or null where one cannot be; empty where there is no list. */
function listOf<T>(text: string | undefined, read: (item: string) => T | null): readonly T[] | null {
  if (text === undefined) return []
  const items = text.split(',').map(read)
  return items.some((it) => it === null) ? null : (items as T[])
}

function wholeIn(text: string, least: number, most: number): number | null {
  const value = /^[+-]?\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most && value !== 0 ? value : null
}

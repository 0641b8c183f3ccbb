import { civilDay, civilParts, civilText, dayOfWeek, daysInMonth } from '#plain/civil-day.ts'
import { halt } from '#rules/core/halt.ts'

/** Functions on days (numbers since 1970-01-01) and times (minutes of the day). */

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const firstDay = civilDay(1, 1, 1)
const lastDay = civilDay(9999, 12, 31)

export const dateFunctions = {
  'year of': (day: number): number => civilParts(day).year,
  'month of': (day: number): number => civilParts(day).month,
  'day of': (day: number): number => civilParts(day).day,
  'hour of': (time: number): number => Math.floor(time / 60),
  'minute of': (time: number): number => time % 60,
  'day of week': (day: number): string => weekdays[dayOfWeek(day) - 1] ?? 'monday',
  date: (year: number, month: number, day: number): number => {
    if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return halt({ is: 'no such day', what: `There is no day ${year}-${month}-${day}.` })
    return civilDay(year, month, day)
  },
  'add days': (day: number, n: number): number => inCalendar(day + n),
  'add months': (day: number, n: number): number => monthsOn(day, n),
  'add years': (day: number, n: number): number => monthsOn(day, n * 12),
  'end of month': (day: number): number => {
    const { year, month } = civilParts(day)
    return civilDay(year, month, daysInMonth(year, month))
  },
  'start of month': (day: number): number => day - civilParts(day).day + 1,
  /** Calendar days from the one to the other: negative where the second is before the first. */
  'days apart': (a: number, b: number): number => b - a,
  'months apart': (a: number, b: number): number => wholeMonths(a, b),
  'years apart': (a: number, b: number): number => Math.trunc(wholeMonths(a, b) / 12) + 0,
  'month text': (day: number): string => civilText(day).slice(0, 7),
  /** The minute of the day; past midnight is no time of this day. */
  'add minutes': (time: number, n: number): number => {
    const later = time + n
    return later >= 0 && later < 1440 ? later : halt({ is: 'no such day', what: `${n} minutes on, the day is over.` })
  },
  'minutes apart': (a: number, b: number): number => b - a,
} as const

/** Years 1 to 9999. */
export function inCalendar(day: number): number {
  return day >= firstDay && day <= lastDay ? day : halt({ is: 'no such day', what: 'A day outside the years 1 to 9999.' })
}

// The same day of another month, or that month's last.
function monthsOn(day: number, n: number): number {
  const { year, month, day: date } = civilParts(day)
  const months = year * 12 + month - 1 + n
  const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  if (inYear < 1 || inYear > 9999) return halt({ is: 'no such day', what: 'A day outside the years 1 to 9999.' })
  return civilDay(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth)))
}

// A month is whole when its day has come, or the last day of a shorter month.
function wholeMonths(a: number, b: number): number {
  if (b < a) return 0 - wholeMonths(b, a)
  const [from, to] = [civilParts(a), civilParts(b)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  return monthsOn(a, months) > b ? months - 1 : months
}

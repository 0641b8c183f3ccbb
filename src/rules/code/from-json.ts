import { civilDay, daysInMonth } from '#plain/civil-day.ts'
import type { CoreType } from '#rules/core/core.ts'

/** Facts of a JSON record as stored values, fast and without words: what is wrong is `undefined` here, and the slow edge says why. */

/** No civil day: the text is no date. */
export const noDay = -2147483648

/** The day of `YYYY-MM-DD` by its characters, or `noDay`. */
export function dayFromText(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 10) return noDay
  const [a, b, c, d] = [text.charCodeAt(0) - 48, text.charCodeAt(1) - 48, text.charCodeAt(2) - 48, text.charCodeAt(3) - 48]
  const [m, n, x, y] = [text.charCodeAt(5) - 48, text.charCodeAt(6) - 48, text.charCodeAt(8) - 48, text.charCodeAt(9) - 48]
  // A digit d has neither d nor d + 6 beyond the low four bits; one test asks all eight.
  const strange = (a | b | c | d | m | n | x | y | (a + 6) | (b + 6) | (c + 6) | (d + 6) | (m + 6) | (n + 6) | (x + 6) | (y + 6)) & ~15
  if (strange !== 0 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return noDay
  const year = a * 1000 + b * 100 + c * 10 + d
  const month = m * 10 + n
  const day = x * 10 + y
  if (month === 0 || month > 12 || day === 0) return noDay
  if (year < firstYear || year >= firstYear + manyYears) return rareDay(year, month, day)
  const at = (year - firstYear) * 12 + month - 1
  const first = months[at] as number
  return first + day > (months[at + 1] as number) ? noDay : first + day - 1
}

const firstYear = 1900
const manyYears = 300

/** The first day of each month from 1900 on, and of the one after the last. */
const months = Int32Array.from({ length: manyYears * 12 + 1 }, (_, at) => civilDay(firstYear + Math.floor(at / 12), (at % 12) + 1, 1))

function rareDay(year: number, month: number, day: number): number {
  return year === 0 || day > daysInMonth(year, month) ? noDay : civilDay(year, month, day)
}

/** The minute of the day of `HH:MM`, or -1. */
export function minuteFromText(text: unknown): number {
  if (typeof text !== 'string' || !/^\d\d:\d\d$/.test(text)) return -1
  const [hour, minute] = [Number(text.slice(0, 2)), Number(text.slice(3))]
  return hour > 23 || minute > 59 ? -1 : hour * 60 + minute
}

/** Any value of this type as stored, or `undefined`. */
export function fromJson(type: CoreType, value: unknown): unknown {
  switch (type.is) {
    case 'number':
      return numberFrom(type, value)
    case 'date':
      return valid(dayFromText(value), noDay)
    case 'time':
      return valid(minuteFromText(value), -1)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'text':
      return typeof value === 'string' ? value : undefined
    case 'choice':
      return typeof value === 'string' && type.of.includes(value) ? value : undefined
    case 'list':
      return listFrom(type.items, value)
    case 'record':
      return recordFrom(type, value)
    default:
      return undefined
  }
}

function valid(value: number, bad: number): number | undefined {
  return value === bad ? undefined : value
}

function numberFrom(type: Extract<CoreType, { is: 'number' }>, value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined
  const stored = Math.round(value * type.per) + 0
  // A JSON number with so many decimals is the nearest double to stored / per, and the division gives just that one.
  return stored / type.per === value && stored >= (type.low ?? -(2 ** 50)) && stored <= (type.high ?? 2 ** 50) ? stored : undefined
}

function listFrom(items: CoreType, value: unknown): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined
  const list = value.map((item) => fromJson(items, item))
  return list.includes(undefined) ? undefined : list
}

function recordFrom(type: Extract<CoreType, { is: 'record' }>, value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const given = new Map<string, unknown>(Object.entries(value))
  const record: [string, unknown][] = []
  for (const field of type.fields) {
    const part = given.get(field.name) ?? null
    const stored = part === null ? (field.type.orNull ? null : undefined) : fromJson(field.type, part)
    if (stored === undefined) return undefined
    record.push([field.name, stored])
    given.delete(field.name)
  }
  return given.size === 0 ? Object.fromEntries(record) : undefined
}

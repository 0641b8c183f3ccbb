/** Civil days as whole numbers: days since 1970-01-01. No time zone and no clock ever comes near them. */

const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export interface CivilParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** How many days the month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? Number.NaN)
}

/** The day's number. Trusts that year (1 to 9999), month and day are of a real day. */
export function civilDay(year: number, month: number, day: number): number {
  const past = year - 1
  const leap = isLeap(year) && month > 2 ? 1 : 0
  // Years are above 0, so that cutting off is rounding down, and whole arithmetic throughout.
  return past * 365 + ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0) + (before[month - 1] ?? Number.NaN) + leap + day - 719163
}

/** The day's number from `YYYY-MM-DD`, or null where the text is no real day. */
export function parseCivilDay(text: string): number | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  const year = figures(text, 0) * 100 + figures(text, 2)
  const month = figures(text, 5)
  const day = figures(text, 8)
  if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > daysInMonth(year, month))) return null
  return civilDay(year, month, day)
}

/** The number that two figures spell; far below 0 where a sign is no figure. */
function figures(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000
}

/** Year, month and day of a day's number. */
export function civilParts(day: number): CivilParts {
  // Days since March 1 of the year 0, so that the leap day is the last of its year.
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const inEra = shifted - era * 146097
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365)
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1 }
}

/** Days from 1950 to 2099 are spelled once and kept, in pages of 256 days: answers name the same days again and again. */
const keptFrom = -7305
const keptDays = 54787
const kept: (string | undefined)[][] = []

/** `YYYY-MM-DD` of a day's number. */
export function civilText(day: number): string {
  const at = day - keptFrom
  if (!(at >= 0 && at < keptDays)) return spelled(day)
  const page = (kept[at >> 8] ??= Array.from<string | undefined>({ length: 256 }))
  return (page[at & 255] ??= spelled(day))
}

function spelled(day: number): string {
  const { year, month, day: date } = civilParts(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The day of the week: 1 Monday to 7 Sunday. */
export function dayOfWeek(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

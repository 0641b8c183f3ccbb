import { dayOfWeek, parseCivilDay } from '#plain/civil-day.ts'
import { spaced, valueInWords } from '#determinations/value-in-words.ts'
import { dateInWords } from '#web/app/civil-date.ts'
import type { GiveSlot } from '#rules/core/core.ts'

/** Values as a page says them: `Tuesday, December 3, 2024`, `$1,250.50`, yes, no. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A value in words; a choice without its underscores, nothing as a dash. */
export function sayValue(value: unknown, as?: GiveSlot['as']): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((it) => sayValue(it)).join(value.some((it) => typeof it === 'object' || sayDay(String(it)) !== String(it)) ? '; ' : ', ')
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, part]) => `${spaced(name)} ${sayValue(part)}`).join(', ')
  if (typeof value !== 'string') return valueInWords(value, as)
  if (parseCivilDay(value) !== null) return sayDay(value)
  return /^[a-z0-9]+(_[a-z0-9]+)+$/.test(value) ? spaced(value) : value
}

/** The same without weekdays, where there is little room. */
export function sayShortly(value: unknown, as?: GiveSlot['as']): string {
  return sayValue(value, as).replace(/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, /g, '')
}

/** `Tuesday, December 3, 2024` of an ISO day; anything else as it is. */
export function sayDay(iso: string): string {
  const day = parseCivilDay(iso)
  return day === null ? iso : `${weekdays[dayOfWeek(day) - 1]}, ${dateInWords(iso)}`
}

/** A sentence with its ISO days said in words; a weekday that stands before one already is not said twice. */
export function sayDaysIn(text: string): string {
  return text.replace(/(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(\d{4}-\d{2}-\d{2})/g, (_all, iso: string) => sayDay(iso))
}

/** The first letter large, and a stop at the end. */
export function sentence(words: string): string {
  const text = words.trim()
  return `${capital(text)}${/[.?!]$/.test(text) ? '' : '.'}`
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

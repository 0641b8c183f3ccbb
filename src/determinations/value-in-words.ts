import { dayOfWeek, parseCivilDay } from '#plain/civil-day.ts'
import type { GiveSlot } from '#rules/core/core.ts'

/** Answers in words for a person: `$1,250.50`, `Wednesday 2010-12-08`, yes, no; nothing as a dash. The same in every place of the world. */

/** A value as it left, in words. `as` is its kind where one is known; else it is guessed from the value. */
export function valueInWords(value: unknown, as?: GiveSlot['as']): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberInWords(value, as)
  if (typeof value === 'string') return dateInWords(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((item) => valueInWords(item)).join(', ')
  if (typeof value === 'object') return Object.entries(value).map(([name, part]) => `${spaced(name)} ${valueInWords(part)}`).join(', ')
  return String(value)
}

/** `$1,250.50`; whole dollars without cents. */
export function dollars(amount: number): string {
  const [whole = '0', cents] = Math.abs(amount).toFixed(2).split('.')
  return `${amount < 0 ? '-' : ''}$${grouped(whole)}${cents === '00' ? '' : `.${cents}`}`
}

/** A name as it is said: `work_days_added` is `work days added`. */
export function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function dateInWords(text: string): string {
  const day = parseCivilDay(text)
  return day === null ? text : `${weekdays[dayOfWeek(day) - 1]} ${text}`
}

function numberInWords(value: number, as: GiveSlot['as'] | undefined): string {
  if (as === 'money') return dollars(value)
  const [whole = '0', behind] = String(Math.abs(value)).split('.')
  const said = `${value < 0 ? '-' : ''}${grouped(whole)}${behind === undefined ? '' : `.${behind}`}`
  return as === 'percent' ? `${said} %` : said
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

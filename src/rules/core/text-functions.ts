import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import { halt } from '#rules/core/halt.ts'
import { timeText } from '#rules/core/leaving.ts'

/** Functions on texts. Characters are counted as a person sees them written: a sign outside the first plane is one. Nothing depends on a locale. */

export const textFunctions = {
  /** Two texts, one after the other. */
  join: (a: string, b: string): string => a + b,
  'string length': (text: string): number => [...text].length,
  /** From a place on (from the end where negative), all or so many characters. */
  substring: (text: string, start: number, length?: number): string => {
    const signs = [...text]
    if (start === 0) return halt({ is: 'no such text', what: 'A text has no place 0; places count from 1, from the end -1.' })
    const from = start > 0 ? start - 1 : Math.max(0, signs.length + start)
    return signs.slice(from, length === undefined ? undefined : Math.max(from, from + length)).join('')
  },
  'upper case': (text: string): string => text.toUpperCase(),
  'lower case': (text: string): string => text.toLowerCase(),
  contains: (text: string, part: string): boolean => text.includes(part),
  'starts with': (text: string, part: string): boolean => text.startsWith(part),
  'ends with': (text: string, part: string): boolean => text.endsWith(part),
  'string join': (texts: readonly string[], between = ''): string => texts.join(between),
  split: (text: string, between: string): readonly string[] => (between === '' ? [...text] : text.split(between)),
  /** The number that the text writes, per 10,000: at most four decimals. */
  number: (text: string): number => {
    const match = /^\s*([+-]?)\$?(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.(\d{1,4}))?\s*$/.exec(text)
    if (match === null) return halt({ is: 'no such text', what: `"${shown(text)}" is no number of at most nine figures and four decimals.` })
    const value = Number((match[2] ?? '').replaceAll(',', '')) * 10000 + Number((match[3] ?? '').padEnd(4, '0'))
    return match[1] === '-' ? 0 - value : value
  },
  /** `-1250.5` of a number stored per `per`; a fraction that has no end is cut after ten decimals. */
  'text of number': (stored: number, per: number): string => numberText(stored, per),
  'text of day': (day: number): string => civilText(day),
  'text of time': (minute: number): string => timeText(minute),
  'text of yes or no': (value: boolean): string => (value ? 'true' : 'false'),
  'date from text': (text: string): number => parseCivilDay(text) ?? halt({ is: 'no such day', what: `"${shown(text)}" is no day of the calendar (written 2010-11-01).` }),
  'time from text': (text: string): number => {
    const match = /^(\d{2}):(\d{2})(?::00)?$/.exec(text)
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
    if (match === null || hour > 23 || minute > 59) return halt({ is: 'no such text', what: `"${shown(text)}" is no time of day (written 08:30).` })
    return hour * 60 + minute
  },
} as const

/** Short enough for a sentence. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function numberText(stored: number, per: number): string {
  const size = Math.abs(stored)
  let rest = size % per
  let decimals = ''
  while (rest > 0 && decimals.length < 10) {
    rest *= 10
    decimals += String(Math.floor(rest / per))
    rest %= per
  }
  decimals = decimals.replace(/0+$/, '')
  return `${stored < 0 ? '-' : ''}${(size - (size % per)) / per}${decimals === '' ? '' : `.${decimals}`}`
}

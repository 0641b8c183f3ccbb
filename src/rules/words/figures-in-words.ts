import { civilParts, parseCivilDay } from '#plain/civil-day.ts'

/** Figures as a clause prints them: `Nov 1, 2010`, `8:30 a.m.`, `pupil load`. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Nov 1, 2010` of `2010-11-01`; a text that is no day stays as it is. */
export function dayInWords(text: string): string {
  const day = parseCivilDay(text)
  if (day === null) return text
  const { year, month, day: date } = civilParts(day)
  return `${months[month - 1]} ${date}, ${year}`
}

/** `8:30 a.m.` of `08:30`, `noon` of `12:00`. */
export function timeInWords(text: string): string {
  const [hour, minute] = [Number(text.slice(0, 2)), text.slice(3)]
  if (text === '12:00') return 'noon'
  if (text === '00:00') return 'midnight'
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}

/** `pupil load` of `pupil_load`. */
export function nameInWords(name: string): string {
  return name.replaceAll('_', ' ')
}

/** `A`, `A or B`, `A, B or C`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** `1 work day`, `5 work days`; a count that is no figure is many. */
export function counted(count: string, kind: string): string {
  return `${count} ${nameInWords(kind)} ${count === '1' ? 'day' : 'days'}`
}

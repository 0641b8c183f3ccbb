import { civilDay, civilParts, daysInMonth } from '#plain/civil-day.ts'

/** School years: how an agreement writes them (`2010-2011`, `2018-19`) and from which day to which they run. */

/** July 1 to June 30, unless agreement.yaml says otherwise. */
export interface SchoolYearForm {
  readonly written: 'long' | 'short'
  readonly beginsMonth: number
  readonly beginsDay: number
}

export const usualSchoolYear: SchoolYearForm = { written: 'long', beginsMonth: 7, beginsDay: 1 }

/** The school year in which the day lies, as the agreement writes it. */
export function schoolYearOf(day: number, form: SchoolYearForm): string {
  const { year } = civilParts(day)
  return schoolYearText(day < beginning(year, form) ? year - 1 : year, form)
}

/** The school year that begins in this calendar year, as the agreement writes it. */
export function schoolYearText(firstYear: number, form: SchoolYearForm): string {
  const second = firstYear + 1
  return `${firstYear}-${form.written === 'long' ? second : String(second % 100).padStart(2, '0')}`
}

/** The calendar year in which it begins, from either way of writing; null where the text is no school year. */
export function firstYearOf(text: string): number | null {
  const match = /^(\d{4})[-–/](\d{4}|\d{2})$/.exec(text.trim())
  if (match === null) return null
  const first = Number(match[1])
  const second = Number(match[2])
  if (first < 1 || first > 9998) return null
  return second === first + 1 || (match[2]?.length === 2 && second === (first + 1) % 100) ? first : null
}

/** Its first calendar day, or null where the text is no school year. */
export function schoolYearStart(text: string, form: SchoolYearForm): number | null {
  const first = firstYearOf(text)
  return first === null ? null : beginning(first, form)
}

/** Its last calendar day, or null where the text is no school year. */
export function schoolYearEnd(text: string, form: SchoolYearForm): number | null {
  const first = firstYearOf(text)
  return first === null ? null : beginning(first + 1, form) - 1
}

/** The school year n years later (n may be negative), or null where the text is no school year. */
export function nextSchoolYear(text: string, n: number, form: SchoolYearForm): string | null {
  const first = firstYearOf(text)
  return first === null || first + n < 1 || first + n > 9998 ? null : schoolYearText(first + n, form)
}

function beginning(year: number, form: SchoolYearForm): number {
  return civilDay(year, form.beginsMonth, Math.min(form.beginsDay, daysInMonth(year, form.beginsMonth)))
}

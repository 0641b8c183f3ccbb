import { firstYearOf, nextSchoolYear, type SchoolYearForm, schoolYearEnd, schoolYearOf, schoolYearStart } from '#calendar/school-year.ts'
import { halt } from '#rules/core/halt.ts'

/** Functions on school years. The last three arguments say how the pack writes them and when they begin. */

type Form = readonly [SchoolYearForm['written'], number, number]

export const yearFunctions = {
  'school year': (day: number, ...form: Form): string => schoolYearOf(day, formOf(form)),
  'school year start': (text: string, ...form: Form): number => schoolYearStart(text, formOf(form)) ?? noSchoolYear(text),
  'school year end': (text: string, ...form: Form): number => schoolYearEnd(text, formOf(form)) ?? noSchoolYear(text),
  'next school year': (text: string, n: number, ...form: Form): string => nextSchoolYear(text, n, formOf(form)) ?? noSchoolYear(text),
  'first year of': (text: string): number => firstYearOf(text) ?? noSchoolYear(text),
} as const

function formOf([written, beginsMonth, beginsDay]: Form): SchoolYearForm {
  return { written, beginsMonth, beginsDay }
}

/** The trouble that a text is no school year. */
export function noSchoolYear(text: string): never {
  return halt({ is: 'no such school year', text })
}

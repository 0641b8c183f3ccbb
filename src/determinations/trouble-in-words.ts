import { civilText } from '#plain/civil-day.ts'
import { schoolYearText, type SchoolYearForm } from '#calendar/school-year.ts'
import type { Need } from '#determinations/determination.ts'
import type { Trouble } from '#rules/core/running.ts'

/** What kept a run from answering, in words: a calendar to be given, or an error that names what is wrong. */

export type TroubleSaid = { readonly needs: Need } | { readonly error: { readonly input: string | null; readonly message: string } }

export function troubleInWords(trouble: Trouble, asOf: number | null, years: SchoolYearForm): TroubleSaid {
  switch (trouble.is) {
    case 'calendar missing':
      return { needs: { input: 'calendar', why: `It is counted in ${trouble.kind} days, and neither the agreement nor the case gives a calendar of ${trouble.kind} days. Give one with "calendar".` } }
    case 'date missing':
      if (trouble.otherYears) return failed('calendar', `The calendar gives no ${trouble.name} of ${trouble.year}: that school year is missing from it.`)
      return { needs: { input: 'calendar', why: `It turns on the day ${trouble.name} of ${trouble.year}, which no calendar gives. Give one with "calendar".` } }
    case 'calendar too short':
      return failed('calendar', `The calendar of ${trouble.kind} days does not reach ${civilText(trouble.day)}: the school year ${trouble.year} is missing from it.`)
    case 'parameter not in force':
      return failed(trouble.day === asOf ? 'asOf' : null, `The agreement gives no ${trouble.parameter.replaceAll('_', ' ')} for ${civilText(trouble.day)}.`)
    case 'no such school year':
      return failed(null, `${JSON.stringify(trouble.text)} is no school year. Write it as ${schoolYearText(2010, years)}.`)
    case 'too large':
    case 'divided by nothing':
    case 'no such day':
    case 'no such text':
    case 'empty list':
      return failed(null, trouble.what)
  }
}

function failed(input: string | null, message: string): TroubleSaid {
  return { error: { input, message } }
}

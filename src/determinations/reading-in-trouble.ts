import { troubleInWords } from '#determinations/trouble-in-words.ts'
import type { SchoolYearForm } from '#calendar/school-year.ts'
import type { Ran, Trouble } from '#rules/core/running.ts'

/**
 * What becomes of a question when only another reading ends in trouble. It is never determined: by that reading there may be another answer, or none.
 *
 * - The reading has no answer there (it divides by nothing, names no day, asks the mean of an empty list, or for a figure that the agreement gives for other days only): *contested*, with nothing as that reading's answer and why in its words.
 * - There would be an answer, and what was given does not let it be worked out (a figure too large to be exact, a calendar too short, a text that cannot be read): an *error* that names the reading and the trouble.
 * - A calendar that nobody gave is asked for.
 */
export function hasNoAnswer(trouble: Trouble): boolean {
  return ['divided by nothing', 'no such day', 'empty list', 'parameter not in force'].includes(trouble.is)
}

/** Why the reading has no answer; null where it has one, and where a fact that was left out keeps it open. */
export function whyNoAnswer(ran: Ran, asOf: number | null, years: SchoolYearForm): string | null {
  if (ran.status !== 'trouble') return null
  const said = troubleInWords(ran.trouble, asOf, years)
  return 'needs' in said ? said.needs.why : said.error.message
}

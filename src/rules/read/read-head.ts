import type { Sheet } from '#rules/read/block-sheet.ts'
import { checkClauses } from '#rules/read/check-clause.ts'
import type { RuleHead } from '#rules/rule-book.ts'

/** What every block has: name, clauses, days of force, words left to people, a note. */

export const headKeys = ['clauses', 'from', 'until', 'left to people', 'note']

/** `force: false` for a block in which `from` is something else (the list of a `choose:`). */
export function readHead(sheet: Sheet, name: string, line: number, force = true): RuleHead {
  const from = force ? sheet.day('from') : null
  const until = sheet.day('until')
  if (from !== null && until !== null && from > until) sheet.tell('rules/force', `The days of force end on ${until}, before they begin on ${from}.`, 'Mend one of the two days.', sheet.lineOf('until'))
  const listed = checkClauses(sheet, 'clauses')
  const { clause } = sheet.place
  return {
    name,
    at: sheet.at(line),
    clauses: listed.includes(clause) ? listed : [clause, ...listed],
    from,
    until,
    leftToPeople: sheet.list('left to people'),
    note: sheet.words('note'),
  }
}

import type { Sheet } from '#rules/read/block-sheet.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/** The clause under a key; one that the pack does not have is told, and kept. */
export function checkClause(sheet: Sheet, key: string): string | null {
  const clause = sheet.words(key)
  if (clause !== null) checkAnchor(clause, sheet, key)
  return clause
}

/** The clauses of a list. */
export function checkClauses(sheet: Sheet, key: string): string[] {
  const clauses = sheet.list(key)
  for (const clause of clauses) checkAnchor(clause, sheet, key)
  return clauses
}

function checkAnchor(clause: string, sheet: Sheet, key: string): void {
  const { anchors } = sheet.place.pack
  if (anchors.has(clause)) return
  const near = clause.length > 2 ? didYouMean(clause, anchors) : ''
  sheet.tell('rules/unknown-clause', `${clause} is cited, and the pack has no such clause.`, `${near}Mend the number, or add the clause.`, sheet.lineOf(key))
}

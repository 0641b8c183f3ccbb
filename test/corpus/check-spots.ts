/** Spot checks: does the clause at an address begin and end with the words that stand there in print. */
import { walkClauses, type Clause, type Outline } from '#book/book.ts'
import { clauseIds, plainId, plainTitle } from './clause-ids.ts'
import type { GoldOutline, SpotCheck } from './corpus.ts'
import type { Miss } from './miss.ts'

/** Counts the spots that are right; each that is not goes to `misses` with what stands there instead. */
export function checkSpots(gold: GoldOutline, book: Outline, misses: Miss[]): { right: number; of: number } {
  let right = 0
  for (const spot of gold.spotChecks) {
    const wrong = whatIsWrong(spot, book)
    if (wrong === null) right += 1
    else misses.push({ kind: 'spot', id: spot.id, line: spot.line ?? 0, note: wrong })
  }
  return { right, of: gold.spotChecks.length }
}

function whatIsWrong(spot: SpotCheck, book: Outline): string | null {
  const clause = clauseOfSpot(spot, book)
  if (clause === null) return 'no clause at this address'
  if (!startsRight(clause, spot.startsWith)) return `starts "${wholeClause(clause).slice(0, 60)}"`
  if (spot.endsWith !== undefined && !endsRight(clause, spot.endsWith)) return `ends "${wholeClause(clause).slice(-60)}"`
  return null
}

/** Where a number is printed twice, the stand nearest to the spot's line. */
function clauseOfSpot(spot: SpotCheck, book: Outline): Clause | null {
  const wanted = plainId(spot.id)
  let best: Clause | null = null
  for (const { clause } of walkClauses({ articles: book.articles, appendices: [] })) {
    if (!clauseIds(clause).includes(wanted)) continue
    if (best === null || Math.abs(clause.line - (spot.line ?? 0)) < Math.abs(best.line - (spot.line ?? 0))) best = clause
  }
  return best
}

/** A clause that holds nothing but a list starts where its first item does. */
function startsRight(clause: Clause, words: string): boolean {
  const wanted = plainTitle(words)
  const first = clause.heading === null && clause.text === '' ? clause.clauses[0] : undefined
  return plainTitle(wholeClause(clause)).startsWith(wanted) || plainTitle(clause.text).startsWith(wanted) || (first !== undefined && startsRight(first, words))
}

function endsRight(clause: Clause, words: string): boolean {
  return plainTitle(wholeClause(clause)).endsWith(plainTitle(words))
}

/** The clause with everything under it, in the order of the print. */
function wholeClause(clause: Clause): string {
  const under = clause.clauses.map((it) => `${it.number ?? ''} ${wholeClause(it)}`)
  return [clause.heading ?? '', clause.text, ...under].filter((part) => part !== '').join(' ')
}

import type { ComparisonRow } from '#book/compare/comparison.ts'
import type { EditionClause } from '#book/compare/edition.ts'

/** Says which matched clauses kept their order and which moved, and lays both editions into one reading order. */

/** For each clause before that has a partner: did it move? A clause moved when it left the common order or the clause it stood under. */
export function findMoved(before: readonly EditionClause[], after: readonly EditionClause[], toAfter: Int32Array): boolean[] {
  const toBefore = new Int32Array(after.length).fill(-1)
  for (const [a, b] of toAfter.entries()) if (b >= 0) toBefore[b] = a
  // Clauses that left the one they stood under moved in any case; what stayed at home need not step aside for them.
  const atHome = toAfter.map((b, a) => (b >= 0 && sameHome(before, after, toAfter, toBefore, a, b) ? b : -1))
  const inOrder = heaviestRising(before, atHome, after.length)
  return before.map((_, a) => toAfter[a]! >= 0 && inOrder[a] === 0)
}

/** Rows of the two editions in one order: what kept its place stands once, all else where its own edition has it. `moved` says which pairs are shown in two places. */
export function layRows(pairOfBefore: Int32Array, pairOfAfter: Int32Array, toAfter: Int32Array, moved: readonly boolean[]): ComparisonRow[] {
  const rows: ComparisonRow[] = []
  const stays = new Int32Array(pairOfAfter.length)
  for (const [a, b] of toAfter.entries()) if (b >= 0 && moved[a] !== true) stays[b] = 1
  let b = 0
  const showAfter = (until: number): void => {
    for (; b < until; b += 1) if (stays[b] === 0) rows.push({ pair: pairOfAfter[b]!, show: 'after' })
  }
  for (const [a, partner] of toAfter.entries()) {
    if (partner < 0 || moved[a] === true) {
      rows.push({ pair: pairOfBefore[a]!, show: 'before' })
      continue
    }
    showAfter(partner)
    rows.push({ pair: pairOfBefore[a]!, show: 'both' })
    b = partner + 1
  }
  showAfter(pairOfAfter.length)
  return rows
}

/** 1 for each clause of the heaviest row of pairs that is in order on both sides, by words: short clauses move around long ones. */
function heaviestRising(before: readonly EditionClause[], toAfter: Int32Array, afterCount: number): Uint8Array {
  const inOrder = new Uint8Array(before.length)
  const previous = new Int32Array(before.length).fill(-1)
  const weight = new Float64Array(before.length)
  // best[i]: the clause that ends the heaviest row among partners below i, as a tree of prefix maxima.
  const best = new Int32Array(afterCount + 2).fill(-1)
  for (const [a, b] of toAfter.entries()) {
    if (b < 0) continue
    let top = -1
    for (let at = b; at > 0; at -= at & -at) if (best[at]! >= 0 && (top < 0 || weight[best[at]!]! > weight[top]!)) top = best[at]!
    previous[a] = top
    weight[a] = before[a]!.text.length + before[a]!.title.length + 8 + (top < 0 ? 0 : weight[top]!)
    for (let at = b + 1; at <= afterCount; at += at & -at) if (best[at]! < 0 || weight[best[at]!]! < weight[a]) best[at] = a
  }
  let last = -1
  for (const [a, b] of toAfter.entries()) if (b >= 0 && (last < 0 || weight[a]! > weight[last]!)) last = a
  for (; last >= 0; last = previous[last]!) inOrder[last] = 1
  return inOrder
}

/** The nearest clauses above that have partners are partners of each other; a heading put in between or taken out moves nothing. */
function sameHome(before: readonly EditionClause[], after: readonly EditionClause[], toAfter: Int32Array, toBefore: Int32Array, a: number, b: number): boolean {
  let above = before[a]!.parent
  while (above >= 0 && toAfter[above]! < 0) above = before[above]!.parent
  let other = after[b]!.parent
  while (other >= 0 && toBefore[other]! < 0) other = after[other]!.parent
  return above < 0 || other < 0 ? above === other : toAfter[above] === other
}

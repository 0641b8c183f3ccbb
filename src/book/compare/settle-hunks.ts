import type { Token } from '#book/compare/cut-tokens.ts'
import type { Hunk } from '#book/compare/diff-tokens.ts'
import { stopWords } from '#book/search/stop-words.ts'

/** Makes the shortest edit readable: words that stayed by chance between two changes join them, and an insertion begins where a sentence does. */

/** Settles the hunks of a diff of two token lists. What they say of the texts stays true. */
export function settleHunks(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): Hunk[] {
  const folded = foldIslands(hunks, before, after)
  return folded.map((hunk, at) => slide(hunk, folded[at - 1]?.aEnd ?? 0, folded[at + 1]?.aStart ?? before.length, before, after))
}

/** Longer stretches than this, in words that count, always stand as they are. */
const MOST_FOLDED = 5

function foldIslands(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): Hunk[] {
  let settled = [...hunks]
  // Joining two hunks can make the next island small beside them, so go round until nothing joins.
  for (let round = 0; round < 8; round += 1) {
    const next: Hunk[] = []
    for (const hunk of settled) {
      const last = next.at(-1)
      if (last !== undefined && isByChance(last, hunk, before, after)) next[next.length - 1] = { ...last, aEnd: hunk.aEnd, bEnd: hunk.bEnd }
      else next.push(hunk)
    }
    if (next.length === settled.length) return next
    settled = next
  }
  return settled
}

function isByChance(left: Hunk, right: Hunk, before: readonly Token[], after: readonly Token[]): boolean {
  // Between two insertions alone, what stands between is the old text itself; folding it in would only repeat it.
  const deletes = left.aEnd > left.aStart || right.aEnd > right.aStart
  const inserts = left.bEnd > left.bStart || right.bEnd > right.bStart
  if (!deletes || !inserts) return false
  // One figure for another is the plainest change there is; it is never blurred into its neighbours.
  if (isFigureSwap(left, before, after) || isFigureSwap(right, before, after)) return false
  const island = before.slice(left.aEnd, right.aStart)
  if (island.some(({ gap, core }) => gap.includes('\n') || /\d/.test(core))) return false
  const telling = island.filter(({ core }) => /[\p{L}\p{N}]/u.test(core) && !stopWords.has(core.toLowerCase()))
  if (telling.length === 0) return island.length <= 4 && bothSides(left) && bothSides(right)
  const size = letters(island)
  return telling.length <= MOST_FOLDED && size < hunkSize(left, before, after) && size < hunkSize(right, before, after)
}

function isFigureSwap({ aStart, aEnd, bStart, bEnd }: Hunk, before: readonly Token[], after: readonly Token[]): boolean {
  return aEnd - aStart === 1 && bEnd - bStart === 1 && /\d/.test(before[aStart]!.core) && /\d/.test(after[bStart]!.core)
}

function bothSides({ aStart, aEnd, bStart, bEnd }: Hunk): boolean {
  return aEnd > aStart && bEnd > bStart
}

function hunkSize({ aStart, aEnd, bStart, bEnd }: Hunk, before: readonly Token[], after: readonly Token[]): number {
  return Math.max(letters(before.slice(aStart, aEnd)), letters(after.slice(bStart, bEnd)))
}

function letters(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { core }) => sum + core.length, 0)
}

/** A pure insertion or deletion between equal words can stand in several places; takes the one that reads best. */
function slide(hunk: Hunk, leftLimit: number, rightLimit: number, before: readonly Token[], after: readonly Token[]): Hunk {
  const inserts = hunk.aStart === hunk.aEnd
  if (!inserts && hunk.bStart !== hunk.bEnd) return hunk
  const list = inserts ? after : before
  const start = inserts ? hunk.bStart : hunk.aStart
  const end = inserts ? hunk.bEnd : hunk.aEnd
  let back = 0
  while (hunk.aStart - back > leftLimit && start - back > 0 && sameToken(list[start - back - 1], list[end - back - 1])) back += 1
  let forth = 0
  while (hunk.aEnd + forth < rightLimit && end + forth < list.length && sameToken(list[start + forth], list[end + forth])) forth += 1
  let best = 0
  let bestWorth = boundaryWorth(list, start, end)
  for (let shift = -back; shift <= forth; shift += 1) {
    const worth = boundaryWorth(list, start + shift, end + shift)
    if (worth <= bestWorth) continue
    best = shift
    bestWorth = worth
  }
  return { aStart: hunk.aStart + best, aEnd: hunk.aEnd + best, bStart: hunk.bStart + best, bEnd: hunk.bEnd + best }
}

function sameToken(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.core === b.core && a.gap === b.gap
}

/** How good a place to start at: a new paragraph, a new sentence, after a comma, between words, inside one. */
function boundaryWorth(list: readonly Token[], start: number, end: number): number {
  const gap = list[start]?.gap ?? ''
  const previous = list[start - 1]?.core ?? ''
  const last = list[end - 1]?.core ?? ''
  if (start === 0 || gap.includes('\n')) return 5
  if (/^[.;:!?]$/.test(previous)) return 4
  if (/^[.;:!?]$/.test(last) && gap !== '') return 3
  if (previous === ',') return 2
  return gap === '' ? 0 : 1
}

/** Finds what differs between two lists of numbers: the shortest edit where that is quick to find, a good one where it is not. */

/** What stands in `a` from aStart to aEnd stands in `b` from bStart to bEnd instead; one of the two may be empty. Between hunks the lists are equal. */
export interface Hunk {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}

/** The hunks in order, never touching one another. */
export function diffTokens(a: ArrayLike<number>, b: ArrayLike<number>): Hunk[] {
  const hunks: Hunk[] = []
  diffRange({ a, b }, { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }, hunks)
  return joinTouching(hunks)
}

interface Lists {
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
}

/** Edits beyond this many are not searched for one by one; the work grows with their square. */
const MOST_EDITS = 1200

function diffRange(lists: Lists, whole: Hunk, hunks: Hunk[]): void {
  const range = trimEqual(lists, whole)
  if (range.aStart === range.aEnd || range.bStart === range.bEnd) {
    if (range.aStart !== range.aEnd || range.bStart !== range.bEnd) hunks.push(range)
    return
  }
  const long = range.aEnd - range.aStart + range.bEnd - range.bStart > 4000
  const anchors = long ? uniqueAnchors(lists, range) : []
  if (anchors.length > 0) {
    diffBetween(lists, range, anchors, hunks)
    return
  }
  const path = shortestEdit(lists, range)
  if (path !== null) {
    hunks.push(...path)
    return
  }
  const late = long ? [] : uniqueAnchors(lists, range)
  if (late.length > 0) diffBetween(lists, range, late, hunks)
  else hunks.push(range)
}

function trimEqual({ a, b }: Lists, { aStart, aEnd, bStart, bEnd }: Hunk): Hunk {
  let head = 0
  while (aStart + head < aEnd && bStart + head < bEnd && a[aStart + head] === b[bStart + head]) head += 1
  let tail = 0
  while (aEnd - tail > aStart + head && bEnd - tail > bStart + head && a[aEnd - tail - 1] === b[bEnd - tail - 1]) tail += 1
  return { aStart: aStart + head, aEnd: aEnd - tail, bStart: bStart + head, bEnd: bEnd - tail }
}

function diffBetween(lists: Lists, range: Hunk, anchors: readonly { a: number; b: number }[], hunks: Hunk[]): void {
  let { aStart, bStart } = range
  for (const anchor of anchors) {
    diffRange(lists, { aStart, aEnd: anchor.a, bStart, bEnd: anchor.b }, hunks)
    aStart = anchor.a + 1
    bStart = anchor.b + 1
  }
  diffRange(lists, { aStart, aEnd: range.aEnd, bStart, bEnd: range.bEnd }, hunks)
}

/** Tokens that stand once in each list, the longest row of them that is in the same order in both. */
function uniqueAnchors({ a, b }: Lists, { aStart, aEnd, bStart, bEnd }: Hunk): { a: number; b: number }[] {
  const inA = onceOnly(a, aStart, aEnd)
  const inB = onceOnly(b, bStart, bEnd)
  const common: { a: number; b: number }[] = []
  for (const [token, at] of inA) {
    const other = inB.get(token)
    if (at >= 0 && other !== undefined && other >= 0) common.push({ a: at, b: other })
  }
  return longestRising(common.sort((x, y) => x.a - y.a))
}

function onceOnly(list: ArrayLike<number>, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = start; at < end; at += 1) places.set(list[at]!, places.has(list[at]!) ? -1 : at)
  return places
}

function longestRising(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [at, pair] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]!.b < pair.b) low = middle + 1
      else high = middle
    }
    if (low > 0) before[at] = tops[low - 1]!
    tops[low] = at
  }
  const rising: { a: number; b: number }[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push(pairs[at]!)
  return rising.reverse()
}

/** The greedy shortest edit (Myers, 1986): for each number of edits the furthest that each diagonal reaches. Null where it takes more than MOST_EDITS. */
function shortestEdit({ a, b }: Lists, { aStart, aEnd, bStart, bEnd }: Hunk): Hunk[] | null {
  const n = aEnd - aStart
  const m = bEnd - bStart
  const most = Math.min(n + m, MOST_EDITS)
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(most - edits, most + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && reach[most + diagonal - 1]! < reach[most + diagonal + 1]!)
      let x = down ? reach[most + diagonal + 1]! : reach[most + diagonal - 1]! + 1
      while (x < n && x - diagonal < m && a[aStart + x] === b[bStart + x - diagonal]) x += 1
      reach[most + diagonal] = x
      if (x >= n && x - diagonal >= m) return walkBack(trace, edits, n, m, aStart, bStart)
    }
  }
  return null
}

/** Follows the trace back from the end; `trace[e]` holds the reaches before edit e, diagonals -e to e + 1. */
function walkBack(trace: readonly Int32Array[], edits: number, n: number, m: number, aStart: number, bStart: number): Hunk[] {
  const hunks: Hunk[] = []
  let x = n
  let y = m
  for (let edit = edits; edit > 0; edit -= 1) {
    const reach = trace[edit]!
    const diagonal = x - y
    const down = diagonal === -edit || (diagonal !== edit && reach[edit + diagonal - 1]! < reach[edit + diagonal + 1]!)
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1
    const fromX = reach[edit + fromDiagonal]!
    const fromY = fromX - fromDiagonal
    hunks.push({ aStart: aStart + fromX, aEnd: aStart + (down ? fromX : fromX + 1), bStart: bStart + fromY, bEnd: bStart + (down ? fromY + 1 : fromY) })
    x = fromX
    y = fromY
  }
  return hunks.reverse()
}

function joinTouching(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    if (last !== undefined && last.aEnd === hunk.aStart && last.bEnd === hunk.bStart) joined[joined.length - 1] = { ...last, aEnd: hunk.aEnd, bEnd: hunk.bEnd }
    else joined.push(hunk)
  }
  return joined
}

import type { WordIndex } from '#book/search/index-words.ts'
import type { SearchPlan, Way } from '#book/search/plan-search.ts'
import { runStands, type Stands } from '#book/search/run-stands.ts'

/** Scores the entries that a plan finds and puts the best first. */

export interface Ranking {
  /** The best entries with their scores, at least `most` of them where there are so many. */
  readonly order: readonly { readonly entry: number; readonly score: number }[]
  readonly total: number
  /** No entry has all the words: these have some. */
  readonly partial: boolean
}

/** A function that ranks. It keeps its working space between calls. `allowed` has a 1 for each entry that may be found; null allows all. */
export function entryRanker(index: WordIndex, entryCount: number): (plan: SearchPlan, allowed: Uint8Array | null, most: number) => Ranking {
  const space: Space = {
    score: new Float32Array(entryCount),
    cover: new Int32Array(entryCount),
    weight: new Float32Array(entryCount),
    units: new Int32Array(index.words.length),
    found: [],
  }
  return (plan, allowed, most) => {
    space.found.length = 0
    scoreUnits(index, plan, allowed, space)
    const kept = keepBest(plan, space)
    const order = topOf(kept.entries, space.score, Math.max(most, RERANKED))
    raiseNeighbours(index, plan, order, space)
    for (const entry of space.found) space.score[entry] = space.cover[entry] = 0
    return { order, total: kept.entries.length, partial: kept.partial }
  }
}

interface Space {
  readonly score: Float32Array
  readonly cover: Int32Array
  readonly weight: Float32Array
  readonly units: Int32Array
  readonly found: number[]
}

/** How soon more of the same word stops counting. */
const ENOUGH = 1.4
/** The best of the first ranking are looked at once more, for words that stand side by side. */
const RERANKED = 200

function scoreUnits(index: WordIndex, plan: SearchPlan, allowed: Uint8Array | null, { score, cover, weight, found }: Space): void {
  const runs = plan.ways.map(({ run }) => (run.length > 1 ? runStands(index, run) : null))
  for (let unit = 0; unit < plan.units; unit += 1) {
    const touched: number[] = []
    for (const [at, way] of plan.ways.entries()) {
      if ((way.covers & (1 << unit)) === 0) continue
      const run = runs[at]!
      if (run === null) addPostings(index, way, weight, touched)
      else addRun(run, way.weight, weight, touched)
    }
    const rarity = Math.log(1 + (score.length - touched.length + 0.5) / (touched.length + 0.5))
    for (const entry of touched) {
      const heavy = weight[entry]!
      weight[entry] = 0
      if (allowed !== null && allowed[entry] === 0) continue
      if (cover[entry] === 0) found.push(entry)
      cover[entry]! |= 1 << unit
      score[entry]! += (rarity * heavy) / (heavy + ENOUGH)
    }
  }
}

function addPostings({ firstPosting, postingEntry, postingWeight }: WordIndex, way: Way, weight: Float32Array, touched: number[]): void {
  for (const [id, share] of way.run[0]!) {
    const times = share * way.weight
    const end = firstPosting[id + 1]!
    for (let posting = firstPosting[id]!; posting < end; posting += 1) {
      const entry = postingEntry[posting]!
      if (weight[entry] === 0) touched.push(entry)
      weight[entry]! += postingWeight[posting]! * times
    }
  }
}

function addRun({ entries, weights }: Stands, times: number, weight: Float32Array, touched: number[]): void {
  for (const [place, entry] of entries.entries()) {
    if (weight[entry] === 0) touched.push(entry)
    weight[entry]! += weights[place]! * times
  }
}

/** Entries with every word, where there are any; else those with at least half of the words, fewer words lower. */
function keepBest({ units, must }: SearchPlan, { score, cover, found }: Space): { entries: number[]; partial: boolean } {
  const all = (1 << units) - 1
  const full = found.filter((entry) => cover[entry] === all)
  if (full.length > 0) return { entries: full, partial: false }
  const half = Math.ceil(units / 2)
  const some = found.filter((entry) => (cover[entry]! & must) === must && bitCount(cover[entry]!) >= half)
  for (const entry of some) score[entry]! *= (bitCount(cover[entry]!) / units) ** 2
  return { entries: some, partial: true }
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** The `most` best without sorting all: a heap with the worst of the kept on top. Ties go by the order of the shelf. */
function topOf(entries: readonly number[], score: Float32Array, most: number): { entry: number; score: number }[] {
  const worse = (a: number, b: number): boolean => score[a]! < score[b]! || (score[a] === score[b] && a > b)
  const heap: number[] = []
  for (const entry of entries) {
    if (heap.length < most) {
      heap.push(entry)
      for (let at = heap.length - 1; at > 0 && worse(heap[at]!, heap[(at - 1) >> 1]!); at = (at - 1) >> 1) swap(heap, at, (at - 1) >> 1)
    } else if (worse(heap[0]!, entry)) {
      heap[0] = entry
      sink(heap, worse)
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((entry) => ({ entry, score: score[entry]! }))
}

function sink(heap: number[], worse: (a: number, b: number) => boolean): void {
  let at = 0
  for (;;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && worse(heap[child]!, heap[least]!)) least = child
    if (least === at) return
    swap(heap, at, least)
    at = least
  }
}

function swap(list: number[], a: number, b: number): void {
  const spare = list[a]!
  list[a] = list[b]!
  list[b] = spare
}

/** Words of the query that stand next to one another in the entry, and headings that say just what was asked, count more. */
function raiseNeighbours(index: WordIndex, plan: SearchPlan, order: { entry: number; score: number }[], { units }: Space): void {
  const ids = plan.ways.filter(({ run }) => run.length === 1).flatMap(({ run, covers }) => [...run[0]!.keys()].map((id) => ({ id, covers })))
  for (const { id, covers } of ids) units[id]! |= covers
  const head = order.slice(0, RERANKED)
  for (const hit of head) hit.score *= neighbourFactor(index, hit.entry, plan.units, units)
  head.sort((a, b) => b.score - a.score || a.entry - b.entry)
  for (const [at, hit] of head.entries()) order[at] = hit
  for (const { id } of ids) units[id] = 0
}

function neighbourFactor({ stream, segmentStart }: WordIndex, entry: number, unitCount: number, units: Int32Array): number {
  let pairs = 0
  let headed = 0
  const headingEnd = segmentStart[entry * 3 + 1]!
  const end = segmentStart[entry * 3 + 2]!
  for (let at = segmentStart[entry * 3]!; at < end; at += 1) {
    const here = units[stream[at]!]!
    if (here === 0) continue
    if (at < headingEnd) headed |= here
    // The next word, or the one after a word between: "class size", "size of class".
    const next = (at + 1 < end ? units[stream[at + 1]!]! : 0) | (at + 2 < end ? units[stream[at + 2]!]! : 0)
    pairs |= (here << 1) & next
  }
  const adjacent = unitCount > 1 ? bitCount(pairs) / (unitCount - 1) : 0
  const wholeHeading = headed === (1 << unitCount) - 1
  const headingLength = headingEnd - segmentStart[entry * 3]!
  return (1 + 0.35 * adjacent) * (wholeHeading ? (headingLength <= unitCount + 1 ? 1.6 : 1.25) : 1)
}

import { standsOfWord, type WordSet } from '#book/search/near-words.ts'
import type { WordIndex } from '#book/search/index-words.ts'

/** Where words follow one another: the entries that hold such a run in a heading, a text or a table, and how much it weighs there. */

export interface Stands {
  readonly entries: readonly number[]
  readonly weights: readonly number[]
}

/** The stands of a run, in the order of the shelf. */
export function runStands(index: WordIndex, run: readonly WordSet[]): Stands {
  const entries: number[] = []
  const weights: number[] = []
  if (run.length === 0 || run.some((set) => set.size === 0)) return { entries, weights }
  const rarest = run.reduce((best, set) => (standsOfSet(index, set) < standsOfSet(index, best) ? set : best))
  const checked = new Set<number>()
  for (const id of rarest.keys()) {
    for (let posting = index.firstPosting[id]!; posting < index.firstPosting[id + 1]!; posting += 1) checked.add(index.postingEntry[posting]!)
  }
  for (const entry of checked) {
    const weight = entryWeight(index, entry, run)
    if (weight === 0) continue
    entries.push(entry)
    weights.push(weight)
  }
  return { entries, weights }
}

/** Calls `visit` with the place in the stream of each stand of the run in a segment. */
export function eachRun({ stream, segmentStart }: WordIndex, segment: number, run: readonly WordSet[], visit: (at: number) => void): void {
  const last = segmentStart[segment + 1]! - run.length
  const [first] = run
  for (let at = segmentStart[segment]!; at <= last; at += 1) {
    if (!first!.has(stream[at]!)) continue
    let offset = 1
    while (offset < run.length && run[offset]!.has(stream[at + offset]!)) offset += 1
    if (offset === run.length) visit(at)
  }
}

const SEGMENT_WEIGHTS = [3, 1, 0.5] as const

function standsOfSet(index: WordIndex, set: WordSet): number {
  let stands = 0
  for (const id of set.keys()) stands += standsOfWord(index, id)
  return stands
}

function entryWeight(index: WordIndex, entry: number, run: readonly WordSet[]): number {
  let weight = 0
  for (let offset = 0; offset < 3; offset += 1) eachRun(index, entry * 3 + offset, run, () => (weight += SEGMENT_WEIGHTS[offset]!))
  return weight
}

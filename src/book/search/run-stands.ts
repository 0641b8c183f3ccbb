import { standsOfWord, type WordSet } from '#book/search/near-words.ts'
import type { WordIndex } from '#book/search/index-words.ts'

/** Where words follow one another: the entries that hold such a run in a heading, a text or a table, and how much it weighs there. */

export interface Stands {
  readonly entries: readonly number[]
  readonly weights: readonly number[]
}

/** The stands of a run, of 31 words at most, in the order of the shelf. */
export function runStands(index: WordIndex, run: readonly WordSet[]): Stands {
  const entries: number[] = []
  const weights: number[] = []
  if (run.length === 0 || run.some((set) => set.size === 0)) return { entries, weights }
  const candidates = holdersOfRarest(index, run)
  layMasks(index, run)
  for (const entry of candidates) {
    const weight = entryWeight(index, entry, run.length)
    if (weight === 0) continue
    entries.push(entry)
    weights.push(weight)
  }
  clearMasks(index, run)
  return { entries, weights }
}

/** Calls `visit` with the place in the stream of each stand of the run in a segment. */
export function eachRun(index: WordIndex, segment: number, run: readonly WordSet[], visit: (at: number) => void): void {
  layMasks(index, run)
  const end = 1 << (run.length - 1)
  let state = 0
  for (let at = index.segmentStart[segment]!; at < index.segmentStart[segment + 1]!; at += 1) {
    state = ((state << 1) | 1) & index.masks[index.stream[at]!]!
    if ((state & end) !== 0) visit(at - run.length + 1)
  }
  clearMasks(index, run)
}

const SEGMENT_WEIGHTS = [3, 1, 0.5] as const

/** Bit k of a word's mask says that the word may stand at place k of the run; a run is then followed word by word with one shift each. */
function layMasks({ masks }: WordIndex, run: readonly WordSet[]): void {
  for (const [at, set] of run.entries()) for (const id of set.keys()) masks[id]! |= 1 << at
}

function clearMasks({ masks }: WordIndex, run: readonly WordSet[]): void {
  for (const set of run) for (const id of set.keys()) masks[id] = 0
}

/** Entries that hold the two rarest of the run's words: few are left to be read. */
function holdersOfRarest(index: WordIndex, run: readonly WordSet[]): number[] {
  const [rarest, second] = [...run].sort((a, b) => standsOfSet(index, a) - standsOfSet(index, b))
  const { marks } = index
  const first = holders(index, rarest!, 0, 1)
  const both = second === undefined ? first : holders(index, second, 1, 2)
  for (const entry of first) marks[entry] = 0
  return both.sort((a, b) => a - b)
}

/** Entries with a word of the set whose mark is `from`; their mark becomes `to`, so that none comes twice. */
function holders({ firstPosting, postingEntry, marks }: WordIndex, set: WordSet, from: number, to: number): number[] {
  const found: number[] = []
  for (const id of set.keys()) {
    for (let posting = firstPosting[id]!; posting < firstPosting[id + 1]!; posting += 1) {
      const entry = postingEntry[posting]!
      if (marks[entry] !== from) continue
      marks[entry] = to
      found.push(entry)
    }
  }
  return found
}

function standsOfSet(index: WordIndex, set: WordSet): number {
  let stands = 0
  for (const id of set.keys()) stands += standsOfWord(index, id)
  return stands
}

function entryWeight({ stream, segmentStart, masks }: WordIndex, entry: number, length: number): number {
  const end = 1 << (length - 1)
  let weight = 0
  for (let offset = 0; offset < 3; offset += 1) {
    let state = 0
    for (let at = segmentStart[entry * 3 + offset]!; at < segmentStart[entry * 3 + offset + 1]!; at += 1) {
      state = ((state << 1) | 1) & masks[stream[at]!]!
      if ((state & end) !== 0) weight += SEGMENT_WEIGHTS[offset]!
    }
  }
  return weight
}

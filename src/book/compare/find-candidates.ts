import type { Sides } from '#book/compare/sides.ts'
import type { Features } from '#book/compare/word-features.ts'

/** Clauses of two editions that may be the same: those that share runs of three words that are rare, or an address. Finds them without comparing all with all. */

/** Pairs of places, before and after. */
export function findCandidates({ before, after, beforeFeatures, afterFeatures }: Sides): (readonly [number, number])[] {
  const candidates: (readonly [number, number])[] = []
  const runs = indexRuns(afterFeatures)
  const byAnchor = new Map(after.flatMap(({ anchor }, at) => (anchor === null ? [] : [[anchor as string, at] as const])))
  const shared = new Int32Array(after.length)
  for (const [a, features] of beforeFeatures.entries()) {
    const best = mostShared(features, runs, shared)
    const sameAddress = before[a]!.anchor === null ? undefined : byAnchor.get(before[a]!.anchor)
    if (sameAddress !== undefined && !best.includes(sameAddress)) best.push(sameAddress)
    for (const b of best) candidates.push([a, b])
  }
  return candidates
}

/** A run of words that stands in more clauses than this says little about any of them. */
const MOST_STANDS = 24
/** Candidates kept for each clause. */
const KEPT = 8

function indexRuns(features: readonly Features[]): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const [at, { words }] of features.entries()) {
    eachRunOfThree(words, (run) => {
      const stands = runs.get(run)
      if (stands === undefined) runs.set(run, [at])
      else if (stands.at(-1) !== at && stands.length <= MOST_STANDS) stands.push(at)
    })
  }
  return runs
}

function mostShared({ words }: Features, runs: ReadonlyMap<number, readonly number[]>, shared: Int32Array): number[] {
  const touched: number[] = []
  eachRunOfThree(words, (run) => {
    const stands = runs.get(run)
    if (stands === undefined || stands.length > MOST_STANDS) return
    for (const at of stands) {
      if (shared[at] === 0) touched.push(at)
      shared[at]! += 1
    }
  })
  const best = touched.sort((x, y) => shared[y]! - shared[x]! || x - y).slice(0, KEPT)
  for (const at of touched) shared[at] = 0
  return best
}

/** Three neighbouring words as one small whole number; the few that share a number by chance only add a candidate. Shorter texts give the words they have. */
function eachRunOfThree(words: Int32Array, visit: (run: number) => void): void {
  if (words.length < 3) visit(-1 - (mix(words[0] ?? 0, words[1] ?? 0, 0) >>> 3))
  for (let at = 0; at + 2 < words.length; at += 1) visit(mix(words[at]!, words[at + 1]!, words[at + 2]!) >>> 2)
}

function mix(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a + 1, 0x9e3779b1) ^ (b + 1), 0x85ebca6b) ^ (c + 1), 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

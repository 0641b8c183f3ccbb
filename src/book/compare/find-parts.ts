import type { PairDraft, Parts, Sides } from '#book/compare/sides.ts'
import { containment, type Features } from '#book/compare/word-features.ts'

/** Finds clauses that were split in two or merged into one: an added clause whose words stood in a neighbour before, or the other way round. */

/** The parts found, by places in `drafts`. */
export function findParts(sides: Sides, drafts: readonly PairDraft[]): Parts {
  const ofWhole = new Map<number, number[]>()
  const wholeOf = new Map<number, number>()
  const places = placesOf(drafts, sides)
  for (const [at, { a, b }] of drafts.entries()) {
    if (a >= 0 && b >= 0) continue
    const whole = a < 0 ? wholeOfAdded(sides, drafts, places.after, b) : wholeOfRemoved(sides, drafts, places.before, a)
    // A clause is split or merged, not both: the first part found decides.
    if (whole === null || isOtherWay(drafts, ofWhole.get(whole), a < 0)) continue
    wholeOf.set(at, whole)
    ofWhole.set(whole, [...(ofWhole.get(whole) ?? []), at])
  }
  return { ofWhole, wholeOf }
}

/** How far before and after its place the rest of a part may stand, in clauses. */
const REACH = 4
const FEWEST_WORDS = 6
const STOOD_THERE = 0.6
const STANDS_THERE_STILL = 0.35

function placesOf(drafts: readonly PairDraft[], { before, after }: Sides): { before: Int32Array; after: Int32Array } {
  const places = { before: new Int32Array(before.length), after: new Int32Array(after.length) }
  for (const [at, { a, b }] of drafts.entries()) {
    if (a >= 0) places.before[a] = at
    if (b >= 0) places.after[b] = at
  }
  return places
}

function wholeOfAdded({ beforeFeatures, afterFeatures }: Sides, drafts: readonly PairDraft[], places: Int32Array, b: number): number | null {
  return nearest(drafts, places, b, (draft) => isPart(afterFeatures[b]!, beforeFeatures[draft.a]!, afterFeatures[draft.b]!))
}

function wholeOfRemoved({ beforeFeatures, afterFeatures }: Sides, drafts: readonly PairDraft[], places: Int32Array, a: number): number | null {
  return nearest(drafts, places, a, (draft) => isPart(beforeFeatures[a]!, afterFeatures[draft.b]!, beforeFeatures[draft.a]!))
}

/** The part's words stand in the whole of the other edition and not in its partner beside the part. */
function isPart(part: Features, whole: Features, partner: Features): boolean {
  return part.words.length >= FEWEST_WORDS && containment(part, whole) >= STOOD_THERE && containment(part, partner) <= STANDS_THERE_STILL
}

function nearest(drafts: readonly PairDraft[], places: Int32Array, from: number, isWhole: (draft: PairDraft) => boolean): number | null {
  for (let step = 1; step <= REACH; step += 1) {
    for (const at of [from - step, from + step]) {
      if (at < 0 || at >= places.length) continue
      const draft = drafts[places[at]!]!
      if (draft.a >= 0 && draft.b >= 0 && isWhole(draft)) return places[at]!
    }
  }
  return null
}

function isOtherWay(drafts: readonly PairDraft[], parts: readonly number[] | undefined, added: boolean): boolean {
  return parts !== undefined && drafts[parts[0]!]!.a < 0 !== added
}

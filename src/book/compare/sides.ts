import type { EditionClause } from '#book/compare/edition.ts'
import type { Features } from '#book/compare/word-features.ts'

/** What the steps of a comparison hand to one another: both editions laid flat, and pairs by their places in them. */

export interface Sides {
  readonly before: readonly EditionClause[]
  readonly after: readonly EditionClause[]
  readonly beforeFeatures: readonly Features[]
  readonly afterFeatures: readonly Features[]
}

/** A pair by its places in the two editions, -1 where it has none. */
export interface PairDraft {
  readonly a: number
  readonly b: number
  readonly moved: boolean
  readonly withParent: boolean
}

/** What a clause was split into or merged from: the drafts of its other parts; and for a part, the draft it belongs to. */
export interface Parts {
  readonly ofWhole: ReadonlyMap<number, readonly number[]>
  readonly wholeOf: ReadonlyMap<number, number>
}

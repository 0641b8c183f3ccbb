/** What a comparison of two editions is, as plain data: it can be stored, sent to a screen and printed without the books. */

export type PairKind = 'same' | 'changed' | 'moved' | 'renumbered' | 'split' | 'merged' | 'added' | 'removed'

export const pairKinds: readonly PairKind[] = ['same', 'changed', 'moved', 'renumbered', 'split', 'merged', 'added', 'removed']

/** A stretch of text. The `same` and `deleted` stretches in order are the text before, the `same` and `inserted` ones the text after. */
export interface Stretch {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

export type Redline = readonly Stretch[]

export interface FigureChange {
  /** As printed, with its unit: `20 work days`, `$4,250`. Null where the figure is new, or gone. */
  readonly before: string | null
  readonly after: string | null
}

export interface ClauseSide {
  /** Null for text that stands in no clause. */
  readonly anchor: string | null
  /** Number and heading as one line. */
  readonly title: string
  /** Empty where it has none. */
  readonly heading: string
  readonly line: number
  /** Articles and appendices 0. */
  readonly depth: number
}

export interface ClausePair {
  /** What happened to its place; `changed` only where place and number stayed. */
  readonly kind: PairKind
  /** Null for what was added. */
  readonly before: ClauseSide | null
  /** Null for what was removed. */
  readonly after: ClauseSide | null
  /** Its heading or words differ, whatever its kind. True of added and removed clauses. */
  readonly changed: boolean
  /** It was moved or renumbered only because the clause it stands under was. */
  readonly withParent: boolean
  /** How much of the words is common, 0 to 1. */
  readonly likeness: number
  readonly title: Redline
  readonly text: Redline
  /** Of clauses that both editions have. */
  readonly figures: readonly FigureChange[]
  /** For a split or merged clause: the places in `pairs` of the added or removed clauses that are its other parts. */
  readonly parts: readonly number[]
  /** For such a part: the place in `pairs` of the clause it was split from or merged into. */
  readonly partOf: number | null
}

/** A line of the two editions read together. `before` and `after` rows stand for one edition only: what was removed or moved away, added or moved in. */
export interface ComparisonRow {
  readonly pair: number
  readonly show: 'both' | 'before' | 'after'
}

export interface Edition {
  readonly name: string
  readonly title: string | null
  readonly sha256: string
  readonly clauses: number
}

export interface ComparisonSummary {
  readonly counts: Readonly<Record<PairKind, number>>
  /** Pairs whose words differ, moved and renumbered ones too; added and removed ones not. */
  readonly reworded: number
  readonly wordsInserted: number
  readonly wordsDeleted: number
  /** The figures that changed, in the order of the edition after, with the address where each stands. */
  readonly figures: readonly (FigureChange & { readonly anchor: string | null })[]
}

export interface Comparison {
  readonly before: Edition
  readonly after: Edition
  readonly pairs: readonly ClausePair[]
  /** Reading order: taking the `both` and `before` rows gives the edition before, the `both` and `after` rows the edition after. */
  readonly rows: readonly ComparisonRow[]
  readonly summary: ComparisonSummary
}

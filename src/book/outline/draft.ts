import type { Anchor, Span } from '#book/book.ts'
import type { Row } from '#book/outline/lay-rows.ts'

/** A clause while the outline is being built: places in the whole text instead of words. */
export interface Draft {
  readonly kind: 'article' | 'appendix' | 'clause'
  /** Null where the print numbers nothing and `label` stands for it. */
  readonly number: string | null
  readonly label: string
  readonly row: Row
  /** Of the number as printed. */
  readonly start: number
  readonly end: number
  heading: Span | null
  /** Only of articles and appendices. */
  readonly title: string
  readonly titleSpans: readonly Span[]
  readonly children: Draft[]
  anchor: Anchor
}

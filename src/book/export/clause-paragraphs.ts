import type { Clause, Reference, Span } from '#book/book.ts'

/** A clause's text as paragraphs of runs, so that every export marks the same words as links and terms. */

export interface Run {
  readonly text: string
  readonly reference?: Reference
  /** The defined term that the words use or define. */
  readonly term?: string
  /** The words stand where the term gets its meaning. */
  readonly defines?: true
}

export type Paragraph = readonly Run[]

/** One stretch of a clause's text that means more than its letters. */
export interface Mark extends Span {
  readonly reference?: Reference
  readonly term?: string
  readonly defines?: true
}

/** The paragraphs of the text, in order, with `marks` as runs of their own. Marks that overlap an earlier one or leave the text are dropped; no letter is. */
export function clauseParagraphs(clause: Pick<Clause, 'text'>, marks: readonly Mark[]): Paragraph[] {
  const kept = withoutOverlaps(marks, clause.text.length)
  return paragraphSpans(clause.text).map((span) => runsIn(span, clause.text, kept))
}

/** A reference goes before a definition, a definition before a use; among equals the earlier wins. */
function withoutOverlaps(marks: readonly Mark[], length: number): Mark[] {
  const inside = marks.filter((mark) => mark.start >= 0 && mark.end <= length && mark.start < mark.end)
  const ranked = inside.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end)
  // One letter, one mark: a clause that is a whole flattened chapter has thousands of marks.
  const taken = new Uint8Array(length)
  const kept = ranked.filter((mark) => {
    const free = !taken.subarray(mark.start, mark.end).includes(1)
    if (free) taken.fill(1, mark.start, mark.end)
    return free
  })
  return kept.toSorted((a, b) => a.start - b.start)
}

function rank(mark: Mark): number {
  if (mark.reference !== undefined) return 0
  return mark.defines === true ? 1 : 2
}

function paragraphSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g)) {
    spans.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  spans.push({ start, end: text.length })
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '')
}

function runsIn(span: Span, text: string, marks: readonly Mark[]): Run[] {
  const runs: Run[] = []
  let at = span.start
  for (const mark of marks) {
    if (mark.start < at) continue
    if (mark.start >= span.end) break
    if (mark.end > span.end) continue
    if (mark.start > at) runs.push({ text: text.slice(at, mark.start) })
    const { start, end, ...meaning } = mark
    runs.push({ text: text.slice(start, end), ...meaning })
    at = end
  }
  if (at < span.end) runs.push({ text: text.slice(at, span.end) })
  return runs
}

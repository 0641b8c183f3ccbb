import type { Clause } from '#book/book.ts'
import { dateInWords } from '#web/app/civil-date.ts'
import type { BookCard, BookView, ClauseView, ContentsNode, LeafHead, LeafView, Margin } from '#web/api/shapes.ts'
import { clauseName, shorten } from '#web/library/clause-words.ts'
import { displayTitle } from '#web/render/display-title.ts'
import { leafIndexOf, type Leaf, type PlacedClause, type ReadingBook } from '#web/library/reading-book.ts'
import type { Shelved } from '#web/library/bookcase.ts'
import { leafHtml } from '#web/render/leaf-html.ts'

/** What each screen shows of a book, made from the book as it is read. */

export function bookView(shelved: Shelved): BookView {
  return { ...shelved.card, leaves: shelved.reading.leaves.map((leaf) => leafHead(shelved.reading, leaf)) }
}

/** One leaf with its text and what the margin says of its clauses; null where the book has no such place. */
export function leafView(shelved: Shelved, anchor: string | null): LeafView | null {
  const { reading } = shelved
  const at = leafIndexOf(reading, anchor)
  const leaf = reading.leaves[at]
  if (!leaf) return null
  return {
    ...leafHead(reading, leaf),
    html: leafHtml(reading, leaf),
    margins: marginsOf(shelved, leaf),
    previous: reading.leaves[at - 1]?.anchor ?? null,
    next: reading.leaves[at + 1]?.anchor ?? null,
  }
}

/** The tree of contents: every article with its sections, and below them what has a heading of its own. */
export function contentsView(reading: ReadingBook): ContentsNode[] {
  return reading.leaves.map((leaf) => ({
    anchor: leaf.anchor,
    number: leaf.label,
    title: displayTitle(leaf.title),
    marks: leafMarks(reading, leaf),
    under: leaf.chapter === null ? [] : leaf.chapter.clauses.map((it) => contentsNode(reading, it)),
  }))
}

export function clauseView(shelved: Shelved, anchor: string): ClauseView | null {
  const placed = shelved.reading.clauses.get(anchor)
  if (!placed) return null
  const { clause } = placed
  const { text } = clause
  return {
    anchor: clause.anchor,
    leaf: shelved.reading.leaves[placed.leaf]?.anchor ?? anchor,
    number: clause.number,
    heading: clauseName(clause),
    text,
    chapter: chapterName(shelved.reading, placed),
    citation: citationOf(shelved, placed, text),
  }
}

/** `Article 6, Grievance Procedure`. */
export function chapterName(reading: ReadingBook, placed: PlacedClause): string {
  const leaf = reading.leaves[placed.leaf]
  if (!leaf) return ''
  const kind = leaf.kind === 'article' ? `Article ${leaf.label}` : leaf.label
  return [kind, displayTitle(leaf.title)].filter((part) => part !== '').join(', ')
}

function citationOf({ card, reading }: Shelved, placed: PlacedClause, text: string): string {
  const term = card.from !== null && card.through !== null ? `, in force ${dateInWords(card.from)} to ${dateInWords(card.through)}` : ''
  const clause = placed.clause.number === null || placed.depth === 0 ? '' : `, clause ${placed.clause.anchor}`
  const words = card.kind === 'pack' ? `${text.trim()} (a summary, not the printed words)` : `“${text.trim()}”`
  return `${words}\n— ${card.title}, ${chapterName(reading, placed)}${clause}${term}`
}

function contentsNode(reading: ReadingBook, clause: Clause): ContentsNode {
  const under = clause.clauses.filter((it) => it.heading !== null || it.clauses.some((deeper) => deeper.heading !== null))
  return {
    anchor: clause.anchor,
    number: clause.number ?? '',
    title: clauseName(clause, 60),
    marks: reading.lint.get(clause.anchor)?.length ?? 0,
    under: under.map((it) => contentsNode(reading, it)),
  }
}

function leafHead(reading: ReadingBook, leaf: Leaf): LeafHead {
  const clauses = leaf.chapter === null ? [] : [...clausesUnder(leaf.chapter)]
  const words = clauses.reduce((sum, it) => sum + it.text.length + (it.heading?.length ?? 0), 0)
  const loose = leaf.loose.reduce((sum, it) => sum + it.text.length, 0)
  const title = leaf.kind === 'article' || leaf.kind === 'appendix' ? displayTitle(leaf.title) : leaf.title
  return { anchor: leaf.anchor, label: leaf.label, title, clauses: Math.max(0, clauses.length - 1), marks: leafMarks(reading, leaf), characters: words + loose }
}

function leafMarks(reading: ReadingBook, leaf: Leaf): number {
  if (leaf.chapter === null) return 0
  return [...clausesUnder(leaf.chapter)].reduce((sum, it) => sum + (reading.lint.get(it.anchor)?.length ?? 0), 0)
}

function* clausesUnder(clause: Clause): Generator<Clause> {
  yield clause
  for (const child of clause.clauses) yield* clausesUnder(child)
}

function marginsOf(shelved: Shelved, leaf: Leaf): Record<string, Margin> {
  const margins: Record<string, Margin> = {}
  if (leaf.chapter !== null) for (const clause of clausesUnder(leaf.chapter)) margins[clause.anchor] = marginOf(shelved, clause)
  return margins
}

function marginOf({ reading, gist, doubts, differs }: Shelved, clause: Clause): Margin {
  const terms = new Map((reading.terms.get(clause.anchor) ?? []).map((it) => [it.term, { term: it.term, anchor: it.to }]))
  const laws = (reading.references.get(clause.anchor) ?? []).filter((it) => it.kind === 'statute').map((it) => it.to ?? it.text)
  const cited = new Map((reading.citedFrom.get(clause.anchor) ?? []).map((it) => [it.from as string, it.from as string]))
  return {
    heading: clauseName(clause),
    lint: (reading.lint.get(clause.anchor) ?? []).map((it) => ({ kind: it.kind, anchor: it.anchor, line: it.line, message: it.message, also: [...it.also] })),
    citedFrom: [...cited.keys()].map((anchor) => ({ anchor, text: nameAt(reading, anchor) })),
    laws: [...new Set(laws)],
    terms: [...terms.values()],
    gist: gist(clause.anchor),
    doubts: [...doubts(clause.anchor)],
    differs: differs(clause.anchor),
  }
}

function nameAt(reading: ReadingBook, anchor: string): string {
  const placed = reading.clauses.get(anchor)
  return placed ? shorten(clauseName(placed.clause, 60), 60) : ''
}

/** The cards of a shelf, packs first, each kind by title. */
export function inShelfOrder(cards: readonly BookCard[]): BookCard[] {
  return [...cards].sort((a, b) => a.kind.localeCompare(b.kind) * -1 || a.title.localeCompare(b.title))
}

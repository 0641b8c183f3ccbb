import { walkClauses, type Article, type Appendix, type Book, type Clause, type LintFinding, type Reference, type Table } from '#book/book.ts'

/** A book made ready for reading: its leaves, and for each clause what points at it, what stands in it and what is odd about it. */

export interface Leaf {
  readonly anchor: string
  readonly kind: 'front' | 'article' | 'appendix' | 'unplaced'
  readonly label: string
  readonly title: string
  /** Null for the pages before the first article and for what found no place. */
  readonly chapter: Article | Appendix | null
  readonly loose: readonly { readonly line: number; readonly text: string }[]
}

export interface PlacedClause {
  readonly clause: Clause
  readonly depth: number
  readonly leaf: number
}

export interface ReadingBook {
  readonly id: string
  readonly book: Book
  readonly leaves: readonly Leaf[]
  readonly clauses: ReadonlyMap<string, PlacedClause>
  readonly references: ReadonlyMap<string, readonly Reference[]>
  readonly citedFrom: ReadonlyMap<string, readonly Reference[]>
  readonly terms: ReadonlyMap<string, readonly { readonly term: string; readonly to: string; readonly start: number; readonly end: number }[]>
  readonly lint: ReadonlyMap<string, readonly LintFinding[]>
  readonly tables: ReadonlyMap<string, readonly Table[]>
}

export const frontAnchor = '_front'
export const unplacedAnchor = '_unplaced'
/** Stands for whatever a book opens at. */
export const firstPlace = '_first'

/** Builds the look-ups once, so that each screen is a few map reads. */
export function openReadingBook(id: string, book: Book): ReadingBook {
  const leaves = leavesOf(book)
  const leafOf = new Map(leaves.flatMap((leaf, at) => (leaf.chapter ? [[leaf.chapter, at] as const] : [])))
  const clauses = new Map<string, PlacedClause>()
  for (const { clause, depth, chapter } of walkClauses(book)) clauses.set(clause.anchor, { clause, depth, leaf: leafOf.get(chapter) ?? 0 })
  return {
    id,
    book,
    leaves,
    clauses,
    references: groupBy(book.references, (it) => it.from),
    citedFrom: groupBy(
      book.references.filter((it) => it.to !== null && (it.kind === 'clause' || it.kind === 'appendix') && it.to !== it.from),
      (it) => it.to ?? '',
    ),
    terms: termsOf(book),
    lint: groupBy(book.lint, (it) => it.anchor ?? ''),
    tables: groupBy(book.tables, (it) => it.anchor ?? ''),
  }
}

/** The leaf where an anchor stands; the first one where it stands nowhere. */
export function leafIndexOf(reading: ReadingBook, anchor: string | null): number {
  if (anchor === null || anchor === firstPlace) return 0
  const named = reading.leaves.findIndex((leaf) => leaf.anchor === anchor)
  return named >= 0 ? named : (reading.clauses.get(anchor)?.leaf ?? -1)
}

function leavesOf(book: Book): Leaf[] {
  const first = [...book.articles, ...book.appendices].reduce((least, it) => Math.min(least, it.line), Number.POSITIVE_INFINITY)
  const front = book.unplaced.filter((it) => it.line < first)
  const rest = book.unplaced.filter((it) => it.line >= first)
  const leaves: Leaf[] = []
  const only = book.articles.length + book.appendices.length === 0
  if (front.length > 0) leaves.push({ anchor: frontAnchor, kind: 'front', label: '', title: only ? 'The text' : 'Before the first article', chapter: null, loose: front })
  for (const it of book.articles) leaves.push({ anchor: it.anchor, kind: 'article', label: it.number, title: it.title, chapter: it, loose: [] })
  for (const it of book.appendices) leaves.push({ anchor: it.anchor, kind: 'appendix', label: appendixLabel(it), title: it.title, chapter: it, loose: [] })
  if (rest.length > 0) leaves.push({ anchor: unplacedAnchor, kind: 'unplaced', label: '', title: 'Lines without a place', chapter: null, loose: rest })
  return leaves
}

function appendixLabel(it: Appendix): string {
  return /^app/i.test(it.number) ? it.number : `App. ${it.number}`
}

function termsOf(book: Book): ReadingBook['terms'] {
  const uses = book.definitions.flatMap((it) =>
    it.uses.filter((use) => use.from !== it.anchor).map((use) => ({ term: it.term, to: it.anchor as string, start: use.at.start, end: use.at.end, from: use.from as string })),
  )
  return groupBy(uses, (it) => it.from)
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const at = key(item)
    const group = groups.get(at)
    if (group) group.push(item)
    else groups.set(at, [item])
  }
  return groups
}

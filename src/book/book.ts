import type { FileKind } from '#text/document.ts'

/**
 * The book: an agreement's text as a tree of addressable clauses. Shapes and the simplest walks only.
 * `read-book.ts` is the door; `book-json.ts` writes it as `steward read --json` prints it.
 */

declare const anchorBrand: unique symbol
/** A clause's address, unique in its book: `6.4.1`, `I.A`, `8-5.2`, `App. A(3)`, `20.1-2`. Made only by the reader. */
export type Anchor = string & { readonly [anchorBrand]: never }

export function anchor(text: string): Anchor {
  return text as Anchor
}

/** Character offsets, end exclusive: in the whole text for pieces, in `Clause.text` for references and terms. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Clause {
  /** As printed, blanks inside mended; null where the print numbers nothing (an unnumbered labelled paragraph). */
  readonly number: string | null
  readonly anchor: Anchor
  readonly heading: string | null
  /** Counts from 1 in the text that was read. */
  readonly line: number
  /** Its own words without number, heading and sub-clauses: lines rejoined, hyphenation mended, furniture out; paragraphs parted by an empty line. */
  readonly text: string
  readonly clauses: readonly Clause[]
}

export interface Article extends Clause {
  readonly number: string
  readonly title: string
}

export interface Appendix extends Clause {
  readonly number: string
  readonly title: string
}

export interface Table {
  /** The clause it stands in. */
  readonly anchor: Anchor | null
  readonly line: number
  readonly rows: readonly (readonly string[])[]
}

export type PieceRole =
  | 'title'
  | 'contents'
  | 'number'
  | 'heading'
  | 'text'
  | 'table'
  | 'furniture'
  | 'unplaced'

/** One stretch of the whole text and what it became. The pieces of a book follow one another without gap or overlap and cover every character. */
export interface Piece extends Span {
  readonly role: PieceRole
  readonly anchor: Anchor | null
}

export interface Definition {
  readonly term: string
  readonly anchor: Anchor
  /** Where the term is used, in the order of the book. */
  readonly uses: readonly TermUse[]
}

export interface TermUse {
  readonly from: Anchor
  readonly at: Span
}

export interface Reference {
  readonly from: Anchor
  /** As printed. */
  readonly text: string
  /** Where it stands in the clause's text. */
  readonly at: Span
  readonly kind: 'clause' | 'appendix' | 'statute' | 'outside'
  /** An anchor of this book, or a statute in canonical form (`Cal. Ed. Code § 44955`); null where nothing answers. */
  readonly to: string | null
  readonly status: 'ok' | 'missing' | 'suspect'
  readonly suggests?: Anchor
  /** Why it is suspect or missing, in one sentence. */
  readonly why?: string
}

export type LintKind =
  | 'duplicate-number'
  | 'missing-number'
  | 'out-of-order'
  | 'dangling-reference'
  | 'suspect-reference'
  | 'undefined-term'
  | 'competing-definitions'
  | 'table-mismatch'
  | 'contents-mismatch'
  | 'contradiction-candidate'

export interface LintFinding {
  readonly kind: LintKind
  readonly anchor: Anchor | null
  readonly line: number
  /** What is wrong and how it shows, in one or two sentences. */
  readonly message: string
  /** The other clauses that bear on it. */
  readonly also: readonly Anchor[]
}

export interface Source {
  readonly name: string
  readonly kind: FileKind
  readonly sha256: string
  readonly lines: number
  /** The pack's name where the words are its gists, our own sentences, and not the print. */
  readonly gistsOf?: string
}

/** An entry of the printed table of contents. */
export interface ContentsEntry {
  readonly number: string | null
  readonly title: string
  readonly page: string | null
  readonly line: number
}

/** What the outline reader makes of the lines, before references, terms and lint. */
export interface Outline {
  readonly source: Source
  readonly title: string | null
  readonly parties: readonly string[]
  /** Civil dates, ISO. */
  readonly term: { readonly from: string | null; readonly through: string | null }
  readonly articles: readonly Article[]
  readonly appendices: readonly Appendix[]
  readonly tables: readonly Table[]
  readonly contents: readonly ContentsEntry[]
  readonly unplaced: readonly { readonly line: number; readonly text: string }[]
  /** The whole text, and its partition. */
  readonly text: string
  readonly pieces: readonly Piece[]
}

export interface Book extends Outline {
  readonly definitions: readonly Definition[]
  readonly references: readonly Reference[]
  readonly lint: readonly LintFinding[]
}

/** Every article, appendix and clause, in the order of the print, with its depth (articles and appendices 0). */
export function* walkClauses(outline: Pick<Outline, 'articles' | 'appendices'>): Generator<{ clause: Clause; depth: number; chapter: Article | Appendix }> {
  for (const chapter of [...outline.articles, ...outline.appendices]) yield* walkUnder(chapter, 0, chapter)
}

function* walkUnder(clause: Clause, depth: number, chapter: Article | Appendix): Generator<{ clause: Clause; depth: number; chapter: Article | Appendix }> {
  yield { clause, depth, chapter }
  for (const child of clause.clauses) yield* walkUnder(child, depth + 1, chapter)
}

/** The clause at an anchor, or null. Linear: build a map with `clauseMap` for many look-ups. */
export function clauseAt(outline: Pick<Outline, 'articles' | 'appendices'>, at: string): Clause | null {
  for (const { clause } of walkClauses(outline)) if (clause.anchor === at) return clause
  return null
}

export function clauseMap(outline: Pick<Outline, 'articles' | 'appendices'>): Map<string, Clause> {
  const map = new Map<string, Clause>()
  for (const { clause } of walkClauses(outline)) map.set(clause.anchor, clause)
  return map
}

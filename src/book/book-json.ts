import type { Appendix, Article, Book, Clause, ContentsEntry, Definition, LintFinding, Piece, Reference, Source, Table } from '#book/book.ts'

/** The book as plain data: what `steward read --json` prints and `book-from-json.ts` reads again. */

export interface BookJson {
  readonly source: Source
  readonly title: string | null
  readonly parties: readonly string[]
  readonly term: Book['term']
  readonly articles: readonly ChapterJson[]
  readonly appendices: readonly ChapterJson[]
  readonly tables: readonly Table[]
  readonly contents: readonly ContentsEntry[]
  readonly definitions: readonly (Omit<Definition, 'uses'> & Partial<Pick<Definition, 'uses'>>)[]
  readonly references: readonly Reference[]
  readonly unplaced: Book['unplaced']
  readonly lint: readonly LintFinding[]
  /** Only where the whole book was asked for: with them the text comes back to the character. */
  readonly text?: string
  readonly pieces?: readonly Piece[]
}

export interface ChapterJson extends Clause {
  readonly number: string
  readonly title: string
}

/**
 * The same book gives the same data, keys in the same order. `full` adds the whole text, what became of each stretch of it, and where each
 * defined term is used.
 */
export function bookJson(book: Book, options: { readonly full?: boolean } = {}): BookJson {
  const full = options.full === true
  return {
    source: { name: book.source.name, kind: book.source.kind, sha256: book.source.sha256, lines: book.source.lines },
    title: book.title,
    parties: [...book.parties],
    term: { from: book.term.from, through: book.term.through },
    articles: book.articles.map(chapterJson),
    appendices: book.appendices.map(chapterJson),
    tables: book.tables.map(({ anchor, line, rows }) => ({ anchor, line, rows: rows.map((row) => [...row]) })),
    contents: book.contents.map(({ number, title, page, line }) => ({ number, title, page, line })),
    definitions: book.definitions.map((it) => definitionJson(it, full)),
    references: book.references.map(referenceJson),
    unplaced: book.unplaced.map(({ line, text }) => ({ line, text })),
    lint: book.lint.map(({ kind, anchor, line, message, also }) => ({ kind, anchor, line, message, also: [...also] })),
    ...(full ? { text: book.text, pieces: book.pieces.map(({ start, end, role, anchor }) => ({ start, end, role, anchor })) } : {}),
  }
}

function chapterJson(chapter: Article | Appendix): ChapterJson {
  const { number, title, anchor, heading, line, text, clauses } = chapter
  return { number, title, anchor, heading, line, text, clauses: clauses.map(clauseJson) }
}

function clauseJson({ number, anchor, heading, line, text, clauses }: Clause): Clause {
  return { number, anchor, heading, line, text, clauses: clauses.map(clauseJson) }
}

function definitionJson({ term, anchor, uses }: Definition, full: boolean): BookJson['definitions'][number] {
  if (!full) return { term, anchor }
  return { term, anchor, uses: uses.map(({ from, at }) => ({ from, at: { start: at.start, end: at.end } })) }
}

function referenceJson(reference: Reference): Reference {
  const { from, text, to, status, kind, at, suggests, why } = reference
  return {
    from,
    text,
    to,
    status,
    ...(suggests === undefined ? {} : { suggests }),
    kind,
    at: { start: at.start, end: at.end },
    ...(why === undefined ? {} : { why }),
  }
}

import { anchor, type Appendix, type Article, type Book, type Clause } from '#book/book.ts'

/** Books made by hand for the tests of search and comparison: clauses as nested calls, lines counted in the order of the print. */

export interface ClauseSketch {
  readonly number: string | null
  readonly at: string
  readonly heading: string | null
  readonly text: string
  readonly under: readonly ClauseSketch[]
}

/** A clause whose anchor is its number. */
export function clause(number: string, heading: string | null, text: string, ...under: ClauseSketch[]): ClauseSketch {
  return { number, at: number, heading, text, under }
}

/** A clause whose anchor is not what is printed. */
export function clauseAtAnchor(at: string, number: string | null, heading: string | null, text: string, ...under: ClauseSketch[]): ClauseSketch {
  return { number, at, heading, text, under }
}

export interface BookSketch {
  readonly articles?: readonly ClauseSketch[]
  readonly appendices?: readonly ClauseSketch[]
  readonly title?: string
  readonly definitions?: readonly { readonly term: string; readonly anchor: string }[]
  readonly tables?: readonly { readonly at: string | null; readonly rows: readonly (readonly string[])[] }[]
  readonly unplaced?: readonly string[]
}

export function makeBook(sketch: BookSketch): Book {
  let line = 0
  const write = ({ number, at, heading, text, under }: ClauseSketch): Clause => {
    line += 1
    return { number, anchor: anchor(at), heading, line, text, clauses: under.map(write) }
  }
  const chapter = (it: ClauseSketch): Article & Appendix => ({ ...write({ ...it, heading: null }), number: it.number ?? '', title: it.heading ?? '' })
  const unplaced = (sketch.unplaced ?? []).map((text) => ({ line: (line += 1), text }))
  return {
    source: { name: 'made.txt', kind: 'txt', sha256: '00', lines: 0 },
    title: sketch.title ?? null,
    parties: [],
    term: { from: null, through: null },
    articles: (sketch.articles ?? []).map(chapter),
    appendices: (sketch.appendices ?? []).map(chapter),
    tables: (sketch.tables ?? []).map(({ at, rows }) => ({ anchor: at === null ? null : anchor(at), line: 1, rows })),
    contents: [],
    unplaced,
    text: '',
    pieces: [],
    definitions: (sketch.definitions ?? []).map(({ term, anchor: at }) => ({ term, anchor: anchor(at), uses: [] })),
    references: [],
    lint: [],
  }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Anchor, Appendix, Article, Book, Clause, Outline, Piece, PieceRole, Table } from '#book/book.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import type { Pack, PackChapter, PackClause } from '#pack/pack.ts'

/**
 * The pack's gists as a book, so that the reading room, search and find can show an agreement of which nobody has imported the text.
 * `source.gistsOf` says that these are our own sentences and not the print.
 */
export function packAsBook(pack: Pack): Book {
  const page = new Page()
  page.write(`${pack.title}\n`, 'title', null)
  const articles = pack.articles.map((chapter): Article => setChapter(chapter, page))
  const appendices = pack.appendices.map((chapter): Appendix => setChapter(chapter, page))
  const text = page.text()
  const outline: Outline = {
    source: { name: `${pack.short}, in our words`, kind: 'md', sha256: bytesToHex(sha256(utf8ToBytes(text))), lines: text.split('\n').length, gistsOf: pack.name },
    title: pack.title,
    parties: pack.parties,
    term: pack.term,
    articles,
    appendices,
    tables: page.tables,
    contents: [],
    unplaced: [],
    text,
    pieces: page.pieces,
  }
  return { ...outline, ...linkOutline(outline), lint: [] }
}

function setChapter(chapter: PackChapter, page: Page): Article {
  const line = page.line()
  const word = chapter.kind === 'article' ? 'Article' : 'Appendix'
  page.write(`\n${word} ${chapter.number}`, 'number', chapter.anchor)
  page.write(`: ${chapter.heading}\n`, 'heading', chapter.anchor)
  const text = setWords(chapter, page)
  return { number: chapter.number, anchor: chapter.anchor, heading: chapter.heading, title: chapter.heading, line: line + 1, text, clauses: chapter.clauses.map((clause) => setClause(clause, page)) }
}

function setClause(clause: PackClause, page: Page): Clause {
  const line = page.line()
  page.write(`\n${clause.number ?? ''}`, 'number', clause.anchor)
  page.write(`${clause.heading === null ? '' : `${clause.number === null ? '' : ' '}${clause.heading}`}\n`, 'heading', clause.anchor)
  const text = setWords(clause, page)
  return { number: clause.number, anchor: clause.anchor, heading: clause.heading, line: line + 1, text, clauses: clause.clauses.map((child) => setClause(child, page)) }
}

/** The gist and the tables of a clause. Tables stand in the text too, a row a line, so that search finds their figures. */
function setWords(clause: PackClause, page: Page): string {
  for (const paragraph of clause.gist) page.write(`\n${paragraph}\n`, 'text', clause.anchor)
  for (const rows of clause.tables) {
    page.tables.push({ anchor: clause.anchor, line: page.line() + 1, rows })
    page.write(`\n${rowsInWords(rows)}\n`, 'table', clause.anchor)
  }
  return [...clause.gist, ...clause.tables.map(rowsInWords)].join('\n\n')
}

function rowsInWords(rows: Table['rows']): string {
  return rows.map((row) => row.join(' | ')).join('\n')
}

/** The whole text while it is being set, with what each stretch is. */
class Page {
  readonly pieces: Piece[] = []
  readonly tables: Table[] = []
  readonly #parts: string[] = []
  #length = 0
  #line = 1

  write(text: string, role: PieceRole, anchor: Anchor | null): void {
    if (text === '') return
    this.#parts.push(text)
    this.pieces.push({ start: this.#length, end: this.#length + text.length, role, anchor })
    this.#length += text.length
    this.#line += text.split('\n').length - 1
  }

  /** The line on which the next character will stand. */
  line(): number {
    return this.#line
  }

  text(): string {
    return this.#parts.join('')
  }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { anchor, type Anchor, type Appendix, type Article, type Book, type Clause, type Outline, type Piece, type PieceRole, type Table } from '#book/book.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { linkGists } from '#pack/link-gists.ts'
import { byNumber, type AbsentChapter, type Pack, type PackChapter, type PackClause } from '#pack/pack.ts'

/**
 * The pack's gists as a book, so that the reading room, search and find can show an agreement of which nobody has imported the text.
 * `source.gistsOf` says that these are our own sentences and not the print.
 */
export function packAsBook(pack: Pack): Book {
  const page = new Page()
  page.write(`${pack.title}\n`, 'title', null)
  const articles = withAbsent(pack, 'article').map((chapter): Article => setChapter(chapter, page))
  const appendices = withAbsent(pack, 'appendix').map((chapter): Appendix => setChapter(chapter, page))
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
  const { definitions, references } = linkOutline(outline)
  return { ...outline, definitions, references: linkGists(outline, references), lint: [] }
}

/** The chapters of a kind with a stub for each that our copy lacks, so that a reference to it lands somewhere and says why it is empty. */
function withAbsent(pack: Pack, kind: PackChapter['kind']): PackChapter[] {
  const chapters = kind === 'article' ? pack.articles : pack.appendices
  const stubs = pack.absent.filter((absent) => absent.at.startsWith('App. ') === (kind === 'appendix')).map((absent) => stub(absent, kind))
  return [...chapters, ...stubs].sort(byNumber)
}

function stub(absent: AbsentChapter, kind: PackChapter['kind']): PackChapter {
  const gist = [`This ${kind} is not in the copy of the agreement that we have.`]
  const number = absent.at.replace(/^App\. /, '')
  return { kind, anchor: anchor(absent.at), number, heading: absent.title, gist, doubts: [], reference: null, tables: [], blocks: [], file: 'agreement.yaml', line: absent.line, clauses: [] }
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

/** The gist of a clause, and its tables apart from it, as in every book. */
function setWords(clause: PackClause, page: Page): string {
  for (const paragraph of clause.gist) page.write(`\n${paragraph}\n`, 'text', clause.anchor)
  for (const rows of clause.tables) {
    page.tables.push({ anchor: clause.anchor, line: page.line() + 1, rows })
    page.write(`\n${rowsInWords(rows)}\n`, 'table', clause.anchor)
  }
  return clause.gist.join('\n\n')
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

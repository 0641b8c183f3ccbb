import { type Appendix, type Article, type Book, type Clause } from '#book/book.ts'

/** What can be found: every clause of every book, its tables beside it, and the lines that no clause took. */

export interface ShelfBook {
  /** Whatever the caller knows the book by: a file name, a pack's name. */
  readonly id: string
  readonly title: string
  readonly book: Book
}

export interface Entry {
  readonly bookId: string
  /** Null for text that stands in no clause. */
  readonly anchor: string | null
  readonly number: string | null
  readonly heading: string | null
  readonly line: number
  readonly text: string
  /** The rows of its tables, a row a line; empty mostly. */
  readonly table: string
  /** Place in the list of entries of the clause it stands under, -1 for a chapter. */
  readonly parent: number
  readonly chapter: 'article' | 'appendix' | null
}

/** All entries of a shelf in the order of the print, book after book, and where each book starts. */
export function collectEntries(books: readonly ShelfBook[]): { entries: Entry[]; starts: number[] } {
  const entries: Entry[] = []
  const starts: number[] = []
  for (const shelfBook of books) {
    starts.push(entries.length)
    addBook(entries, shelfBook)
  }
  starts.push(entries.length)
  return { entries, starts }
}

/** The way to an entry: number and heading of those over it, the chapter's first, then its own heading where it has one. */
export function headingPath(entries: readonly Entry[], entry: Entry): string[] {
  const path: string[] = entry.heading === null || entry.heading === '' ? [] : [entry.heading]
  for (let at = entry.parent; at >= 0; at = entries[at]!.parent) {
    const above = entries[at]!
    path.push([above.number, above.heading].filter((part) => part !== null && part !== '').join(' '))
  }
  return path.reverse()
}

function addBook(entries: Entry[], { id, book }: ShelfBook): void {
  const tables = tablesByAnchor(book)
  const add = (clause: Clause, parent: number, chapter: Entry['chapter']): void => {
    const place = entries.length
    entries.push({
      bookId: id,
      anchor: clause.anchor,
      number: clause.number,
      heading: clause.heading ?? (parent === -1 ? (clause as Article | Appendix).title : null),
      line: clause.line,
      text: clause.text,
      table: tables.get(clause.anchor) ?? '',
      parent,
      chapter,
    })
    for (const child of clause.clauses) add(child, place, chapter)
  }
  for (const article of book.articles) add(article, -1, 'article')
  for (const appendix of book.appendices) add(appendix, -1, 'appendix')
  const loose = { bookId: id, anchor: null, number: null, heading: null, parent: -1, chapter: null }
  for (const { line, text } of book.unplaced) entries.push({ ...loose, line, text, table: '' })
  for (const table of book.tables) if (table.anchor === null) entries.push({ ...loose, line: table.line, text: '', table: tableText(table.rows) })
}

function tablesByAnchor(book: Book): Map<string, string> {
  const tables = new Map<string, string>()
  for (const { anchor, rows } of book.tables) {
    if (anchor === null) continue
    const earlier = tables.get(anchor)
    tables.set(anchor, earlier === undefined ? tableText(rows) : `${earlier}\n${tableText(rows)}`)
  }
  return tables
}

function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' | ')).join('\n')
}

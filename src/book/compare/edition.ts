import type { Appendix, Article, Book, Clause } from '#book/book.ts'

/** A book laid flat for comparing: its clauses in the order of the print, tables under their clauses, and loose text where it stands. */

export interface EditionClause {
  readonly anchor: string | null
  readonly heading: string
  /** Number and heading as one line. */
  readonly title: string
  /** Its words with single blanks, paragraphs parted by one line end, then the rows of its tables. */
  readonly text: string
  readonly line: number
  readonly depth: number
  /** Place of the clause it stands under, -1 for chapters and loose text. */
  readonly parent: number
}

/** Lays a book flat. */
export function layEdition(book: Book): EditionClause[] {
  const clauses: EditionClause[] = []
  const tables = tableTexts(book)
  const add = (clause: Clause, depth: number, parent: number, isAppendix: boolean): void => {
    const place = clauses.length
    const heading = tidy(clause.heading ?? (depth === 0 ? (clause as Article | Appendix).title : ''))
    const number = isAppendix && depth === 0 ? clause.anchor : (clause.number ?? '')
    const text = [tidy(clause.text), tables.get(clause.anchor) ?? ''].filter((part) => part !== '').join('\n')
    clauses.push({ anchor: clause.anchor, heading, title: tidy(`${number} ${heading}`), text, line: clause.line, depth, parent })
    for (const child of clause.clauses) add(child, depth + 1, place, isAppendix)
  }
  const chapters = [...book.articles.map((chapter) => ({ chapter, isAppendix: false })), ...book.appendices.map((chapter) => ({ chapter, isAppendix: true }))]
  for (const { chapter, isAppendix } of chapters) add(chapter, 0, -1, isAppendix)
  clauses.push(...looseText(book))
  return clauses
}

/** The edition as the paragraphs that it prints: titles, then texts; what a Word file of it says. */
export function editionParagraphs(clauses: readonly EditionClause[]): string[] {
  return clauses.flatMap(({ title, text }) => [title, ...text.split('\n')]).filter((paragraph) => paragraph !== '')
}

function tidy(text: string): string {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}

function tableTexts(book: Book): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { anchor, rows } of book.tables) {
    if (anchor === null) continue
    const text = tidy(rows.map((row) => row.join(' | ')).join('\n'))
    texts.set(anchor, [texts.get(anchor) ?? '', text].filter((part) => part !== '').join('\n'))
  }
  return texts
}

/** Lines that stand in no clause, as paragraphs of their own, so that a difference in them shows too. */
function looseText(book: Book): EditionClause[] {
  const lines = [
    ...book.unplaced.map(({ line, text }) => ({ line, text: tidy(text) })),
    ...book.tables.filter(({ anchor }) => anchor === null).map(({ line, rows }) => ({ line, text: tidy(rows.map((row) => row.join(' | ')).join('\n')) })),
  ].filter(({ text }) => text !== '')
  return lines.sort((a, b) => a.line - b.line).map(({ line, text }) => ({ anchor: null, heading: '', title: '', text, line, depth: 0, parent: -1 }))
}

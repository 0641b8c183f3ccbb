import { walkClauses, type Book, type Clause, type Definition, type Table } from '#book/book.ts'
import { clauseParagraphs, type Mark, type Paragraph } from '#book/export/clause-paragraphs.ts'

/** What every export looks up while it walks a book: the paragraphs of a clause with their links and terms, and the tables that stand in it. */
export interface MarkedBook {
  readonly paragraphs: (clause: Clause) => Paragraph[]
  readonly tables: (clause: Clause) => readonly Table[]
  /** Tables that stand in no clause of the book. */
  readonly looseTables: readonly Table[]
}

export function markBook(book: Book): MarkedBook {
  const anchors = new Set([...walkClauses(book)].map(({ clause }) => clause.anchor))
  const marks = marksByAnchor(book)
  const definitions = Map.groupBy(book.definitions, (definition) => String(definition.anchor))
  const tables = Map.groupBy(book.tables, (table) => String(table.anchor))
  return {
    paragraphs: (clause) => clauseParagraphs(clause, [...(marks.get(clause.anchor) ?? []), ...definingMarks(clause, definitions.get(clause.anchor) ?? [])]),
    tables: (clause) => tables.get(clause.anchor) ?? [],
    looseTables: book.tables.filter((table) => table.anchor === null || !anchors.has(table.anchor)),
  }
}

/** Whether the first row of a table reads as its head: words in it and no figure at the start of a cell, and rows under it. */
export function hasHead(table: Table): boolean {
  const [first, ...rest] = table.rows
  if (first === undefined || rest.length === 0) return false
  return first.some((cell) => /\p{L}/u.test(cell)) && !first.some((cell) => /^\s*\$?\d[\d,.]*\s*$/.test(cell))
}

/** The rows of a table, each with as many cells as the longest. */
export function squareRows(table: Table): string[][] {
  const width = Math.max(1, ...table.rows.map((row) => row.length))
  return table.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

function marksByAnchor(book: Book): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const add = (anchor: string, mark: Mark): void => {
    const there = marks.get(anchor)
    if (there === undefined) marks.set(anchor, [mark])
    else there.push(mark)
  }
  for (const reference of book.references) add(reference.from, { ...reference.at, reference })
  for (const definition of book.definitions) for (const use of definition.uses) add(use.from, { ...use.at, term: definition.term })
  return marks
}

/** The first words in a clause that say a term which the clause defines. */
function definingMarks(clause: Clause, definitions: readonly Definition[]): Mark[] {
  return definitions.flatMap(({ term }) => {
    const start = term === '' ? -1 : clause.text.toLowerCase().indexOf(term.toLowerCase())
    return start < 0 ? [] : [{ start, end: start + term.length, term, defines: true as const }]
  })
}

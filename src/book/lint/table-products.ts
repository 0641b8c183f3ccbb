import type { Table } from '#book/book.ts'
import { dollars, figureRows, grid, median } from '#book/lint/table-figures.ts'

/** Printed products of an index and a base: where nearly all cells agree, those that do not. Reckoned in whole numbers, half a unit rounded up. */

/** A table of indexes and one of amounts of the same shape. */
export function productsThatMiss(indexes: Table, amounts: Table): readonly string[] {
  const rows = grid(figureRows(indexes))
  if (!printsIndexes(indexes)) return []
  const paid = grid(figureRows(amounts))
  if (paid.length < 4 || !paid.every((row) => row.figures.every((figure) => figure > 20))) return []
  const names = columnNames(amounts)
  return missesOf(
    rows.flatMap((row) => {
      const same = paid.find((one) => one.label === row.label && one.figures.length === row.figures.length)
      return same === undefined ? [] : row.figures.map((index, column) => ({ place: placeIn(row.label, column, names), index, amount: same.figures[column] ?? 0 }))
    }),
  )
}

/** Whether a table's figures are all indexes. */
export function printsIndexes(table: Table): boolean {
  const rows = grid(figureRows(table))
  return rows.length >= 4 && rows.every((row) => row.figures.every(isIndex))
}

/** A table that prints its indexes itself: as many columns of them as of amounts, or one for all. */
export function ownProductsThatMiss(table: Table): readonly string[] {
  const rows = grid(figureRows(table))
  const width = rows[0]?.figures.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row.figures[column] ?? 0))
  const indexes = columns.flatMap((figures, column) => (figures.every(isIndex) ? [column] : []))
  const amounts = columns.flatMap((figures, column) => (figures.every((figure) => figure > 100) ? [column] : []))
  if (rows.length < 4 || indexes.length === 0 || indexes.length + amounts.length !== width || indexes.every((column) => new Set(columns[column]).size === 1)) return []
  const names = columnNames(table)
  const cells = (column: number, of: number): readonly IndexedCell[] => rows.map((row) => ({ place: placeIn(row.label, column, names), index: row.figures[of] ?? 0, amount: row.figures[column] ?? 0 }))
  // Several columns under one index have a base each.
  if (indexes.length === 1) return amounts.flatMap((column) => missesOf(cells(column, indexes[0] ?? 0)))
  return indexes.length === amounts.length ? missesOf(amounts.flatMap((column, at) => cells(column, indexes[at] ?? 0))) : []
}

interface IndexedCell {
  readonly place: string
  readonly index: number
  readonly amount: number
}

function isIndex(figure: number): boolean {
  return figure >= 0.3 && figure < 10
}

/** The headings of a table's columns of figures, where its first row prints one for each. */
function columnNames(table: Table): readonly string[] {
  const [head = []] = table.rows
  const width = grid(figureRows(table))[0]?.figures.length ?? 0
  return head.length === width + 1 && head.every((cell) => /[A-Za-z]/.test(cell)) ? head.slice(1).map((cell) => cell.trim()) : []
}

function placeIn(label: string, column: number, names: readonly string[]): string {
  const name = names[column] ?? ''
  return `row ${label}, ${name === '' || /^\d/.test(name) ? `column ${column + 1}` : name}`
}

function missesOf(cells: readonly IndexedCell[]): readonly string[] {
  if (cells.length < 12) return []
  const exact = exactBase(cells)
  if (exact !== null) {
    const wrong = cells.filter((cell) => product(cell.index, exact.base, exact.unit) !== cell.amount)
    return wrong.map((cell) => `${cell.place} prints ${dollars(cell.amount)}, while index ${cell.index} on the base of ${dollars(exact.base)} gives ${dollars(product(cell.index, exact.base, exact.unit))}`)
  }
  const base = median(cells.map((cell) => cell.amount / cell.index))
  const wrong = cells.filter((cell) => Math.abs(cell.amount - cell.index * base) > Math.max(1.01, base * 0.00003))
  if (wrong.length * 10 > cells.length) return []
  return wrong.map((cell) => `${cell.place} prints ${dollars(cell.amount)}, while index ${cell.index} gives about ${dollars(Math.round(cell.index * base))}`)
}

interface Base {
  readonly base: number
  /** What amounts are rounded to: 1 for whole dollars, 100 where cents are printed. */
  readonly unit: number
}

// A base that gives nine cells in ten to the last figure; of several the one that gives most.
function exactBase(cells: readonly IndexedCell[]): Base | null {
  const unit = cells.every((cell) => Number.isInteger(cell.amount)) ? 1 : 100
  // The larger the index, the nearer a cell comes to its base.
  const telling = cells.toSorted((a, b) => b.index - a.index).slice(0, TELLING)
  const sought = [...telling, ...cells.filter((cell) => cell.index === 1)].flatMap((cell) => [-1, 0, 1].map((apart) => (Math.round((cell.amount / cell.index) * unit) + apart) / unit))
  let best: { base: number; hits: number } | null = null
  for (const base of new Set(sought)) {
    const hits = cells.filter((cell) => product(cell.index, base, unit) === cell.amount).length
    if (best === null || hits > best.hits) best = { base, hits }
  }
  return best !== null && best.hits * 10 >= cells.length * 9 ? { base: best.base, unit } : null
}

/** So many cells are tried for the base: where nearly all are right, some of these are. */
const TELLING = 8

/** Indexes are printed with six places at most: as whole millionths nothing is lost. */
const MILLION = 1_000_000

function product(index: number, base: number, unit: number): number {
  return Math.floor((Math.round(index * MILLION) * Math.round(base * unit) + MILLION / 2) / MILLION) / unit
}

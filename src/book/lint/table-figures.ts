import type { Table } from '#book/book.ts'

/** The figures of printed tables, read from their cells. */

/** A table's figures: one row a printed row that has at least two; the label is the first cell. */
export interface FigureRow {
  readonly label: string
  readonly figures: readonly number[]
  /** The printed row, from 0. */
  readonly row: number
}

/** The figure that a cell prints, or null: `\$45,561 *` -> 45561, `.07` -> 0.07, `1 PARTY` -> null. */
export function figureOf(cell: string): number | null {
  if (!/\d/.test(cell) || cell.length > 20) return null
  const plain = cell.replace(/[\\$*†‡¹²³\s]/g, '')
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/.test(plain) && plain !== '' && plain !== '.' ? Number(plain.replace(/,/g, '')) : null
}

/** A table's rows of figures. Read once for each table: many checks ask. */
export function figureRows(table: Table): readonly FigureRow[] {
  const known = read.get(table)
  if (known !== undefined) return known
  const rows = readRows(table)
  read.set(table, rows)
  return rows
}

const read = new WeakMap<Table, readonly FigureRow[]>()

function readRows(table: Table): readonly FigureRow[] {
  const rows: FigureRow[] = []
  table.rows.forEach((cells, row) => {
    const [label = '', ...rest] = cells
    const figures: number[] = []
    for (const cell of rest) {
      const figure = figureOf(cell)
      if (figure !== null) figures.push(figure)
      else if (cell.trim() !== '' && cell.trim() !== '$') return
    }
    if (figures.length >= 2) rows.push({ label: label.trim(), figures, row })
  })
  return rows
}

/** Rows of one length, the commonest of the table. */
export function grid(rows: readonly FigureRow[]): readonly FigureRow[] {
  const byLength = new Map<number, FigureRow[]>()
  for (const row of rows) {
    const same = byLength.get(row.figures.length)
    if (same === undefined) byLength.set(row.figures.length, [row])
    else same.push(row)
  }
  let best: readonly FigureRow[] = []
  for (const same of byLength.values()) if (same.length > best.length) best = same
  return best
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** `39966` -> `$39,966`; cents only where there are some. */
export function dollars(amount: number): string {
  const [whole = '', cents] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `$${grouped}${cents === undefined ? '' : `.${cents}`}`
}

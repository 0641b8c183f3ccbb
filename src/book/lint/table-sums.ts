import type { Table } from '#book/book.ts'
import { dollars, figureOf, figureRows, grid, median, type FigureRow } from '#book/lint/table-figures.ts'

/** The arithmetic that printed tables show by most of their cells, and the cells that break it. Each check answers short clauses, or none. */

/** Cells such as "2/6 = 0.34". */
export function quotientsThatMiss(table: Table): readonly string[] {
  const slips: string[] = []
  for (const cell of table.rows.flat()) {
    if (!cell.includes('=')) continue
    const match = /^(\d{1,3})\s*\/\s*(\d{1,3})\s*=\s*(\d*\.\d+)$/.exec(cell.trim())
    if (match === null) continue
    const quotient = Number(match[1]) / Number(match[2])
    const printed = match[3] ?? ''
    const unit = 10 ** -(printed.split('.')[1]?.length ?? 0)
    if (Math.abs(quotient - Number(printed)) > unit * 0.5001) slips.push(`"${cell.trim()}" should be ${quotient.toFixed(-Math.log10(unit))}`)
  }
  return slips
}

/** Rows of a whole and its shares by twos: where nearly all pairs make the whole, those that do not. */
export function pairsThatMiss(table: Table): readonly string[] {
  const slips: string[] = []
  let pairs = 0
  for (const { label, figures } of figureRows(table)) {
    const [whole = 0, ...shares] = figures
    if (figures.length < 5 || shares.length % 2 === 1 || !Number.isInteger(Math.round(whole * 100))) continue
    for (let at = 0; at < shares.length; at += 2) {
      const [one = 0, other = 0] = [shares[at], shares[at + 1]]
      pairs++
      if (Math.abs(one + other - whole) > 0.004) slips.push(`${label}: ${one.toFixed(2)} and ${other.toFixed(2)} make ${(one + other).toFixed(2)}, not ${whole.toFixed(2)}`)
    }
  }
  return pairs >= 6 && slips.length * 4 <= pairs ? slips : []
}

/** A row of totals that nearly, but not quite, sums the figures over it. */
export function totalsThatMiss(table: Table): readonly string[] {
  const slips: string[] = []
  if (!table.rows.some((cells) => cells.some((cell) => /\b(?:total|semester)/i.test(cell)))) return slips
  let open: number[] = []
  let subtotals: number[] = []
  for (const cells of table.rows) {
    const label = cells.find((cell) => /[A-Za-z]/.test(cell)) ?? ''
    const figures = cells.map(figureOf).filter((figure) => figure !== null)
    const last = figures.at(-1)
    if (last === undefined) continue
    if (/^\s*(?:grand\s+)?totals?\b/i.test(label)) {
      const sums = [sum(open), sum(subtotals), sum([...subtotals, ...open])].filter((one) => one > 0)
      const near = sums.find((one) => one !== last && Math.abs(one - last) <= Math.max(2, last * 0.02))
      if (figures.length === 1 && sums.length > 0 && !sums.some((one) => Math.abs(one - last) < 0.01) && near !== undefined) slips.push(`the total is printed ${last}, the figures over it make ${near}`)
      ;[open, subtotals] = [[], []]
    } else if (/\b(?:sub-?total|semester|trimester)\b/i.test(label) && figures.length === 1) {
      if (open.length > 1 && sum(open) !== last && Math.abs(sum(open) - last) <= 3) slips.push(`${label.trim()} is printed ${last}, the figures over it make ${sum(open)}`)
      subtotals.push(last)
      open = []
    } else open.push(last)
  }
  return slips
}

/** In a grid whose columns keep their distance, a cell that breaks it on both sides. */
export function oddCells(table: Table): readonly string[] {
  const rows = grid(figureRows(table).filter((row) => row.figures.every((figure) => figure > 100)))
  const columns = rows[0]?.figures.length ?? 0
  if (rows.length < 6 || columns < 3) return []
  const steps = Array.from({ length: columns - 1 }, (_, column) => median(rows.map((row) => stepAt(row, column))))
  const even = rows.flatMap((row) => steps.map((step, column) => near(stepAt(row, column), step))).filter(Boolean).length
  if (even < rows.length * (columns - 1) * 0.85) return []
  return rows.flatMap((row) =>
    row.figures.flatMap((figure, column) => {
      const before = column === 0 ? 0 : stepAt(row, column - 1) - (steps[column - 1] ?? 0)
      const after = column === columns - 1 ? 0 : stepAt(row, column) - (steps[column] ?? 0)
      const off = column === 0 ? -after : before
      const within = column > 0 && column < columns - 1
      if (!within || Math.abs(off) < 20 || Math.abs(before + after) > 5) return []
      return [`row ${row.label} prints ${dollars(figure)} where the distance to the columns beside it, the same in the other rows, gives about ${dollars(Math.round(figure - off))}`]
    }),
  )
}

function stepAt(row: FigureRow, column: number): number {
  return (row.figures[column + 1] ?? 0) - (row.figures[column] ?? 0)
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(3, Math.abs(other) * 0.002)
}

function sum(figures: readonly number[]): number {
  return Math.round(figures.reduce((total, figure) => total + figure, 0) * 100) / 100
}

import type { Row } from '#book/outline/lay-rows.ts'
import { cellsOf, isNumeric } from '#book/outline/split-cells.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Finds tables: rows that the file itself marks as a table's, HTML tables, rows parted by pipes or tabs, and columns of figures parted by blanks. */

export interface FoundTable {
  /** The rows of print it stands on. */
  readonly rows: readonly Row[]
  readonly cells: readonly (readonly string[])[]
}

export function findTables(rows: readonly Row[], furniture: ReadonlySet<number>): FoundTable[] {
  const tables: FoundTable[] = []
  const solid = rows.filter((row) => !furniture.has(row.index))
  for (let at = 0; at < solid.length; ) {
    const found = tableAt(solid, at)
    if (found !== null && found.table !== null) tables.push(found.table)
    at = found === null ? at + 1 : found.next
  }
  return tables
}

/** A table and the row to go on from; a long run of rows that is none is passed over as a whole. */
interface Run {
  readonly table: FoundTable | null
  readonly next: number
}

/** The heading of an appendix, whose title a gap may part from its letter, belongs to no table. */
const appendix = /^\s*(?:APPENDIX|Appendix|EXHIBIT|Exhibit|ATTACHMENT|Attachment|ADDENDUM|Addendum)\s+(?:[A-Z]{1,2}(?:-?[0-9]{1,2})?|[0-9]{1,2}[A-Z]?|[IVX]{1,5})(?=$|[\s:.*,-])/u
const longRun = 40

function tableAt(solid: readonly Row[], at: number): Run | null {
  const row = solid[at]
  if (row === undefined || row.blank) return null
  if (row.hint?.table !== undefined) return hintedTable(solid, at, row.hint.table)
  if (/<table\b/iu.test(row.text)) return htmlTable(solid, at)
  return drawnTable(solid, at)
}

function hintedTable(solid: readonly Row[], at: number, table: number): Run {
  let next = at
  while (solid[next]?.hint?.table === table) next += 1
  const rows = solid.slice(at, next)
  const cells = rows.map((row) => row.hint?.cells ?? [row.text])
  return { table: isLayout(cells) ? null : { rows, cells }, next }
}

/** A table that only sets running text: its cells are paragraphs. */
function isLayout(cells: readonly (readonly string[])[]): boolean {
  return cells.filter((line) => line.some((cell) => cell.length > 200)).length > cells.length * 0.4
}

/** To the closing mark, or to where text without marks begins: pages cut tables off. */
function htmlTable(solid: readonly Row[], at: number): Run {
  let next = at
  let end = at
  for (; next < solid.length && next - end < 3; next += 1) {
    const row = solid[next]
    if (row === undefined || (!row.blank && !/<\/?(?:t[rdh]|table|thead|tbody)\b/iu.test(row.text))) continue
    if (!row.blank) end = next
    if (/<\/table>/iu.test(row.text)) break
  }
  const rows = solid.slice(at, end + 1)
  const lines = rows.map((row) => row.text).join('\n').split(/<tr\b[^>]*>/iu).slice(1)
  const cells = lines.map((line) => line.split(/<t[dh]\b[^>]*>/iu).slice(1).map((cell) => cell.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ').trim()))
  return { table: { rows, cells: cells.filter((line) => line.length > 0) }, next: end + 1 }
}

/** Rows of two cells and more that follow one another, an empty row between two forgiven. */
function drawnTable(solid: readonly Row[], at: number): Run | null {
  const rows: Row[] = []
  const cells: string[][] = []
  let next = at
  let gap = 0
  for (let here = at; here < solid.length && gap < 2; here += 1) {
    const row = solid[here]
    if (row === undefined) break
    if (row.blank) {
      gap += 1
      continue
    }
    const found = tableCells(row)
    if (found === null) break
    gap = 0
    rows.push(row)
    if (found.length > 0) cells.push(found)
    next = here + 1
  }
  if (cells.length >= 3 && isTable(cells)) return { table: { rows, cells }, next }
  return next - at > longRun ? { table: null, next } : null
}

/** The cells of a row that may belong to a table; none for a ruled line; null where it is text. */
function tableCells(row: Row): string[] | null {
  if (row.flat || row.plain.length > 400 || appendix.test(row.plain)) return null
  if (/^[\s|:+=-]{4,}$/u.test(row.plain) && row.plain.includes('-')) return []
  const cells = cellsOf(row.text)
  if (cells.length < 2) return null
  const mark = scanMarks(row.plain)[0]
  const marked = mark !== undefined && mark.readings.some((it) => it.series !== 'dec-')
  if (marked && cells.filter(isNumeric).length < 2) return null
  return cells
}

/** Columns drawn by blanks alone must hold figures; those drawn by tabs or pipes need not. */
function isTable(cells: readonly (readonly string[])[]): boolean {
  const figures = cells.filter((line) => line.filter(isNumeric).length >= 1).length
  return figures >= cells.length * 0.5
}

import { median, type PrintedRow, type Segment } from '#text/pdf/printed.ts'

/** Rows whose segments stand under one another in columns: a table. */
export interface FoundTable {
  /** Places in the rows that were given, both inclusive. */
  readonly first: number
  readonly last: number
  readonly columns: readonly Column[]
}

interface Column {
  readonly x0: number
  readonly x1: number
}

export function findTables(rows: readonly PrintedRow[]): FoundTable[] {
  const tables: FoundTable[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined || !isCellRow(row)) continue
    const last = endOfRun(rows, at)
    const columns = columnsOf(rows.slice(at, last + 1))
    if (columns !== null) tables.push({ first: at, last, columns })
    at = last
  }
  return tables
}

/** The words of a row by column; a segment goes where its middle stands. */
export function cellsOf(row: PrintedRow, columns: readonly Column[]): string[] {
  const cells = columns.map(() => '')
  for (const segment of row.segments) {
    const at = columnAt(segment, columns)
    cells[at] = cells[at] === '' ? segment.text.trim() : `${cells[at]} ${segment.text.trim()}`
  }
  return cells
}

function columnAt(segment: Segment, columns: readonly Column[]): number {
  const middle = (segment.x0 + segment.x1) / 2
  let best = 0
  for (const [at, column] of columns.entries()) if (middle >= column.x0 - 1) best = at
  return best
}

/** What numbers a clause rather than fills a cell. */
export const LABEL = /^([\p{L}\d]{1,4}[.):]|\([\p{L}\d]{1,4}\)|\d+([.-]\d+)+\.?|[•●▪■◦○·*–—-]|(article|section)\s+[\w.-]{1,8})$/iu

/** Two segments or more, and not merely a number with its clause, or a line of contents with its page. */
function isCellRow(row: PrintedRow): boolean {
  const { segments } = row
  if (segments.length < 2) return false
  if (segments.length === 2 && LABEL.test(segments[0]?.text.trim() ?? '')) return false
  return !isContentsRow(segments)
}

function isContentsRow(segments: readonly Segment[]): boolean {
  const line = segments.map((segment) => segment.text).join(' ')
  return /(\.\s?){5,}\s*\S{0,7}$/.test(line.slice(-200)) || /^[.\s…_]{5,}$/.test(segments.at(-2)?.text ?? '')
}

/** The last row of cells before prose begins again; single words between rows (a cell that wraps) are taken along. */
function endOfRun(rows: readonly PrintedRow[], start: number): number {
  let last = start
  for (let at = start + 1; at < rows.length && at - last <= 3; at++) {
    const row = rows[at]
    const before = rows[at - 1]
    if (row === undefined || before === undefined || row.y - before.y > 4 * Math.max(row.size, before.size)) break
    if (isCellRow(row)) last = at
    else if (row.segments.length > 1) break
  }
  return last
}

function columnsOf(rows: readonly PrintedRow[]): Column[] | null {
  const cellRows = rows.filter((row) => row.segments.length > 1)
  if (cellRows.length < 2) return null
  const columns = stripColumns(rows)
  if (columns.length < 2 || (columns.length === 2 && cellRows.length < 3)) return null
  const fitting = cellRows.filter((row) => new Set(row.segments.map((segment) => columnAt(segment, columns))).size === row.segments.length)
  return fitting.length >= 0.7 * cellRows.length ? columns : null
}

/** Columns are what stands between strips that hardly any row has letters in; a heading over two columns may cross one. */
function stripColumns(rows: readonly PrintedRow[]): Column[] {
  const segments = rows.flatMap((row) => row.segments)
  const from = segments.reduce((least, segment) => Math.min(least, segment.x0), Number.POSITIVE_INFINITY)
  const to = segments.reduce((most, segment) => Math.max(most, segment.x1), Number.NEGATIVE_INFINITY)
  if (!(to - from < 20_000)) return []
  const counts = new Uint32Array(Math.ceil(to - from) + 1)
  for (const segment of segments) {
    for (let at = Math.floor(segment.x0 - from); at < Math.ceil(segment.x1 - from); at++) counts[at] = (counts[at] ?? 0) + 1
  }
  const most = Math.floor(rows.length * 0.1)
  const least = Math.max(2, 0.3 * median(rows.map((row) => row.size)))
  return columnsBetween(counts, most, least, from)
}

function columnsBetween(counts: Uint32Array, most: number, least: number, from: number): Column[] {
  const columns: Column[] = []
  let start = -1
  let end = -1
  for (let at = 0; at < counts.length; at++) {
    if ((counts[at] ?? 0) <= most) continue
    if (start >= 0 && at - end > least) {
      columns.push({ x0: from + start, x1: from + end })
      start = at
    }
    if (start < 0) start = at
    end = at + 1
  }
  if (start >= 0) columns.push({ x0: from + start, x1: from + end })
  return columns
}

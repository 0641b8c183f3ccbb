import { median, type PrintedRow, type Segment } from '#text/pdf/printed.ts'

/** Two columns of a page, in points: where the left and the right one begin, and the middle of the gutter between them. */
export interface Columns {
  readonly left: number
  readonly gutter: number
  readonly right: number
}

/**
 * The order of reading: where lines of prose stand side by side with a gutter between them, the left column is read before the right one.
 * `known` are the columns that the file has on its other pages: lines that keep to them need not be prose. The columns that are found go to `found`.
 */
export function readingBlocks(rows: readonly PrintedRow[], known: readonly Columns[] = [], found: Columns[] = [], depth = 0): PrintedRow[][] {
  const usual = known.find((columns) => keepsTo(rows, columns))
  const gutter = usual?.gutter ?? (depth < 4 ? findGutter(rows) : null)
  if (gutter === null) return rows.length === 0 ? [] : [[...rows]]
  const blocks: PrintedRow[][] = []
  let plain: PrintedRow[] = []
  for (const run of runsBetween(rows, gutter)) {
    const left = sideOf(run, (segment) => middle(segment) < gutter)
    const right = sideOf(run, (segment) => middle(segment) >= gutter)
    const prose = isProse(left) && isProse(right)
    if (!prose && (usual === undefined || left.length === 0 || right.length === 0)) {
      plain.push(...run)
      continue
    }
    if (prose && depth === 0) found.push({ left: leftEdge(left), gutter, right: leftEdge(right) })
    if (plain.length > 0) blocks.push(plain)
    plain = []
    blocks.push(...readingBlocks(left, [], [], depth + 1), ...readingBlocks(right, [], [], depth + 1))
  }
  if (plain.length > 0) blocks.push(plain)
  return blocks
}

/** Points by which the edge of a column may differ from page to page. */
const EDGE = 4
/** How much of a page in columns may run across both: headings, running heads, a short table. */
const MOST_ACROSS = 0.2

/** True where nearly all rows leave the gutter free and what stands to its right begins where the right column does, or is set in from there. */
function keepsTo(rows: readonly PrintedRow[], columns: Columns): boolean {
  if (rows.length < LEAST_ROWS) return false
  let across = 0
  let astray = 0
  let beside = 0
  for (const row of rows) {
    if (crosses(row, columns.gutter)) {
      across++
      continue
    }
    const right = row.segments.find((segment) => middle(segment) >= columns.gutter)
    if (right === undefined) continue
    if (right.x0 < columns.right - EDGE || (row.segments[0]?.x0 ?? 0) < columns.left - EDGE) astray++
    else beside++
  }
  return across <= rows.length * MOST_ACROSS && beside >= 3 && astray <= beside * 0.05
}

function leftEdge(rows: readonly PrintedRow[]): number {
  return Math.min(...bounded(rows.map((row) => row.segments[0]?.x0 ?? 0)))
}

const BIN = 2
const LEAST_ROWS = 6

/** The middle of the emptiest upright strip in the inner part of the block, or null. Lines across the whole width may cross it. */
function findGutter(rows: readonly PrintedRow[]): number | null {
  const sided = rows.filter((row) => row.segments.length > 1).length
  if (rows.length < LEAST_ROWS || sided < 3) return null
  const segments = rows.flatMap((row) => row.segments)
  const from = Math.min(...bounded(segments.map((segment) => segment.x0)))
  const to = Math.max(...bounded(segments.map((segment) => segment.x1)))
  const width = to - from
  if (!(width > 150 && width < 20_000)) return null
  const counts = coverage(rows, from, width)
  const low = Math.floor(counts.length * 0.2)
  const high = Math.ceil(counts.length * 0.8)
  const least = Math.min(...counts.subarray(low, high))
  if (least > rows.length * 0.5) return null
  const strip = widestStrip(counts, low, high, least + Math.max(1, rows.length * 0.04))
  const needed = Math.max(6, 0.6 * median(rows.map((row) => row.size)))
  return strip === null || (strip.end - strip.start) * BIN < needed ? null : from + ((strip.start + strip.end) / 2) * BIN
}

/** Min and max over a list of any length. */
function bounded(values: readonly number[]): [number, number] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

/** For each strip of two points, how many rows have letters in it. */
function coverage(rows: readonly PrintedRow[], from: number, width: number): Uint32Array {
  const counts = new Uint32Array(Math.ceil(width / BIN))
  for (const row of rows) {
    for (const segment of row.segments) {
      const end = Math.min(counts.length, Math.ceil((segment.x1 - from) / BIN))
      for (let bin = Math.max(0, Math.floor((segment.x0 - from) / BIN)); bin < end; bin++) counts[bin] = (counts[bin] ?? 0) + 1
    }
  }
  return counts
}

function widestStrip(counts: Uint32Array, low: number, high: number, most: number): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null
  let start = -1
  for (let bin = low; bin <= high; bin++) {
    const empty = bin < high && (counts[bin] ?? 0) <= most
    if (empty && start < 0) start = bin
    if (!empty && start >= 0) {
      if (best === null || bin - start > best.end - best.start) best = { start, end: bin }
      start = -1
    }
  }
  return best
}

/** Rows in runs: those that cross the gutter, and those that leave it free. */
function* runsBetween(rows: readonly PrintedRow[], gutter: number): Generator<PrintedRow[]> {
  let run: PrintedRow[] = []
  let crossing = false
  for (const row of rows) {
    const across = crosses(row, gutter)
    if (across !== crossing && run.length > 0) {
      yield run
      run = []
    }
    crossing = across
    run.push(row)
  }
  if (run.length > 0) yield run
}

function crosses(row: PrintedRow, gutter: number): boolean {
  return row.segments.some((segment) => segment.x0 < gutter - 1 && segment.x1 > gutter + 1)
}

function sideOf(rows: readonly PrintedRow[], belongs: (segment: Segment) => boolean): PrintedRow[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(belongs)
    return segments.length === 0 ? [] : [{ ...row, segments }]
  })
}

function middle(segment: Segment): number {
  return (segment.x0 + segment.x1) / 2
}

/** Lines of words that fill their column; cells of a table are short or are figures. */
function isProse(rows: readonly PrintedRow[]): boolean {
  if (rows.length < 3) return false
  const longest = rows.map((row) => Math.max(...row.segments.map((segment) => segment.words)))
  const [from] = bounded(rows.map((row) => row.segments[0]?.x0 ?? 0))
  const [, to] = bounded(rows.map((row) => row.segments.at(-1)?.x1 ?? 0))
  const fill = rows.map((row) => row.segments.reduce((sum, segment) => sum + segment.x1 - segment.x0, 0) / (to - from))
  return median(longest) >= 4 && median(fill) >= 0.55
}

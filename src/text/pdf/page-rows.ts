import type { PrintedItem, PrintedRow, Segment } from '#text/pdf/printed.ts'

/** Words that stand on one line of print, cut into segments where the gaps are wide. */
export function pageRows(items: readonly PrintedItem[]): PrintedRow[] {
  const sorted = items.flatMap(splitAtBlanks).sort((one, other) => one.y - other.y || one.x0 - other.x0)
  const rows: OpenRow[] = []
  for (const item of sorted) {
    const row = rowFor(item, rows)
    if (row === null) rows.push({ items: [item], tops: [item], y: item.y, size: item.size })
    else addTo(row, item)
  }
  return rows.map(closeRow).sort((one, other) => one.y - other.y)
}

interface OpenRow {
  readonly items: PrintedItem[]
  /** One item for each baseline in the row (a raised figure has its own). */
  readonly tops: PrintedItem[]
  y: number
  size: number
}

/** A run of blanks inside a string is a gap on the page. */
function splitAtBlanks(item: PrintedItem): PrintedItem[] {
  if (!/\S\s{3,}\S/.test(item.text)) return item.text.trim() === '' ? [] : [item]
  const per = (item.x1 - item.x0) / item.text.length
  const parts: PrintedItem[] = []
  for (const match of item.text.matchAll(/\S+(?:\s{1,2}\S+)*/g)) {
    parts.push({ ...item, text: match[0], x0: item.x0 + match.index * per, x1: item.x0 + (match.index + match[0].length) * per })
  }
  return parts
}

/** Only the last rows can still take an item: items come from the top of the page down. */
const OPEN_ROWS = 8

function rowFor(item: PrintedItem, rows: readonly OpenRow[]): OpenRow | null {
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - OPEN_ROWS); at--) {
    const row = rows[at]
    if (row !== undefined && belongs(item, row)) return row
  }
  return null
}

function belongs(item: PrintedItem, row: OpenRow): boolean {
  if (!row.tops.some((top) => shareBand(item, top))) return false
  if (row.tops.some((top) => alike(item.size, top.size) && Math.abs(item.y - top.y) > 0.35 * item.size)) return false
  return !printedOver(item, row)
}

/** True where the letters of two items stand at the same height, one perhaps raised. */
function shareBand(one: PrintedItem, other: PrintedItem): boolean {
  const shared = Math.min(one.y, other.y) - Math.max(one.y - 0.7 * one.size, other.y - 0.7 * other.size)
  return shared >= 0.35 * Math.min(one.size, other.size)
}

function alike(one: number, other: number): boolean {
  return Math.max(one, other) < 1.3 * Math.min(one, other)
}

/** Other words printed over the same place are a line of their own; the same words printed twice are bold. */
function printedOver(item: PrintedItem, row: OpenRow): boolean {
  for (const other of row.items.slice(-40)) {
    const shared = Math.min(item.x1, other.x1) - Math.max(item.x0, other.x0)
    if (shared > 0.6 * Math.min(item.x1 - item.x0, other.x1 - other.x0) && shared > item.size && !twice(item, other)) return true
  }
  return false
}

function twice(one: PrintedItem, other: PrintedItem): boolean {
  return one.text === other.text && Math.abs(one.x0 - other.x0) < 0.3 * one.size && Math.abs(one.y - other.y) < 0.3 * one.size
}

function addTo(row: OpenRow, item: PrintedItem): void {
  if (row.items.slice(-40).some((other) => twice(item, other))) return
  row.items.push(item)
  if (!row.tops.some((top) => alike(item.size, top.size)) && row.tops.length < 4) row.tops.push(item)
  if (item.size > row.size * 1.05) {
    row.size = item.size
    row.y = item.y
  }
}

function closeRow(row: OpenRow): PrintedRow {
  const items = row.items.sort((one, other) => one.x0 - other.x0)
  const segments: Segment[] = []
  for (const item of items) {
    const last = segments.at(-1)
    const raised = item.size < 0.85 * row.size && item.y < row.y - 0.15 * row.size
    const shown = raised ? { ...item, text: raisedFigures(item.text) } : item
    if (last !== undefined && item.x0 - last.x1 <= Math.max(item.size, last.size)) segments[segments.length - 1] = joined(last, shown, raised)
    else segments.push({ ...shown, words: 0 })
  }
  return { y: row.y, size: row.size, segments: segments.flatMap(splitFigures).map((segment) => ({ ...segment, words: segment.text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length })) }
}

function joined(last: Segment, item: PrintedItem, raised: boolean): Segment {
  const gap = item.x0 - last.x1
  const blank = gap > 0.16 * Math.max(item.size, last.size * 0.7) && !last.text.endsWith(' ') && !item.text.startsWith(' ') && !(raised && gap < 0.3 * last.size)
  const heavier = item.text.length > last.text.length ? item : last
  return { text: `${last.text}${blank ? ' ' : ''}${item.text}`, x0: last.x0, x1: Math.max(last.x1, item.x1), y: last.y, size: heavier.size, bold: last.bold && item.bold, artifact: last.artifact && item.artifact, words: 0 }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A raised figure is a note's mark; raised letters (1st) stay letters. */
function raisedFigures(text: string): string {
  return /^\s*\d{1,3}\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : text
}

const FIGURE = /^[$(]?-?\$?[\d,]*\d(\.\d+)?%?\)?$/

/** A row of figures set close together is a row of cells; figures are all equally wide, so their places can be reckoned. */
function splitFigures(segment: Segment): Segment[] {
  const text = segment.text.trimEnd()
  const tokens = text.split(' ')
  if (tokens.length < 3 || tokens.filter((token) => FIGURE.test(token)).length < 0.75 * tokens.length) return [{ ...segment, text }]
  const per = (segment.x1 - segment.x0) / segment.text.length
  let at = 0
  return tokens.flatMap((token) => {
    const start = at
    at += token.length + 1
    return token === '' ? [] : [{ ...segment, text: token, x0: segment.x0 + start * per, x1: segment.x0 + (start + token.length) * per }]
  })
}

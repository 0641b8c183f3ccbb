/**
 * CSV text as rows (RFC 4180, and what programs really write): quotes, doubled quotes, line breaks inside quotes, CRLF or LF, a byte order mark, and semicolons or tabs where the head has them.
 * Nothing is refused: a quote that never closes runs to the end of the text and is told.
 */

export interface CsvRow {
  readonly cells: readonly string[]
  /** The line of the text on which the row begins, from 1. */
  readonly line: number
}

export interface CsvTable {
  readonly rows: readonly CsvRow[]
  readonly separator: string
  /** The line of a quote that never closes; null where all is well. */
  readonly openQuoteAt: number | null
}

/** All rows, the head among them; empty lines are left out. */
export function parseCsv(text: string): CsvTable {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  let openQuoteAt: number | null = null
  while (at < text.length) {
    const cells: string[] = []
    const begins = line
    for (;;) {
      const cell = text.charCodeAt(at) === 34 ? quotedCell(text, at, separator) : plainCell(text, at, separator)
      if (cell.open) openQuoteAt = line
      cells.push(cell.value)
      line += cell.breaks
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: begins })
  }
  return { rows, separator, openQuoteAt }
}

/** The sign that stands most often in the first line outside quotes: comma, semicolon or tab. */
export function separatorOf(text: string): string {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) break
    else if (!quoted && (sign === ',' || sign === ';' || sign === '\t')) counts[sign] += 1
  }
  return counts[';'] > counts[','] && counts[';'] >= counts['\t'] ? ';' : counts['\t'] > counts[','] ? '\t' : ','
}

interface Cell {
  readonly value: string
  readonly end: number
  readonly breaks: number
  readonly open: boolean
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return cellOf(value + text.slice(at), text.length, true)
    value += text.slice(at, quote)
    if (text.charCodeAt(quote + 1) !== 34) {
      // Signs between the closing quote and the separator do not belong there; they are kept, so that nothing is lost.
      const rest = plainCell(text, quote + 1, separator)
      return cellOf(value + rest.value, rest.end, false)
    }
    value += '"'
    at = quote + 2
  }
}

function plainCell(text: string, start: number, separator: string): Cell {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { value: text.slice(start, at), end: at, breaks: 0, open: false }
}

function cellOf(value: string, end: number, open: boolean): Cell {
  return { value, end, breaks: value.split('\n').length - 1, open }
}

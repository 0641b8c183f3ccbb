/**
 * CSV bytes cut into rows and cells without making a string of any of them: only where each begins and ends. For files of hundreds of thousands of rows.
 * Quotes, doubled quotes, line breaks in quotes, CRLF, LF and CR as RFC 4180 and spreadsheets have them.
 */

export interface RowBatch {
  /** The bytes that the offsets speak of. */
  bytes: Uint8Array
  /** How many rows are in the batch; at most `most`. */
  rows: number
  readonly most: number
  /** Cells of a row that are kept; a row may have more or fewer. */
  readonly width: number
  readonly rowFrom: Int32Array
  /** Without its line end. */
  readonly rowEnd: Int32Array
  /** Of cell c in row r at `r * width + c`; quotes are outside. Empty where the row has no such cell. */
  readonly cellFrom: Int32Array
  readonly cellEnd: Int32Array
  /** How many cells the row really has. */
  readonly cells: Int32Array
  readonly flags: Uint8Array
  /** The line of the file on which the row begins. */
  readonly line: Int32Array
  /** The line at which the next scan goes on. */
  nextLine: number
}

/** A cell of the row holds a doubled quote. */
export const hasDoubledQuote = 1
/** A cell of the row would run as a formula in a spreadsheet. */
export const hasFormula = 2
/** A quote of the row never closes: the row reaches to the end of the file. */
export const hasOpenQuote = 4
/** A cell of the row goes over several lines. */
const hasLineBreak = 8

export function makeRowBatch(most: number, width: number): RowBatch {
  return { bytes: new Uint8Array(0), rows: 0, most, width, rowFrom: new Int32Array(most), rowEnd: new Int32Array(most), cellFrom: new Int32Array(most * width), cellEnd: new Int32Array(most * width), cells: new Int32Array(most), flags: new Uint8Array(most), line: new Int32Array(most), nextLine: 1 }
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * Fills the batch with the whole rows from `at` on and gives the place of the first byte that is in none of them. A row that the bytes break off is left for the next time, unless these are the `last` bytes.
 * Empty lines are passed over.
 */
export function scanRows(batch: RowBatch, bytes: Uint8Array, at: number, separator: number, last: boolean): number {
  batch.bytes = bytes
  batch.rows = 0
  const stops = stopsOf(separator)
  let place = at
  while (batch.rows < batch.most && place < bytes.length) {
    const sign = bytes[place] as number
    if (sign === lineFeed || sign === carriageReturn) {
      // A line end of two signs may be broken in two by the piece of the file.
      if (sign === carriageReturn && place + 1 === bytes.length && !last) return place
      if (sign === lineFeed || bytes[place + 1] !== lineFeed) batch.nextLine += 1
      place += 1
      continue
    }
    const next = scanRow(batch, bytes, place, separator, stops, last)
    if (next < 0) return place
    place = next
  }
  return place
}

/** One row; -1 where the bytes break it off. */
function scanRow(batch: RowBatch, bytes: Uint8Array, start: number, separator: number, stops: Uint8Array, last: boolean): number {
  const { rows: row, width, cellFrom, cellEnd } = batch
  const end = bytes.length
  const cells = row * width
  let at = start
  let count = 0
  let flags = 0
  for (;;) {
    const first = at < end ? (bytes[at] as number) : 0
    let from = at
    let to: number
    if (first === quote) {
      const close = closingQuote(bytes, at + 1)
      if (close + 1 >= end && !last) return -1
      from = at + 1
      to = close
      flags |= quotedFlags(bytes, from, to)
      at = close
      while (at < end && stops[bytes[at] as number] === 0) at += 1
    } else {
      while (at < end && stops[bytes[at] as number] === 0) at += 1
      to = at
      if (first < 65 && isFormula(bytes, from, to)) flags |= hasFormula
    }
    if (count < width) {
      cellFrom[cells + count] = from
      cellEnd[cells + count] = to
    }
    count += 1
    if (at < end && bytes[at] === separator) at += 1
    else break
  }
  if (at >= end && !last) return -1
  for (let cell = count; cell < width; cell += 1) cellFrom[cells + cell] = cellEnd[cells + cell] = at
  finishRow(batch, start, at, count, flags)
  return at
}

function finishRow(batch: RowBatch, start: number, end: number, count: number, flags: number): void {
  const row = batch.rows
  batch.rowFrom[row] = start
  batch.rowEnd[row] = end
  batch.cells[row] = count
  batch.flags[row] = flags
  batch.line[row] = batch.nextLine
  if ((flags & hasLineBreak) !== 0) for (let at = start; at < end; at += 1) if (batch.bytes[at] === lineFeed) batch.nextLine += 1
  batch.rows = row + 1
}

/** The place of the quote that closes the cell, past doubled ones; the end of the bytes where none does. */
function closingQuote(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(quote, at)
    if (at < 0) return bytes.length
    if (bytes[at + 1] !== quote) return at
    at += 2
  }
}

function quotedFlags(bytes: Uint8Array, from: number, to: number): number {
  let flags = to >= bytes.length ? hasOpenQuote : 0
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === quote) flags |= hasDoubledQuote
    else if (bytes[at] === lineFeed) flags |= hasLineBreak
  }
  return from < to && isFormula(bytes, from, to) ? flags | hasFormula : flags
}

const knownStops = new Map<number, Uint8Array>()

function stopsOf(separator: number): Uint8Array {
  const there = knownStops.get(separator)
  if (there !== undefined) return there
  const stops = new Uint8Array(256)
  for (const sign of [separator, lineFeed, carriageReturn]) stops[sign] = 1
  knownStops.set(separator, stops)
  return stops
}

function mayBeFormula(sign: number): boolean {
  // = + - @ and the tab and the line end that some programs pass over.
  return sign === 61 || sign === 43 || sign === 45 || sign === 64 || sign === 9 || sign === carriageReturn
}

/** Whether a spreadsheet would run it: it begins with a sign of formulas and is no plain number. */
export function isFormula(bytes: Uint8Array, from: number, to: number): boolean {
  const sign = from < to ? (bytes[from] as number) : 0
  if (!mayBeFormula(sign)) return false
  if (sign !== 43 && sign !== 45) return true
  if (to - from < 2) return false
  for (let at = from + 1; at < to; at += 1) {
    const it = bytes[at] as number
    // Figures, points, commas, and a dollar or percent sign.
    if (!((it >= 48 && it <= 57) || it === 46 || it === 44 || it === 36 || it === 37)) return true
  }
  return false
}

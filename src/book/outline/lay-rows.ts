import type { Line, LineHint, TextDocument } from '#text/document.ts'
import { cutFlatText, isFlattened } from '#book/outline/cut-flat-text.ts'
import { cutFusedFeet } from '#book/outline/cut-fused-feet.ts'
import { cutLineNumbers } from '#book/outline/cut-line-numbers.ts'
import { plainText } from '#book/outline/plain-text.ts'

/**
 * Lays the lines of a document out as rows of the whole text: a line is one row, or several where form feeds part it, or where a transcript lost
 * its line ends. Rows follow one another without gap, so that what covers all rows covers every character.
 */

export interface Row {
  readonly index: number
  /** The line it stands on, from 1. */
  readonly line: number
  /** In the whole text; `end` leaves out the line end or form feed, `stop` takes it in. */
  readonly start: number
  readonly end: number
  readonly stop: number
  readonly text: string
  /** The same length as `text`, with look-alike letters put right, for recognizing only. */
  readonly plain: string
  readonly blank: boolean
  /** Columns of white space in front. */
  readonly indent: number
  /** Counts form feeds, or the file's own pages. */
  readonly page: number
  readonly hint: LineHint | undefined
  /** Part of a line that was cut: one that lost its line ends, or bears a line number or a foot. */
  readonly flat: boolean
}

/** A column of ten-point print. */
const pointsPerColumn = 5

export function layRows(document: TextDocument): Row[] {
  const rows: Row[] = []
  const cuts = findCuts(document.lines)
  const last = document.lines.length - 1
  const state = { offset: 0, page: 1 }
  document.lines.forEach((line, at) => layLine(rows, line, state, cuts.get(at) ?? [], at < last))
  return rows
}

function findCuts(lines: readonly Line[]): ReadonlyMap<number, number[]> {
  if (isFlattened(lines)) return cutFlatText(lines)
  const numbers = cutLineNumbers(lines)
  return numbers.size > 0 ? numbers : cutFusedFeet(lines)
}

function layLine(rows: Row[], line: Line, state: { offset: number; page: number }, cuts: readonly number[], ended: boolean): void {
  const inside = cuts.filter((cut) => cut > 0 && cut < line.text.length)
  const stops = [...new Set([...feedsIn(line.text), ...inside])].toSorted((one, other) => one - other)
  let from = 0
  for (const stop of [...stops, line.text.length]) {
    const feed = line.text.charAt(stop) === '\f'
    const lastPart = stop === line.text.length
    const taken = feed || (lastPart && ended) ? 1 : 0
    const text = line.text.slice(from, stop)
    const plain = plainText(text)
    const start = state.offset + from
    rows.push({
      index: rows.length,
      line: line.number,
      start,
      end: start + text.length,
      stop: start + text.length + taken,
      text,
      plain,
      blank: plain.trim() === '',
      indent: line.hint?.left === undefined ? columnsBefore(plain) : Math.round(line.hint.left / pointsPerColumn),
      page: line.page ?? state.page,
      hint: line.hint,
      flat: cuts.length > 0,
    })
    if (feed) state.page += 1
    from = stop + (feed ? 1 : 0)
  }
  if (cuts.length > 0 && line.text.length > 300) state.page += 1
  state.offset += line.text.length + (ended ? 1 : 0)
}

function feedsIn(text: string): number[] {
  const feeds: number[] = []
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) feeds.push(at)
  return feeds
}

function columnsBefore(plain: string): number {
  let columns = 0
  for (const letter of plain) {
    if (letter === ' ') columns += 1
    else if (letter === '\t') columns += 8 - (columns % 8)
    else break
  }
  return columns
}

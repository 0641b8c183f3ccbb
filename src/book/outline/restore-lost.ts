import type { Placed } from '#book/outline/best-spine.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { letterNumeral } from '#book/outline/numerals.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/**
 * Puts back list items whose letter the scan lost: where D is followed by G and exactly two paragraphs between them begin without a letter, they are E and F.
 * Does nothing where the count does not fit.
 */
export function restoreLost(items: readonly Placed[], rows: readonly Row[]): Placed[] {
  if (rows.length === 0) return [...items]
  return items.flatMap((item, at) => {
    const next = items[at + 1]
    return next === undefined ? [item] : [item, ...lostBetween(item, next, rows)]
  })
}

function lostBetween(item: Placed, next: Placed, rows: readonly Row[]): Placed[] {
  const from = item.reading.path[0] ?? 0
  const missing = (next.reading.path[0] ?? 0) - from - 1
  if (missing < 1 || missing > 3 || !/^\(?[Aa][.)]$/u.test(item.reading.series)) return []
  const begins: Row[] = []
  let before = item.mark.row
  for (const row of rows.slice(item.mark.row.index + 1, next.mark.row.index)) {
    if (row.blank) continue
    if (beginsParagraph(row, before)) begins.push(row)
    before = row
  }
  return begins.length === missing ? begins.map((row, at) => placedAt(row, item, from + 1 + at)) : []
}

function beginsParagraph(row: Row, before: Row): boolean {
  const above = before.plain.trim()
  const ended = /[.;:!?]["”)]*$/u.test(above) || (above.length < 40 && !/[,-]$|\b(?:the|of|and|or|a|to|in)$/u.test(above))
  return ended && /^\s*["“(]?[A-Z]/u.test(row.plain) && scanMarks(row.plain).length === 0
}

function placedAt(row: Row, like: Placed, value: number): Placed {
  const letter = letterNumeral(value)
  const printed = /[a-z]/u.test(like.reading.series) ? letter.toLowerCase() : letter
  const start = row.start + row.plain.search(/\S/u)
  const reading = { ...like.reading, path: [value], printed, cost: 1 }
  return { mark: { row, start, end: start, rank: 0, weight: 0, word: null, readings: [reading] }, reading }
}

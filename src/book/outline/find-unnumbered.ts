import type { Chapter } from '#book/outline/find-chapters.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { cleanTitle } from '#book/outline/read-title.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/**
 * Finds the chapters of a document that numbers none: the file's own headings, else titles in capitals on rows of their own.
 * They are counted in the order of the print, so that every clause has an address.
 */
export function findUnnumbered(rows: readonly Row[], aside: (row: Row) => boolean): Chapter[] {
  const open = rows.filter((row) => !row.blank && !aside(row))
  const marked = open.filter(isMarkedHeading)
  const level = Math.min(...marked.map(levelOf))
  const top = marked.filter((row) => levelOf(row) === level)
  const headings = top.length >= 2 ? top : marked.length >= 2 ? marked.filter((row) => levelOf(row) > level) : open.filter((row) => isTitleInCapitals(rows, row))
  return (headings.length < 2 ? wholeLetter(open) : headings).map(chapterOf)
}

/** A short letter has no chapters: its first row heads its numbers, where it has any. */
function wholeLetter(open: readonly Row[]): Row[] {
  const first = open[0]
  const numbers = open.slice(0, 400).filter((row) => scanMarks(row.plain).length > 0)
  return first === undefined || numbers.length < 2 || numbers[0] === first ? [] : [first]
}

function chapterOf(row: Row, at: number): Chapter {
  const start = row.start + row.plain.search(/\S/u)
  const number = String(at + 1)
  return { kind: 'article', number, stem: number, value: at + 1, row, start, end: start, title: cleanTitle(row.text), titleSpans: [{ start, end: row.end }], body: row.stop }
}

function isMarkedHeading(row: Row): boolean {
  return row.hint?.heading !== undefined || /^#{1,6}\s+\S/u.test(row.plain)
}

function levelOf(row: Row): number {
  return row.hint?.heading ?? /^#+/u.exec(row.plain)?.[0].length ?? 9
}

/** In capitals, with a gap above it and text that is not in capitals below. */
function isTitleInCapitals(rows: readonly Row[], row: Row): boolean {
  const words = row.plain.trim()
  if (words.length > 70 || !/[A-Z]{4}/u.test(words) || /[a-z]{2}|[.;,]$/u.test(words) || scanMarks(row.plain).length > 0) return false
  const above = rows[row.index - 1]
  const below = rows.slice(row.index + 1, row.index + 4).find((it) => !it.blank)
  return (above === undefined || above.blank || above.page !== row.page) && below !== undefined && /[a-z]{3}/u.test(below.plain)
}

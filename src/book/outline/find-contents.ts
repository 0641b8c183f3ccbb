import type { ContentsEntry } from '#book/book.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Finds the printed table of contents and reads its entries; its rows are no headings of the agreement. */

export interface Contents {
  readonly rows: ReadonlySet<number>
  readonly entries: readonly ContentsEntry[]
}

const title = /^\s*(?:#{1,6}\s*)?(?:\*\*)?(?:table\s+of\s+contents|contents|index|table\s+of\s+articles)\b/iu
const pageAtEnd = /(?:(?:\.{2,}|…|\t|\s{2,})[\s.…]*([ivxl]{1,6}|[IVXL]{1,6})|[A-Za-z)"”.…\t\s][\s.…]*([0-9]{1,3}))\s*$/u
const leaders = /\.{4,}|…{2,}|(?:\. ){4,}/u

export function findContents(rows: readonly Row[], furniture: ReadonlySet<number>): Contents {
  const inside = new Set<number>()
  const solid = rows.filter((row) => !row.blank && !furniture.has(row.index))
  for (let at = 0; at < solid.length; at += 1) {
    const row = solid[at]
    if (row === undefined || inside.has(row.index)) continue
    if (row.hint?.contents === true) inside.add(row.index)
    else if (title.test(row.plain) && row.plain.length < 80) takeRun(solid, at, inside)
    else if (leaders.test(row.plain) && pageAtEnd.test(row.plain) && (solid[at + 1] === undefined || leaders.test(solid[at + 1]?.plain ?? ''))) takeRun(solid, at, inside)
  }
  return { rows: inside, entries: entriesOf(rows, inside) }
}

/** From a heading on: rows with a page number behind them, and up to three others between them. */
function takeRun(solid: readonly Row[], from: number, inside: Set<number>): void {
  let last = from
  let page = 0
  for (let at = from; at < solid.length && at - last <= 4; at += 1) {
    const row = solid[at]
    if (row === undefined || row.plain.length > 200) continue
    const number = pageNumber(row.plain)
    if (number === null ? /^\s*page\s*$/iu.test(row.plain) : number === 0 || (number >= page && number <= page + 60)) last = at
    if (number !== null && number >= page && number <= page + 60) page = number
  }
  if (last - from < 3) return
  for (let at = from; at <= last; at += 1) {
    const row = solid[at]
    if (row !== undefined) inside.add(row.index)
  }
}

function printedPage(plain: string): string | null {
  const match = pageAtEnd.exec(plain)
  return match?.[1] ?? match?.[2] ?? null
}

/** The page that a row ends in; 0 for a Roman one. */
function pageNumber(plain: string): number | null {
  const page = printedPage(plain)
  if (page === null) return null
  return /^[0-9]/u.test(page) ? Number(page) : 0
}

function entriesOf(rows: readonly Row[], inside: ReadonlySet<number>): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  for (const index of inside) {
    const row = rows[index]
    if (row === undefined || title.test(row.plain) || /^\s*page\s*$/iu.test(row.plain)) continue
    const page = printedPage(row.plain)
    const body = page === null ? row.plain : row.plain.slice(0, row.plain.lastIndexOf(page))
    const mark = scanMarks(row.plain)[0]
    const from = mark?.end ?? 0
    const name = row.text.slice(from, body.length).replace(/<\/?[biu]>|\*\*/gu, '').replace(/[\s.…:\-–—]+$/u, '').replace(/^[\s:.\-–—]+/u, '')
    if (name === '' && mark === undefined) continue
    entries.push({ number: mark?.readings[0]?.printed ?? null, title: name, page, line: row.line })
  }
  return entries
}

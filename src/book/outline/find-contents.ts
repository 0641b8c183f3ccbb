import type { ContentsEntry } from '#book/book.ts'
import { isContentsLine } from '#book/outline/cut-flat-text.ts'
import type { FoundTable } from '#book/outline/find-tables.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { cleanTitle } from '#book/outline/read-title.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Finds the printed table of contents and reads its entries; its rows are no headings of the agreement. */

export interface Contents {
  readonly rows: ReadonlySet<number>
  readonly entries: readonly ContentsEntry[]
}

const title = /^\s*(?:#{1,6}\s*)?(?:\*\*)?(?:table\s+of\s+contents|contents|index|table\s+of\s+articles)\b/iu
const pageAtEnd = /(?:(?:\.{2,}|…|\t|\s{2,})[\s.…]*([ivxl]{1,6}|[IVXL]{1,6})|[A-Za-z)"”.…\t\s][\s.…]*([0-9]{1,3}))\s*$/u
const leaders = /\.{4,}|…{2,}|(?:\. ){4,}/u

export function findContents(rows: readonly Row[], furniture: ReadonlySet<number>, tables: readonly FoundTable[]): Contents {
  const inside = new Set<number>()
  const solid = rows.filter((row) => !row.blank && !furniture.has(row.index))
  for (let at = 0; at < solid.length; at += 1) {
    const row = solid[at]
    if (row === undefined || inside.has(row.index)) continue
    const next = solid[at + 1]
    if (row.hint?.contents === true || (row.plain.length >= 200 && isContentsLine(row.plain))) inside.add(row.index)
    else if (title.test(row.plain) && row.plain.length < 80) takeRun(solid, at, inside)
    else if (isNear(inside, solid, at) && row.plain.length < 300 && leaders.test(row.plain) && !isDeep(row) && (printedPage(row.plain) ?? printedPage(next?.plain ?? '')) !== null && (next === undefined || leaders.test(next.plain) || leaders.test(solid[at + 2]?.plain ?? ''))) takeRun(solid, at, inside)
  }
  const listed = tables.filter((table) => isListing(table, solid))
  for (const table of listed) for (const row of table.rows) inside.add(row.index)
  const tabled = new Set(listed.flatMap((table) => table.rows.map((row) => row.index)))
  const entries = [...inside].toSorted((one, other) => one - other).reduce<ContentsEntry[]>((list, index) => (tabled.has(index) ? list : joinWrapped(list, entriesOf(rows[index]))), [])
  return { rows: inside, entries: [...listed.flatMap(entriesOfTable), ...entries].toSorted((one, other) => one.line - other.line) }
}

/** Dots lead to a page in one stretch near the head of the document, which other rows may part; further down they lead to figures of the text's own. */
function isNear(inside: ReadonlySet<number>, solid: readonly Row[], at: number): boolean {
  if (at >= solid.length / 5) return false
  return inside.size === 0 || solid.slice(Math.max(0, at - 60), at).some((row) => inside.has(row.index))
}

/** `12.3.1`: contents seldom go so deep. */
function isDeep(row: Row): boolean {
  return scanMarks(row.plain)[0]?.readings.some((reading) => reading.path.length >= 3) === true
}

/** From a heading on: rows with a page number behind them, and up to three others between them. */
function takeRun(solid: readonly Row[], from: number, inside: Set<number>): void {
  let last = from
  let page = 0
  for (let at = from; at < solid.length && at - last <= 4; at += 1) {
    const row = solid[at]
    if (row === undefined || row.plain.length > 200) continue
    const number = pageNumber(row.plain)
    if (number === null && leaders.test(row.plain) && pageNumber(solid[at + 1]?.plain ?? '') !== null) last = at
    if (number === null ? /^\s*page\s*$/iu.test(row.plain) : number === 0 || (number >= page && number <= page + 60)) last = at
    if (number !== null && number >= page && number <= page + 60) page = number
  }
  if (last - from < 3) return
  for (let at = from; at <= last; at += 1) {
    const row = solid[at]
    if (row !== undefined) inside.add(row.index)
  }
}

/** An entry that goes on on the next row has its page there. */
function joinWrapped(list: ContentsEntry[], more: readonly ContentsEntry[]): ContentsEntry[] {
  for (const entry of more) {
    const last = list.at(-1)
    const wrapped = last !== undefined && (last.page === null || last.title === '') && entry.number === null && last.number !== null && entry.line - last.line <= 2
    if (wrapped) list[list.length - 1] = { ...last, title: `${last.title} ${entry.title}`.trim(), page: entry.page }
    else list.push(entry)
  }
  return list
}

/** A table of number, title and page near the head of the document. */
function isListing(table: FoundTable, solid: readonly Row[]): boolean {
  const first = table.rows[0]
  if (first === undefined || first.index > (solid[Math.floor(solid.length / 8)]?.index ?? 0)) return false
  const pages = table.cells.filter((line) => line.length >= 2 && line.length <= 4 && /[A-Za-z]{3}/u.test(line.join(' ')) && /^(?:[0-9]{1,3}|[ivxl]+)$/u.test(line.at(-1) ?? ''))
  return table.cells.length >= 4 && pages.length >= table.cells.length * 0.7
}

function entriesOfTable(table: FoundTable): ContentsEntry[] {
  const oneRowEach = table.rows.length === table.cells.length
  return table.cells.flatMap((cells, at) => {
    const line = table.rows[oneRowEach ? at : 0]?.line ?? 1
    const entry = entryOf(cells.slice(0, -1).join('  '), cells.at(-1) ?? null, line)
    return entry === null ? [] : [entry]
  })
}

function entriesOf(row: Row | undefined): ContentsEntry[] {
  if (row === undefined || /^\s*page\s*$/iu.test(row.plain)) return []
  if (row.plain.length >= 200 && isContentsLine(row.plain)) return entriesInOneLine(row)
  if (title.test(row.plain)) return []
  const page = printedPage(row.plain)
  const body = page === null ? row.plain.length : row.plain.trimEnd().length - page.length
  const entry = entryOf(row.text.slice(0, body), page, row.line)
  return entry === null ? [] : [entry]
}

/** `words` is an entry without its page. */
function entryOf(words: string, page: string | null, line: number): ContentsEntry | null {
  const appendix = /^\s*(?:appendix|APPENDIX|Appendix)\s+([A-Z0-9]{1,3})\b/u.exec(words)
  const mark = scanMarks(words)[0] ?? bareNumber(words)
  const number = appendix?.[1] === undefined ? (mark?.readings[0]?.printed ?? null) : `App. ${appendix[1]}`
  const name = cleanTitle(words.slice(appendix?.[0].length ?? mark?.end ?? 0))
  return name === '' && number === null ? null : { number, title: name, page, line }
}

/** `12     Disruptive Student Behavior   23` */
function bareNumber(plain: string): { end: number; readings: { printed: string }[] } | null {
  const match = /^\s*([0-9]{1,3}|[IVXL]{1,7}|[A-Z])\s{2,}(?=[A-Z])/u.exec(plain)
  return match?.[1] === undefined ? null : { end: match[0].length, readings: [{ printed: match[1] }] }
}

/** A contents list without line ends: each entry runs from its number to a page that stands before the next number. */
function entriesInOneLine(row: Row): ContentsEntry[] {
  const words = row.text.split(/\s+/u)
  const entries: ContentsEntry[] = []
  let wanted = 1
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== String(wanted) || !/^[A-Z"“(]/u.test(words[at + 1] ?? '')) continue
    let end = at + 2
    while (end < words.length && !(/^[0-9]{1,3}$/u.test(words[end] ?? '') && (words[end + 1] === String(wanted + 1) || !/^[a-z0-9]/u.test(words[end + 1] ?? 'A')))) end += 1
    if (end >= words.length) break
    entries.push({ number: String(wanted), title: cleanTitle(words.slice(at + 1, end).join(' ')), page: words[end] ?? null, line: row.line })
    at = end
    wanted += 1
  }
  return entries
}

function printedPage(plain: string): string | null {
  // Only the end is looked at: a row of dots as long as a book must not be searched from every dot.
  const match = pageAtEnd.exec(plain.trimEnd().slice(-40))
  return match?.[1] ?? match?.[2] ?? null
}

/** The page that a row ends in; 0 for a Roman one. */
function pageNumber(plain: string): number | null {
  const page = printedPage(plain)
  if (page === null) return null
  return /^[0-9]/u.test(page) ? Number(page) : 0
}

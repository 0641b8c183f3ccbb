import { bestChain } from '#book/outline/best-chain.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Finds running heads and feet and page numbers: what belongs to the paper and not to the agreement. */

export interface Furniture {
  /** The rows again; where the file tells no pages, with the pages that its page numbers part. */
  readonly rows: readonly Row[]
  readonly indexes: ReadonlySet<number>
}

export function findFurniture(laid: readonly Row[]): Furniture {
  const folios = laid.some((row) => row.page > 1) ? [] : countingFolios(laid)
  const rows = folios.length === 0 ? laid : withPages(laid, folios)
  const indexes = new Set<number>(folios)
  for (const row of rows) if (row.hint?.furniture === true || pageWord.test(row.plain) || isFusedFolio(rows, row)) indexes.add(row.index)
  for (const index of runningRows(rows, indexes)) indexes.add(index)
  for (const index of revisionMarks(rows)) indexes.add(index)
  for (const index of edgeFolios(rows, indexes)) indexes.add(index)
  return { rows, indexes }
}

const pageWord = /^\s*(?:[-–]\s*)?(?:[Pp]age|PAGE|Pg\.)\s+(?:[0-9]{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*[0-9]{1,4})?(?:\s*[-–])?\s*$/u
const folio = /^\s*(?:[-–|]\s*)?([0-9]{1,3}|[ivxl]{1,6})(?:\s*[-–|])?\s*$/u

const revision = /^\s*\(?(?:REV|REVISED|REVISIONS?|AMENDED|ADOPTED|UPDATED)\b[.:]?(?:[\s,;&/–-]|and|[0-9]{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)+\)?\s*$/iu

/** `REV: 2019, 2021` at the right edge, where it stands several times. */
function revisionMarks(rows: readonly Row[]): number[] {
  const found = rows.filter((row) => row.indent >= 20 && row.plain.length < 160 && revision.test(row.plain))
  return found.length >= 3 ? found.map((row) => row.index) : []
}

/** The page number that a transcript without line ends fused to the end of a page, or a line number cut off at its head. */
function isFusedFolio(rows: readonly Row[], row: Row): boolean {
  return row.flat && folio.test(row.plain) && (rows[row.index + 1]?.line !== row.line || rows[row.index - 1]?.line !== row.line)
}

/** Page numbers on rows of their own that count on evenly through the document, where nothing else tells its pages. */
function countingFolios(rows: readonly Row[]): number[] {
  const found = rows.filter((row) => pageWord.test(row.plain) || /^\s*(?:-\s*)?[0-9]{1,3}(?:\s*-)?\s*$/u.test(row.plain))
  const links = found.map((row) => ({ value: Number(/[0-9]+/u.exec(row.plain)?.[0] ?? 0), weight: row.indent >= 10 || pageWord.test(row.plain) ? 1 : 0, indent: 0 }))
  const picked = bestChain(links, { gap: 2 }).picked.map((at) => found[at]?.index ?? 0)
  const spread = (picked.at(-1) ?? 0) - (picked[0] ?? 0)
  const worded = picked.every((index) => pageWord.test(rows[index]?.plain ?? ''))
  return picked.length >= 3 && spread / (picked.length - 1) >= (worded ? 2 : 6) ? picked : []
}

function withPages(rows: readonly Row[], folios: readonly number[]): Row[] {
  const ends = new Set(folios)
  let page = 1
  return rows.map((row) => {
    const here = { ...row, page }
    if (ends.has(row.index)) page += 1
    return here
  })
}

/** Rows near the edge of a page whose wording, figures aside, stands on many pages. */
function runningRows(rows: readonly Row[], furniture: ReadonlySet<number>): number[] {
  const seen = new Map<string, number[]>()
  for (const index of pageEdges(rows, furniture)) {
    const key = shapeOf(rows[index]?.plain ?? '')
    if (key.length < 4 || /^\W*(?:article|appendix|section|chapter|exhibit)\b/u.test(key)) continue
    const list = seen.get(key) ?? []
    list.push(index)
    seen.set(key, list)
  }
  const pages = rows.at(-1)?.page ?? 1
  // Where the file has marked its heads and feet by their place, a numbered row that comes again is a heading that many articles share.
  const marked = rows.some((row) => row.hint?.furniture === true)
  return [...seen.values()].filter((list) => list.length >= Math.max(3, pages * 0.04)).flatMap((list) => list.filter((index) => !isNumbered(rows[index]) || (!marked && isOnNextPages(rows, list, index))))
}

/** A row that a clause's number opens heads a page only by chance, unless the very same row stands on the pages round it. */
function isNumbered(row: Row | undefined): boolean {
  return row !== undefined && scanMarks(row.plain).some((mark) => mark.readings.some((reading) => reading.cost < 0.5))
}

function isOnNextPages(rows: readonly Row[], list: readonly number[], index: number): boolean {
  const here = rows[index]
  return list.filter((other) => rows[other]?.plain.trim() === here?.plain.trim() && Math.abs((rows[other]?.page ?? 0) - (here?.page ?? 0)) <= 4).length >= 3
}

function shapeOf(plain: string): string {
  return plain.trim().replace(/[0-9]+/gu, '#').replace(/\s+/gu, ' ').toLowerCase()
}

/** The first two and the last three rows with print of each page, where the file has pages. */
function pageEdges(rows: readonly Row[], furniture: ReadonlySet<number>): number[] {
  const byPage = new Map<number, number[]>()
  for (const row of rows) {
    if (row.blank || furniture.has(row.index)) continue
    const list = byPage.get(row.page) ?? []
    list.push(row.index)
    byPage.set(row.page, list)
  }
  if (byPage.size < 3) return []
  return [...new Set([...byPage.values()].flatMap((list) => [...list.slice(0, 2), ...list.slice(-3)]))]
}

/** Rows at a page's edge that are only a number. */
function edgeFolios(rows: readonly Row[], furniture: ReadonlySet<number>): number[] {
  return pageEdges(rows, furniture).filter((index) => folio.test(rows[index]?.plain ?? ''))
}

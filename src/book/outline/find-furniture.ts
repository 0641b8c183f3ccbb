import type { Row } from '#book/outline/lay-rows.ts'

/** Finds running heads and feet, page numbers and empty rows that page ends leave: what belongs to the paper and not to the agreement. */
export function findFurniture(rows: readonly Row[]): Set<number> {
  const furniture = new Set<number>()
  for (const row of rows) if (row.hint?.furniture === true || pageWord.test(row.plain)) furniture.add(row.index)
  for (const row of rows) if (row.flat && folio.test(row.plain) && rows[row.index + 1]?.line !== row.line) furniture.add(row.index)
  for (const index of runningRows(rows)) furniture.add(index)
  for (const index of folios(rows, furniture)) furniture.add(index)
  return furniture
}

const pageWord = /^\s*(?:[-–]\s*)?(?:[Pp]age|PAGE|Pg\.)\s+(?:[0-9]{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*[0-9]{1,4})?(?:\s*[-–])?\s*$/u
const folio = /^\s*(?:[-–|]\s*)?([0-9]{1,3}|[ivxl]{1,6})(?:\s*[-–|])?\s*$/u

/** Rows near the edge of a page whose wording, figures aside, stands on many pages. */
function runningRows(rows: readonly Row[]): number[] {
  const edges = pageEdges(rows)
  if (edges.length < 3) return []
  const seen = new Map<string, number[]>()
  for (const index of edges) {
    const key = shapeOf(rows[index]?.plain ?? '')
    if (key.length < 4 || key === '#' || /^\W*(?:article|appendix|section|chapter)\b/u.test(key)) continue
    const list = seen.get(key) ?? []
    list.push(index)
    seen.set(key, list)
  }
  const pages = (rows.at(-1)?.page ?? 1)
  return [...seen.values()].filter((list) => list.length >= Math.max(3, pages * 0.04)).flat()
}

function shapeOf(plain: string): string {
  return plain.trim().replace(/[0-9]+/gu, '#').replace(/\s+/gu, ' ').toLowerCase()
}

/** The first two and the last three rows with print of each page, where the file has pages. */
function pageEdges(rows: readonly Row[]): number[] {
  const edges = new Set<number>()
  const byPage = new Map<number, number[]>()
  for (const row of rows) {
    if (row.blank) continue
    const list = byPage.get(row.page) ?? []
    list.push(row.index)
    byPage.set(row.page, list)
  }
  if (byPage.size < 3) return []
  for (const list of byPage.values()) for (const index of [...list.slice(0, 2), ...list.slice(-3)]) edges.add(index)
  return [...edges]
}

/** Rows that are only a number: page numbers where they stand at a page's edge, or run on evenly through the document. */
function folios(rows: readonly Row[], furniture: ReadonlySet<number>): number[] {
  const edges = new Set(pageEdges(rows.filter((row) => !furniture.has(row.index))))
  return rows.filter((row) => edges.has(row.index) && folio.test(row.plain)).map((row) => row.index)
}

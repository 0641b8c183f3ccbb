import type { Row } from '#book/outline/lay-rows.ts'
import { readNestedLabels } from '#book/outline/read-nested-labels.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'
import { weighMark, type Mark } from '#book/outline/weigh-mark.ts'

/** Below this a number is surely a reference. */
const leastWeight = -1.7

/** Every number that may start a clause, in the order of the text, with its weight. Rows set aside (furniture, contents, tables) have none. `paragraphs`: each row is a paragraph, as in a DOCX, so that no number can stand there by wrapping. */
export function findMarks(rows: readonly Row[], aside: (row: Row) => boolean, paragraphs: boolean): Mark[] {
  const marks: Mark[] = []
  let before: Row | null = null
  let gap = false
  const amounts = loneAmounts(rows)
  const nested = readNestedLabels(rows)
  for (const row of rows) {
    if (row.blank) {
      gap = gap || row.stop - row.end > 0
      continue
    }
    if (aside(row)) continue
    const samePage: boolean = before === null || before.page === row.page
    const label = nested.get(row.index)
    const scans = label === undefined ? scanMarks(row.plain) : [label]
    if (!amounts.has(row.index)) scans.forEach((scan, rank) => {
      const weight = weighMark(row, scan, rank, before, paragraphs || row.hint?.label !== undefined || row.hint?.heading !== undefined || (gap && samePage))
      if (weight > leastWeight || scan.word === 'article') marks.push({ ...scan, start: row.start + scan.start, end: row.start + scan.end, row, rank, weight })
    })
    before = row
    gap = false
  }
  return marks
}

/** A table read by its columns leaves each amount alone on its row: `440.04` above 99, and smaller ones that stand together without counting on. */
function loneAmounts(rows: readonly Row[]): ReadonlySet<number> {
  const found = new Set<number>()
  let before: { row: Row; amount: number } | null = null
  for (const row of rows) {
    if (row.blank) continue
    const figures = row.plain.length > 40 ? null : amount.exec(row.plain)
    const here: { row: Row; amount: number } | null = figures === null ? null : { row, amount: Math.round(Number(figures[1]) * 100) }
    if (here !== null && here.amount >= 100_00) found.add(row.index)
    if (here !== null && before !== null && Math.abs(here.amount - before.amount) > 1) found.add(row.index).add(before.row.index)
    before = here
  }
  return found
}

const amount = /^\s*([0-9]{1,3}\.[0-9]{2})\s*$/u

import type { Row } from '#book/outline/lay-rows.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'
import { weighMark, type Mark } from '#book/outline/weigh-mark.ts'

/** Below this a number is surely a reference. */
const leastWeight = -1.7

/** Every number that may start a clause, in the order of the text, with its weight. Rows set aside (furniture, contents, tables) have none. `paragraphs`: each row is a paragraph, as in a DOCX, so that no number can stand there by wrapping. */
export function findMarks(rows: readonly Row[], aside: (row: Row) => boolean, paragraphs: boolean): Mark[] {
  const marks: Mark[] = []
  let before: Row | null = null
  let gap = false
  for (const row of rows) {
    if (row.blank) {
      gap = gap || row.stop - row.end > 0
      continue
    }
    if (aside(row)) continue
    const samePage: boolean = before === null || before.page === row.page
    scanMarks(row.plain).forEach((scan, rank) => {
      const weight = weighMark(row, scan, rank, before, paragraphs || row.hint?.label !== undefined || row.hint?.heading !== undefined || (gap && samePage))
      if (weight > leastWeight || scan.word === 'article') marks.push({ ...scan, start: row.start + scan.start, end: row.start + scan.end, row, rank, weight })
    })
    before = row
    gap = false
  }
  return marks
}

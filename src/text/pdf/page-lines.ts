import type { PrintedItem, PrintedLine, PrintedRow } from '#text/pdf/printed.ts'
import { readingBlocks, type Columns } from '#text/pdf/page-columns.ts'
import { takeLineNumbers } from '#text/pdf/line-numbers.ts'
import { pageRows } from '#text/pdf/page-rows.ts'
import { cellsOf, findTables, LABEL } from '#text/pdf/page-tables.ts'

/** One page of words with their places as lines in the order of reading, with tables as rows of cells. `known` and `found` as in `readingBlocks`. */
export function pageLines(items: readonly PrintedItem[], turned: readonly PrintedItem[] = [], known: readonly Columns[] = [], found: Columns[] = []): PrintedLine[] {
  const { body, numbers } = takeLineNumbers(items)
  const lines: PrintedLine[] = []
  let tables = 0
  for (const block of readingBlocks(pageRows(body), known, found)) {
    const inBlock = findTables(block)
    let next = 0
    for (const [at, row] of block.entries()) {
      while (next < inBlock.length && at > (inBlock[next]?.last ?? 0)) next++
      const table = inBlock[next]
      const inside = table !== undefined && at >= table.first
      lines.push(inside ? tableLine(row, cellsOf(row, table.columns), tables + next + 1) : plainLine(row))
    }
    tables += inBlock.length
  }
  lines.push(...numbers, ...turned.map((item) => plainLine({ y: item.y, size: item.size, segments: [{ ...item, words: 1 }] })))
  return lines.filter((line) => line.text !== '')
}

function plainLine(row: PrintedRow): PrintedLine {
  let text = ''
  let end = 0
  for (const segment of row.segments) {
    if (text !== '') text += segment.x0 - end > 2.5 * row.size && !LABEL.test(text.trim()) ? '   ' : ' '
    text += segment.text
    end = segment.x1
  }
  return { ...lineOf(row), text: text.trim(), cells: null, table: null }
}

function tableLine(row: PrintedRow, cells: string[], table: number): PrintedLine {
  return { ...lineOf(row), text: cells.join(' | '), cells, table }
}

function lineOf(row: PrintedRow): Omit<PrintedLine, 'text' | 'cells' | 'table'> {
  const { segments } = row
  return { left: segments[0]?.x0 ?? 0, y: row.y, size: row.size, bold: segments.every((segment) => segment.bold), furniture: segments.every((segment) => segment.artifact) }
}

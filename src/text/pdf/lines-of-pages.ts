import type { Line } from '#text/document.ts'
import { findFurniture } from '#text/pdf/find-furniture.ts'
import type { PrintedLine, PrintedPage } from '#text/pdf/printed.ts'
import type { Reading } from '#text/reading.ts'

/** Printed pages as the lines of a document, with running heads, feet and page numbers named as furniture. */
export function linesOf(pages: readonly PrintedPage[], reading: Reading): Line[] {
  const furniture = findFurniture(pages)
  const lines: Line[] = []
  let tables = 0
  for (const page of pages) {
    let most = 0
    for (const line of page.lines) {
      most = Math.max(most, line.table ?? 0)
      lines.push(lineOf(line, lines.length + 1, page.page, tables, furniture.has(line)))
    }
    tables += most
    if (lines.length > reading.limits.lines) reading.stop('text/too-many-lines', `The file has more than ${reading.limits.lines} lines.`, 'Split it into smaller files.')
  }
  return lines
}

function lineOf(line: PrintedLine, number: number, page: number, tables: number, furniture: boolean): Line {
  return {
    number,
    text: line.text,
    page,
    hint: {
      ...(line.cells === null || furniture ? {} : { cells: line.cells }),
      ...(line.table === null || furniture ? {} : { table: tables + line.table }),
      ...(furniture ? { furniture: true as const } : {}),
      left: Math.round(line.left * 10) / 10,
      size: Math.round(line.size * 10) / 10,
      ...(line.bold ? { bold: true as const } : {}),
    },
  }
}

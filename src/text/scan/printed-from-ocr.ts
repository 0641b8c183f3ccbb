import { pageLines } from '#text/pdf/page-lines.ts'
import type { PrintedPage } from '#text/pdf/printed.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'

/** A page read by eye, laid out like a printed one: the same columns, tables and running heads are found in it. */
export function printedFromOcr(seen: OcrPage, page: number): PrintedPage {
  const items = seen.lines.flatMap((line) =>
    line.words.map((word) => ({ text: word.text, x0: word.left, x1: word.right, y: line.baseline, size: line.height * LETTER, bold: false, artifact: false })))
  return { page, width: seen.width, height: seen.height, lines: pageLines(items) }
}

/** A line's height as the eyes measure it, from the tallest letter to the lowest, against the size of its type. */
const LETTER = 1.1

export function lettersOf(seen: OcrPage): number {
  return seen.lines.reduce((sum, line) => sum + line.words.reduce((letters, word) => letters + word.text.length, 0), 0)
}

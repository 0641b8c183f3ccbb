import type Tesseract from 'tesseract.js'
import type { OcrLine, OcrPage } from '#text/scan/ocr-page.ts'

/** What the eyes report of a page, in points and held upright: a page that was scanned on its side is turned. */
export function pageFromSeen(seen: Tesseract.Page, size: { width: number; height: number; scale: number }): OcrPage {
  const all = (seen.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  const turn = mostTurned(all)
  const lines = all.flatMap((line) => lineOf(line, turn, size))
  const words = lines.reduce((sum, line) => sum + line.words.length, 0)
  const sure = lines.reduce((sum, line) => sum + line.confidence * line.words.length, 0)
  const [width, height] = turn % 2 === 0 ? [size.width, size.height] : [size.height, size.width]
  return { lines, confidence: words === 0 ? 0 : Math.round(sure / words), width, height }
}

/** Quarter turns with the clock that most words run in. */
function mostTurned(lines: readonly Tesseract.Line[]): number {
  const votes = [0, 0, 0, 0]
  for (const line of lines) {
    const first = line.words[0]?.bbox
    const last = line.words.at(-1)?.bbox
    if (first === undefined || last === undefined || first === last) continue
    const across = last.x0 + last.x1 - first.x0 - first.x1
    const down = last.y0 + last.y1 - first.y0 - first.y1
    const turn = Math.abs(across) >= Math.abs(down) ? (across >= 0 ? 0 : 2) : down > 0 ? 1 : 3
    votes[turn] = (votes[turn] ?? 0) + line.words.length
  }
  return votes.indexOf(Math.max(...votes))
}

/** Specks read as letters are left out: words that the eyes themselves hardly believe. */
const LEAST_SURE = 15

function lineOf(line: Tesseract.Line, turn: number, size: { width: number; height: number; scale: number }): OcrLine[] {
  const words = line.words.filter((word) => word.confidence >= LEAST_SURE && word.text.trim() !== '')
  if (words.length === 0) return []
  const { scale } = size
  const box = turned(line.bbox, turn, size)
  const tall = turn === 0 && line.rowAttributes.rowHeight > 0 ? line.rowAttributes.rowHeight / scale : box.bottom - box.top
  const baseline = turn === 0 ? (line.baseline.y0 + line.baseline.y1) / 2 / scale : box.bottom - 0.2 * tall
  return [{
    words: words.map((word) => {
      const { left, right } = turned(word.bbox, turn, size)
      return { text: word.text, left: round(left), right: round(right) }
    }),
    baseline: round(baseline),
    height: round(tall),
    confidence: Math.round(words.reduce((sum, word) => sum + word.confidence, 0) / words.length),
  }]
}

/** A box of dots as a box of points on the page turned upright. */
function turned(box: Tesseract.Bbox, turn: number, size: { width: number; height: number; scale: number }): { left: number; right: number; top: number; bottom: number } {
  const { width, height, scale } = size
  const [x0, x1, y0, y1] = [box.x0 / scale, box.x1 / scale, box.y0 / scale, box.y1 / scale]
  if (turn === 1) return { left: y0, right: y1, top: width - x1, bottom: width - x0 }
  if (turn === 2) return { left: width - x1, right: width - x0, top: height - y1, bottom: height - y0 }
  if (turn === 3) return { left: height - y1, right: height - y0, top: x0, bottom: x1 }
  return { left: x0, right: x1, top: y0, bottom: y1 }
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}

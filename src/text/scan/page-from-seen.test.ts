import type Tesseract from 'tesseract.js'
import { expect, test } from 'vitest'
import { pageFromSeen } from '#text/scan/page-from-seen.ts'

// A page of 100 by 200 points at one dot a point, scanned on its side: words run downwards, the first line at the right.
test('a page scanned on its side is turned upright', () => {
  const page = pageFromSeen(seen([[['Hours', 80, 10, 90, 50], ['count', 80, 60, 90, 100]], [['Pay', 50, 10, 60, 40], ['rises', 50, 50, 60, 90]]]), { width: 100, height: 200, scale: 1 })
  expect([page.width, page.height]).toEqual([200, 100])
  expect(page.lines.map((line) => [line.words.map((word) => [word.text, word.left, word.right]), line.baseline])).toEqual([
    [[['Hours', 10, 50], ['count', 60, 100]], 18],
    [[['Pay', 10, 40], ['rises', 50, 90]], 48],
  ])
})

test('words that the eyes hardly believe are left out', () => {
  const page = pageFromSeen(seen([[['Hours', 10, 10, 50, 20], ['~', 60, 10, 70, 20, 3]]]), { width: 100, height: 200, scale: 1 })
  expect(page.lines.map((line) => line.words.map((word) => word.text))).toEqual([['Hours']])
})

type Word = readonly [text: string, x0: number, y0: number, x1: number, y1: number, sure?: number]

/** Only what is looked at, in the shape in which the eyes report it. */
function seen(lines: readonly (readonly Word[])[]): Tesseract.Page {
  const shaped = lines.map((words) => {
    const bbox = { x0: Math.min(...words.map((word) => word[1])), y0: Math.min(...words.map((word) => word[2])), x1: Math.max(...words.map((word) => word[3])), y1: Math.max(...words.map((word) => word[4])) }
    return { words: words.map(([text, x0, y0, x1, y1, sure = 95]) => ({ text, confidence: sure, bbox: { x0, y0, x1, y1 } })), bbox, baseline: { x0: bbox.x0, x1: bbox.x1, y0: bbox.y1, y1: bbox.y1 }, rowAttributes: { rowHeight: 10 } }
  })
  return { blocks: [{ paragraphs: [{ lines: shaped }] }] } as unknown as Tesseract.Page
}

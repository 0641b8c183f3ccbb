import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makePdf } from '#text/fixtures/make-pdf.ts'
import { readDocument } from '#text/read-document.ts'
import { readInWorker } from '#text/read-in-worker.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'

// One small page of our own, drawn and saved as a picture: 850 by 400 dots, 200 to the inch.
const bytes = new Uint8Array(readFileSync(new URL('../fixtures/quiet-rooms.jpg', import.meta.url)))
const scanned = { texts: [], width: 306, height: 144, jpeg: { bytes, width: 850, height: 400 } }
const typed = { texts: Array.from({ length: 8 }, (_, at) => ({ text: 'This page carries its own words and is not read by eye.', x: 72, y: 72 + at * 20 })) }
const LINES = ['ARTICLE 7. QUIET ROOMS', '7.1 Each school keeps one quiet room for its teachers.', '(a) The room is locked with a code.', '7.2 The room is cleaned twice a week.']
const KEPT: OcrPage = { width: 306, height: 144, confidence: 90, lines: [{ words: [{ text: 'Kept', left: 20, right: 40 }, { text: 'from', left: 44, right: 70 }, { text: 'before.', left: 74, right: 110 }], baseline: 40, height: 11, confidence: 90 }] }

describe('scanned pages', () => {
  test('a scanned page in a PDF is read by eye behind the wall, with progress, and given to the caller', async () => {
    const pages: number[] = []
    const doing: string[] = []
    const outcome = await readInWorker({ name: 'scan.pdf', bytes: makePdf([scanned]) }, { onPage: (page) => void pages.push(page), onProgress: (progress) => void doing.push(progress.doing) })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.kind).toBe('scan')
    expect(outcome.value.lines.map((line) => line.text)).toEqual(LINES)
    expect(outcome.value.lines[0]?.page).toBe(1)
    expect(pages).toEqual([1])
    expect(doing).toContain('Reading scanned page')
  })

  test('only the pages without words are read by eye, and finished ones are taken from the caller', async () => {
    const read: number[] = []
    const outcome = await readDocument({ name: 'mixed.pdf', bytes: makePdf([typed, scanned, typed]) }, { pagesDone: new Map([[2, KEPT]]), onPage: (page) => void read.push(page) })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.kind).toBe('pdf')
    expect(outcome.value.lines.filter((line) => line.page === 2).map((line) => line.text)).toEqual(['Kept from before.'])
    expect(read).toEqual([])
  })

  test('a stop ends the reading, and finished pages have been given out', async () => {
    const stop = new AbortController()
    const read: number[] = []
    const outcome = await readDocument({ name: 'scan.pdf', bytes: makePdf([scanned, scanned]) }, { signal: stop.signal, limits: { eyes: 1 }, onPage: (page) => (read.push(page), stop.abort()) })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/stopped')
    expect(read).toEqual([1])
  })

  test('two pages are read at the same time, each in its place', async () => {
    const outcome = await readDocument({ name: 'scan.pdf', bytes: makePdf([scanned, typed, scanned]) })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.lines.filter((line) => line.page !== 2).map((line) => [line.page, line.text])).toEqual([...LINES.map((text) => [1, text]), ...LINES.map((text) => [3, text])])
  })

  test('a page that takes too long is noted and left', async () => {
    const outcome = await readDocument({ name: 'scan.pdf', bytes: makePdf([scanned, typed]) }, { limits: { ocrPageMs: 1 } })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.notes.map((note) => [note.code, note.where.page])).toEqual([['text/unread-page', 1]])
    expect(outcome.value.lines.length).toBe(8)
  })

  test('a picture file is a scan of one page', async () => {
    const outcome = await readDocument({ name: 'page.jpg', bytes })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.lines.map((line) => line.text)).toEqual(LINES)
    expect(outcome.value.pages).toBe(1)
  })

  test('a picture that is broken or enormous is refused', async () => {
    const huge = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0, 1, 0, 0])
    const outcome = await readDocument({ name: 'a.png', bytes: huge })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/too-large')
    const broken = await readDocument({ name: 'a.jpg', bytes: bytes.subarray(0, 700) })
    expect(broken.ok ? '' : broken.problem.code).toMatch(/^text\/(broken|empty)$/)
  })
})

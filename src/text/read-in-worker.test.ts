import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '#text/fixtures/make-docx.ts'
import { makePdf } from '#text/fixtures/make-pdf.ts'
import { readDocument } from '#text/read-document.ts'
import { readInWorker } from '#text/read-in-worker.ts'

const docx = { name: 'a.docx', bytes: makeDocx({ body: paragraph('Hours') }) }

describe('reading behind a wall', () => {
  test('a reader that gives no sign of life is ended', async () => {
    const outcome = await readInWorker(docx, { limits: { stallMs: 1 } })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/too-slow')
  })

  test('a reader that needs too much memory is ended', async () => {
    const outcome = await readInWorker({ name: 'a.docx', bytes: makeDocx({ body: paragraph('Hours '.repeat(100)).repeat(60_000) }) }, { limits: { workerMegabytes: 24, unpackRatio: 100_000 } })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/bomb')
  })

  test('a stop before the start ends at once, and the caller keeps the bytes', async () => {
    const outcome = await readInWorker(docx, { signal: AbortSignal.abort() })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/stopped')
    expect(docx.bytes.length).toBeGreaterThan(100)
  })

  test('a PDF with one page damaged in the middle of a word gives its other pages', async () => {
    const whole = new TextDecoder('latin1').decode(makePdf([1, 2].map((page) => ({ texts: [{ text: `Words of page ${page} that stay`, x: 72, y: 72 }] }))))
    const second = whole.indexOf('/Type /Page ', whole.indexOf('/Type /Page ') + 1)
    const broken = `${whole.slice(0, second)})${whole.slice(second + 1)}`
    const outcome = await readInWorker({ name: 'a.pdf', bytes: Uint8Array.from(broken, (letter) => letter.charCodeAt(0)) })
    if (!outcome.ok) throw new Error(outcome.problem.what)
    expect(outcome.value.lines.map((line) => line.text)).toEqual(['Words of page 1 that stay'])
  })

  test('the answer is the same as without the wall', async () => {
    expect(await readInWorker(docx)).toEqual(await readDocument(docx))
    const text = { name: 'a.txt', bytes: new TextEncoder().encode('Article 1\nHours') }
    expect(await readInWorker(text)).toEqual(await readDocument(text))
  })
})

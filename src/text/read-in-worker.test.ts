import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '#text/fixtures/make-docx.ts'
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

  test('the answer is the same as without the wall', async () => {
    expect(await readInWorker(docx)).toEqual(await readDocument(docx))
    const text = { name: 'a.txt', bytes: new TextEncoder().encode('Article 1\nHours') }
    expect(await readInWorker(text)).toEqual(await readDocument(text))
  })
})

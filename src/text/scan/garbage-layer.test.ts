import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makePdf } from '#text/fixtures/make-pdf.ts'
import { readDocument } from '#text/read-document.ts'

test('a page whose letters have lost their meaning is read by eye instead', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../fixtures/quiet-rooms.jpg', import.meta.url)))
  const lost = Array.from({ length: 6 }, (_, at) => ({ text: '\u0001\u0002\u0003\u0004\u0005\u0006'.repeat(3), x: 20, y: 20 + at * 20 }))
  const outcome = await readDocument({ name: 'a.pdf', bytes: makePdf([{ texts: lost, width: 306, height: 144, jpeg: { bytes, width: 850, height: 400 } }]) })
  if (!outcome.ok) throw new Error(outcome.problem.what)
  expect(outcome.value.lines[0]?.text).toBe('ARTICLE 7. QUIET ROOMS')
  expect(outcome.value.kind).toBe('scan')
})

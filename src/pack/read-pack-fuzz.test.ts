import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packAsBook } from '#pack/pack-book.ts'
import { readPack } from '#pack/read-pack.ts'

const folder = new URL('../../agreements/sample/', import.meta.url)
const paths = ['agreement.yaml', 'articles/03-grievance-procedure.md', 'articles/04-hours-of-work-and-class-size.md', 'articles/app-a-salary-schedule.md']
const whole = new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]))

// Pieces that mean something to the reader, so that the mutations hit what matters.
const pieces = ['# ', '## ', '## 3.1 ', '### 9.9.9', '```', '```rule\n', '> Doubt:', '> ', '| a |', '\n\n', '\r', '"', ': ', '- ', '{', '[', '&x ', '*x', '!!js ', '\u0000', '\u200B', '-2', 'App. A(1) ']

test('a pack broken anywhere is still read, every trouble is told with its file, and nothing is thrown', () => {
  const place = fc.record({ path: fc.constantFrom(...paths), at: fc.nat(6000), cut: fc.nat(40), put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12, unit: 'binary' })) })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (places) => {
      const files = new Map(whole)
      for (const { path, at, cut, put } of places) {
        const text = files.get(path) ?? ''
        const from = Math.min(at, text.length)
        files.set(path, text.slice(0, from) + put + text.slice(from + cut))
      }
      const read = readPack(files)
      for (const one of read.ok ? read.notes : [read.problem]) {
        expect(one.where.file).toBeDefined()
        expect(one.next).not.toBe('')
      }
      if (!read.ok) return
      const book = packAsBook(read.value)
      expect(book.pieces.map((piece) => book.text.slice(piece.start, piece.end)).join('')).toBe(book.text)
    }),
    { numRuns: 120 },
  )
})

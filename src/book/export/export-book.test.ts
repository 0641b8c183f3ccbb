import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { wholeText } from '#text/document.ts'
import { makeAgreement } from '../../../bench/make-agreement.ts'
import { bookText } from './book-text.ts'
import { exportBook, exportFormats } from './export-book.ts'
import { makeBook, smallBook } from './invented-books.test-support.ts'

test('every format has a name, an ending and a media type of its own', () => {
  for (const key of ['name', 'extension', 'mediaType'] as const) expect(new Set(exportFormats.map((format) => format[key])).size).toBe(6)
})

test('every format writes a book, an empty one too', async () => {
  for (const format of exportFormats) {
    for (const book of [smallBook(), makeBook()]) {
      const written = await exportBook(book, format.name)
      expect(typeof written === 'string', format.name).toBe(format.name !== 'docx')
    }
  }
})

test('the JSON that is written holds the text and ends its last line', async () => {
  const json = String(await exportBook(makeBook({ text: 'abc', pieces: [{ start: 0, end: 3, role: 'unplaced', anchor: null }] }), 'json'))
  expect(json.endsWith('}\n')).toBe(true)
  expect(JSON.parse(json)).toMatchObject({ text: 'abc' })
})

test('the text that was read comes out to the character: an invented agreement', async () => {
  const text = makeAgreement({ articles: 5, sections: 4, seed: 9 })
  const document = await readDocument({ name: 'lark.txt', bytes: new TextEncoder().encode(text) })
  if (!document.ok) throw new Error(document.problem.what)
  // Line ends are told apart from the text when a file is read; one between two lines is all that is kept of them.
  expect(text.split('\n').slice(0, -1).join('\n')).toBe(wholeText(document.value))
  expect(await exportBook(readBook(document.value), 'txt')).toBe(wholeText(document.value))
})

test('the text that was read comes out to the character: any lines at all', () => {
  const bits = ['ARTICLE 1', 'Article IV: Leave', '1.1', '6. 1 ', '(a)', 'Section A.', 'A.', '\f', '\u200b', '|', '..... 4', 'APPENDIX A', 'Section 6.2 above', '$48,000  52,000', ' ', '\t', 'Зaкон', '\uD800', 'word', '–']
  const line = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 8 })), { maxLength: 6 }).map((parts) => parts.join(' ').replaceAll('\n', ' '))
  const exact = fc.property(fc.array(line, { maxLength: 40 }), (texts) => {
    const document = {
      name: 'any.txt', kind: 'txt' as const, sha256: '', pages: null, changes: [], notes: [],
      lines: texts.map((text, index) => ({ number: index + 1, text, page: null })),
    }
    expect(bookText(readBook(document))).toBe(wholeText(document))
  })
  fc.assert(exact, { numRuns: 150 })
})

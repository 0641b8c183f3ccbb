import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book, Span } from '#book/book.ts'
import { anyBook, makeBook, smallBook } from '#book/export/invented-books.test-support.ts'
import { bookFromJson } from './book-from-json.ts'
import { bookJson } from './book-json.ts'

describe('what is no book is told with its place', () => {
  test('a text that is not JSON', () => {
    expect(trouble('{"source": ')).toMatchObject({ code: 'book/not-json', where: { file: 'lark.json' } })
  })
  test('a clause whose number is a figure', () => {
    const data = JSON.stringify(bookJson(smallBook())).replace('"number":"6.2"', '"number":6.2')
    expect(trouble(data)).toMatchObject({ code: 'book/json-shape', what: expect.stringContaining('At articles.0.clauses.1.number: ') as string })
  })
  test('a book without articles', () => {
    expect(trouble('{}').what).toMatch(/^At source: .* There are \d+ more such places\.$/)
  })
  test('pieces that leave a gap in the text', () => {
    const data = { ...bookJson(makeBook({ text: 'abc' }), { full: true }), pieces: [{ start: 0, end: 1, role: 'text', anchor: null }, { start: 2, end: 3, role: 'text', anchor: null }] }
    expect(trouble(JSON.stringify(data)).what).toBe('The pieces do not cover the text: after character 1 comes a piece from 2 to 3.')
  })
  test('clauses nested deeper than a program can walk', () => {
    const depth = 20_000
    const one = '{"number":null,"anchor":"1","heading":null,"line":1,"text":"","clauses":['
    const article = `{"number":"1","title":"","anchor":"1","line":1,"clauses":[${one.repeat(depth)}${']}'.repeat(depth)}]}`
    const data = JSON.stringify(bookJson(makeBook())).replace('"articles":[]', `"articles":[${article}]`)
    expect(trouble(data).code).toBe('book/json-too-deep')
  })
})

describe('the book as JSON', () => {
  test('has the shape that other programs rely on', () => {
    const { articles, ...rest } = bookJson(smallBook())
    expect(articles).toEqual([
      {
        number: '6', title: 'Grievances', anchor: '6', heading: null, line: 1, text: '',
        clauses: [
          { number: '6.1', anchor: '6.1', heading: 'Meaning', line: 1, text: expect.stringContaining('A "work day"') as string, clauses: [] },
          {
            number: '6.2', anchor: '6.2', heading: null, line: 1, text: 'Each work day counts.\n\nAppendix A has the forms.',
            clauses: [{ number: '(a)', anchor: '6.2(a)', heading: null, line: 1, text: 'First <form>.', clauses: [] }],
          },
        ],
      },
    ])
    expect(rest).toMatchObject({
      source: { name: 'lark-harbor.txt', kind: 'txt', sha256: 'ab12', lines: 40 },
      title: 'Lark Harbor Agreement',
      parties: ['Lark Harbor Unified School District', 'Lark Harbor Educators Union'],
      term: { from: '2024-07-01', through: '2027-06-30' },
      tables: [{ anchor: '6.2', line: 9, rows: [['Step', 'Days'], ['1', '10'], ['2']] }],
      definitions: [{ term: 'work day', anchor: '6.1' }],
      unplaced: [{ line: 40, text: 'Signed <here>' }],
      lint: [],
    })
    expect(rest.references[1]).toMatchObject({ from: '6.1', text: 'Section 6.9', to: null, status: 'missing' })
  })
  test('leaves out the text, its pieces and the uses of terms unless asked for', () => {
    const brief = bookJson(smallBook())
    expect([brief.text, brief.pieces, brief.definitions[0]?.uses]).toEqual([undefined, undefined, undefined])
    expect(bookJson(smallBook(), { full: true }).definitions[0]?.uses).toEqual([{ from: '6.2', at: { start: 5, end: 13 } }])
  })
  test('read again without its text, it says so', () => {
    const read = bookFromJson(JSON.stringify(bookJson(smallBook())))
    expect(read).toMatchObject({ ok: true, notes: [{ code: 'book/json-without-text' }] })
  })
  test('written in full and read again, any book is the same book', () => {
    const same = fc.property(anyBook.map(withTrueSpans), (book) => {
      const read = bookFromJson(JSON.stringify(bookJson(book, { full: true })))
      expect(read).toMatchObject({ ok: true })
      if (read.ok) expect(read.value).toEqual(book)
    })
    fc.assert(same, { numRuns: 300 })
  })
})

function trouble(json: string): { code: string; what: string } {
  const read = bookFromJson(json, 'lark.json')
  if (read.ok) throw new Error('it was read')
  return read.problem
}

/** Spans that a reader could make: none before the text begins. */
function withTrueSpans(book: Book): Book {
  return {
    ...book,
    references: book.references.map((it) => ({ ...it, at: placed(it.at) })),
    definitions: book.definitions.map((it) => ({ ...it, uses: it.uses.map((use) => ({ ...use, at: placed(use.at) })) })),
  }
}

function placed(span: Span): Span {
  return { start: Math.max(0, span.start), end: Math.max(0, span.end) }
}

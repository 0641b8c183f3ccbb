import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor, walkClauses, type Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { makeAgreement } from '../../../bench/make-agreement.ts'
import { bookMarkdown } from './book-markdown.ts'
import { chapter, clause, makeBook, smallBook } from './invented-books.test-support.ts'

describe('a book as Markdown', () => {
  test('reads well as it stands', () => {
    expect(bookMarkdown(smallBook(), { anchors: false })).toBe(`# Lark Harbor Agreement

between

Lark Harbor Unified School District

and

Lark Harbor Educators Union

July 1, 2024 through June 30, 2027

## Article 6 Grievances

### 6.1 Meaning

A "work day" is a day of duty. See Section 6.2 and Section 6.9, and Education Code Section 44955.

6.2 Each work day counts.

Appendix A has the forms.

| Step | Days |
| --- | --- |
| 1 | 10 |
| 2 |  |

(a) First \\<form>.

## Appendix A Forms

One form & another.
`)
  })
  test('every clause has an anchor on a line of its own', () => {
    expect(bookMarkdown(smallBook())).toContain('<a id="c-6.2"></a>\n\n6.2 Each work day counts.')
  })
  test('words that Markdown would take for something else stay words', () => {
    const texts = ['# no heading', '> no quotation', '-----', '<script>', '[no](link)', 'a `b` c'].map((text) => clause(null, 'x', { text }))
    const markdown = bookMarkdown(makeBook({ articles: [chapter('1', 'Odd', { clauses: texts })] }), { anchors: false })
    expect(markdown).toContain('\\# no heading\n\n\\> no quotation\n\n\\-----\n\n\\<script>\n\n[no\\](link)\n\na \\`b\\` c')
  })
  test('a bar in a cell does not part the cell', () => {
    const tables = [{ anchor: anchor('1'), line: 1, rows: [['a|b', 'c']] }]
    expect(bookMarkdown(makeBook({ articles: [chapter('1', 'Pay')], tables }))).toContain('|  |  |\n| --- | --- |\n| a\\|b | c |')
  })
})

describe('read again, the Markdown gives the same outline', () => {
  test('for invented agreements of any size, in decimal numbers or in Roman articles with lettered sections', async () => {
    const sizes = fc.record({
      articles: fc.integer({ min: 2, max: 9 }),
      sections: fc.integer({ min: 3, max: 6 }),
      paragraphs: fc.integer({ min: 0, max: 4 }),
      seed: fc.nat(1000),
      style: fc.constantFrom('decimal' as const, 'lettered' as const),
    })
    const same = fc.asyncProperty(sizes, async (size) => {
      const first = await read('invented.txt', makeAgreement(size))
      const again = await read('invented.md', bookMarkdown(first))
      expect(outline(again)).toEqual(outline(first))
      expect([again.title, again.parties, again.term]).toEqual([first.title, first.parties, first.term])
    })
    await fc.assert(same, { numRuns: 20, seed: 8 })
  })
})

async function read(name: string, text: string): Promise<Book> {
  const document = await readDocument({ name, bytes: new TextEncoder().encode(text) })
  if (!document.ok) throw new Error(document.problem.what)
  return readBook(document.value)
}

function outline(book: Book): unknown[] {
  return [...walkClauses(book)].map(({ clause: it, depth, chapter: top }) => [depth, it.anchor, it.number, it === top ? top.title : it.heading, it.text])
}

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

between Lark Harbor Unified School District and Lark Harbor Educators Union

in force from 2024-07-01 through 2027-06-30

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
  const sizes = [1, 2, 3, 4, 5, 6].map((seed) => ({ articles: 2 + seed, sections: 1 + (seed % 4), paragraphs: seed % 3, seed }))
  test.each(sizes)('for an invented agreement of $articles articles, seed $seed', async (size) => {
    const first = await read('invented.txt', makeAgreement(size))
    const again = await read('invented.md', bookMarkdown(first, { anchors: false }))
    expect(outline(again)).toEqual(outline(first))
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

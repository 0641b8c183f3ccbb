import { describe, expect, test } from 'vitest'
import { anchor, type Book, type Clause } from '#book/book.ts'
import { openReadingBook } from '#web/library/reading-book.ts'
import { displayTitle } from '#web/render/display-title.ts'
import { leafHtml } from '#web/render/leaf-html.ts'

function bookOf(text: string, more: Partial<Book> = {}): Book {
  const clause: Clause = { number: '1.1', anchor: anchor('1.1'), heading: null, line: 3, text, clauses: [] }
  return {
    source: { name: 'a.txt', kind: 'txt', sha256: '0'.repeat(64), lines: 3 },
    title: null,
    parties: [],
    term: { from: null, through: null },
    articles: [{ number: '1', anchor: anchor('1'), heading: 'HOURS', title: 'HOURS', line: 1, text: '', clauses: [clause] }],
    appendices: [],
    tables: [],
    contents: [],
    unplaced: [],
    text: '',
    pieces: [],
    definitions: [],
    references: [],
    lint: [],
    ...more,
  }
}

function htmlOf(book: Book): string {
  const reading = openReadingBook('b', book)
  const leaf = reading.leaves[0]
  if (!leaf) throw new Error('no leaf')
  return leafHtml(reading, leaf)
}

describe('a clause as HTML', () => {
  test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='alert(1)", '<!--', '</section>', '&lt;b&gt;', 'javascript:alert(1)'])('lets nothing of %s act', (text) => {
    const html = htmlOf(bookOf(text, { tables: [{ anchor: anchor('1.1'), line: 1, rows: [[text, text]] }] }))
    const tags = [...html.matchAll(/<\/?([a-z0-9!-]+)/gi)].map((match) => match[1])
    const ours = ['header', 'h2', 'span', 'section', 'a', 'div', 'p', 'table', 'caption', 'thead', 'tbody', 'tr', 'td', 'th']
    expect(tags.filter((tag) => !ours.includes(tag ?? ''))).toEqual([])
    expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son[a-z]+\s*=/i)
  })

  test('escapes addresses and terms where they become attributes', () => {
    const at = anchor('1.1')
    const evil = anchor('9"><img src=x>')
    const html = htmlOf(bookOf('see it here', { definitions: [{ term: '"><img src=y>', anchor: evil, uses: [{ from: at, at: { start: 0, end: 3 } }] }] }))
    expect(html).not.toContain('<img')
  })

  test('links a reference to its clause and leaves one that leads nowhere without a link', () => {
    const at = anchor('1.1')
    const html = htmlOf(
      bookOf('See 1.1 and 9.9.', {
        references: [
          { from: at, text: '1.1', at: { start: 4, end: 7 }, kind: 'clause', to: '1.1', status: 'ok' },
          { from: at, text: '9.9', at: { start: 12, end: 15 }, kind: 'clause', to: null, status: 'missing', why: 'No clause has it.' },
        ],
      }),
    )
    expect(html).toContain('<p>See <a class="ref" href="/read/b/1.1" data-to="1.1">1.1</a> and <span class="nowhere" title="No clause has it.">9.9</span>.</p>')
  })

  test('sets paragraphs that an empty line parts', () => {
    expect(htmlOf(bookOf('One.\n\nTwo.'))).toContain('<p>One.</p><p>Two.</p>')
  })
})

describe('a heading on the screen', () => {
  test.each([
    ['GRIEVANCE PROCEDURE', 'Grievance Procedure'],
    ['RIGHTS OF THE ASSOCIATION', 'Rights of the Association'],
    ['G.A.T.E. ADVISOR', 'G.A.T.E. Advisor'],
    ['LEVEL III – ARBITRATION', 'Level III – Arbitration'],
    ['Class size', 'Class size'],
    ['CTA/NEA', 'CTA/NEA'],
  ])('%s is set as %s', (printed, shown) => expect(displayTitle(printed)).toBe(shown))
})

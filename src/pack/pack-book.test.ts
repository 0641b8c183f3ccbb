import { expect, test } from 'vitest'
import { walkClauses, type Book } from '#book/book.ts'
import { problemInWords } from '#plain/problem.ts'
import { packAsBook } from '#pack/pack-book.ts'
import { readPack } from '#pack/read-pack.ts'

function book(article: string, manifest = ''): Book {
  const read = readPack(new Map([['agreement.yaml', `pack: tiny\ntitle: The Tiny Agreement\nshort: Tiny\n${manifest}`], ['articles/06-grievances.md', article]]))
  if (!read.ok) throw new Error(problemInWords(read.problem))
  return packAsBook(read.value)
}

const article = `# Article 6: Grievances

## 6.1 Filing

Within ten days; 6.2 says how. The day has 6.3 hours, and a share is 6.2 percent.

| Level | 6.2 |
| 1 | 10 |

### 6.1.1

Late is closed.

## 6.2 Form

In writing, as in 6.1.1: always.

## 6.3 Cost

None.
`

test('the book says that its words are our summary', () => {
  expect(book(article).source.gistsOf).toBe('tiny')
  expect(book(article).title).toBe('The Tiny Agreement')
})

test('every clause has its heading, its words and the line it stands on', () => {
  const made = book(article)
  const lines = made.text.split('\n')
  for (const { clause } of walkClauses(made)) expect(lines[clause.line - 1]).toContain(clause.heading ?? clause.number)
  expect([...walkClauses(made)].map(({ clause, depth }) => [clause.anchor, depth, clause.heading])).toEqual([
    ['6', 0, 'Grievances'],
    ['6.1', 1, 'Filing'],
    ['6.1.1', 2, null],
    ['6.2', 1, 'Form'],
    ['6.3', 1, 'Cost'],
  ])
})

test('the pieces follow one another and cover every character', () => {
  const made = book(article)
  let at = 0
  for (const piece of made.pieces) {
    expect(piece.start).toBe(at)
    at = piece.end
  }
  expect(at).toBe(made.text.length)
})

test('a table stands in the book as a table and in the text as rows', () => {
  const made = book(article)
  expect(made.tables).toEqual([{ anchor: '6.1', line: 9, rows: [['Level', '6.2'], ['1', '10']] }])
  expect(made.text.split('\n')[8]).toBe('Level | 6.2')
})

test('a number in passing is a reference, and hours, percents and table figures are none', () => {
  const found = book(article).references.map((reference) => [reference.from, reference.text, reference.to, reference.status])
  expect(found).toEqual([
    ['6.1', '6.2', '6.2', 'ok'],
    ['6.2', '6.1.1', '6.1.1', 'ok'],
  ])
})

test('a chapter that our copy lacks stands there and says so', () => {
  const made = book(article, 'absent:\n  - {at: "2", title: Pay}\n  - {at: App. A, title: Forms}\n')
  expect(made.articles.map((one) => [one.number, one.title])).toEqual([['2', 'Pay'], ['6', 'Grievances']])
  expect(made.articles[0]?.text).toBe('This article is not in the copy of the agreement that we have.')
  expect(made.appendices.map((one) => [one.anchor, one.number])).toEqual([['App. A', 'A']])
})

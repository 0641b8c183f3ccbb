import * as fc from 'fast-check'
import { anchor, type Anchor, type Appendix, type Article, type Book, type Clause, type Piece } from '#book/book.ts'

/** Books made by hand or by chance for the tests of this room: no reader stands between the test and the export. */

export function clause(number: string | null, at: string, rest: Partial<Clause> = {}): Clause {
  return { number, anchor: anchor(at), heading: null, line: 1, text: '', clauses: [], ...rest }
}

export function chapter(number: string, title: string, rest: Partial<Article> = {}): Article {
  return { ...clause(number, number), title, ...rest, number }
}

export function makeBook(rest: Partial<Book> = {}): Book {
  return {
    source: { name: 'lark-harbor.txt', kind: 'txt', sha256: 'ab12', lines: 40 },
    title: 'Lark Harbor Agreement',
    parties: ['Lark Harbor Unified School District', 'Lark Harbor Educators Union'],
    term: { from: '2024-07-01', through: '2027-06-30' },
    articles: [],
    appendices: [],
    tables: [],
    contents: [],
    unplaced: [],
    text: '',
    pieces: [],
    definitions: [],
    references: [],
    lint: [],
    ...rest,
  }
}

/** One article with a definition, a use of it, a good, a doubtful and a lost reference, a statute, a table, and an appendix. */
export function smallBook(): Book {
  const text = 'A "work day" is a day of duty. See Section 6.2 and Section 6.9, and Education Code Section 44955.'
  return makeBook({
    articles: [
      chapter('6', 'Grievances', {
        clauses: [
          clause('6.1', '6.1', { heading: 'Meaning', text }),
          clause('6.2', '6.2', { text: 'Each work day counts.\n\nAppendix A has the forms.', clauses: [clause('(a)', '6.2(a)', { text: 'First <form>.' })] }),
        ],
      }),
    ],
    appendices: [chapter('A', 'Forms', { anchor: anchor('App. A'), text: 'One form & another.' })],
    tables: [{ anchor: anchor('6.2'), line: 9, rows: [['Step', 'Days'], ['1', '10'], ['2']] }],
    definitions: [{ term: 'work day', anchor: anchor('6.1'), uses: [{ from: anchor('6.2'), at: { start: 5, end: 13 } }] }],
    references: [
      { from: anchor('6.1'), text: 'Section 6.2', at: spanOf(text, 'Section 6.2'), kind: 'clause', to: '6.2', status: 'ok' },
      { from: anchor('6.1'), text: 'Section 6.9', at: spanOf(text, 'Section 6.9'), kind: 'clause', to: null, status: 'missing', why: 'No clause has this number.' },
      { from: anchor('6.1'), text: 'Education Code Section 44955', at: spanOf(text, 'Education Code Section 44955'), kind: 'statute', to: 'Cal. Ed. Code § 44955', status: 'ok' },
      { from: anchor('6.2'), text: 'Appendix A', at: { start: 23, end: 33 }, kind: 'appendix', to: 'App. A', status: 'suspect', why: 'The heading says "Forms".' },
    ],
    unplaced: [{ line: 40, text: 'Signed <here>' }],
  })
}

export function spanOf(text: string, words: string): { start: number; end: number } {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length }
}

/** Letters that break writers: tags, quotes, controls, lone surrogates, far planes, line ends. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\u0000', '\u0007', '\f', '\v', '\r', '\n', '\n\n', '\uD800', '\uFFFE', '|', '#', '`', '\\', 'a', ' ', '1.'), maxLength: 20 }),
)
const anchors = fc.oneof(fc.constantFrom('1', '1.1', '1.1-2', 'App. A(3)', 'I.A', '', ' ', '☃', '"><b>', '1'.repeat(60)), oddText)
const numbers = fc.option(fc.oneof(fc.constantFrom('1', '1.1', '(a)', 'IV', '8-5.2', '', '::'), oddText))

const clauses: fc.Arbitrary<Clause> = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.record({
    number: numbers,
    anchor: anchors.map(anchor),
    heading: fc.option(oddText),
    line: fc.nat(500),
    text: oddText,
    clauses: fc.oneof({ maxDepth: 9, depthSize: 'medium' }, { weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(tie('clause'), { maxLength: 3 }) }),
  }),
})).clause

const chapters: fc.Arbitrary<Article | Appendix> = fc.tuple(clauses, oddText, oddText).map(([it, number, title]) => ({ ...it, number, title }))
const spans = fc.record({ start: fc.integer({ min: -2, max: 25 }), end: fc.integer({ min: -2, max: 25 }) })

/** Any book at all, also one that no reader would make: clashing anchors, links to nowhere, spans outside the text, ragged tables. */
export const anyBook: fc.Arbitrary<Book> = fc
  .record({
    title: fc.option(oddText),
    parties: fc.array(oddText, { maxLength: 3 }),
    term: fc.record({ from: days(), through: days() }),
    articles: fc.array(chapters, { maxLength: 4 }),
    appendices: fc.array(chapters, { maxLength: 2 }),
    tables: fc.array(fc.record({ anchor: fc.option(anchors.map(anchor)), line: fc.nat(500), rows: fc.array(fc.array(oddText, { maxLength: 3 }), { maxLength: 3 }) }), { maxLength: 3 }),
    definitions: fc.array(fc.record({ term: oddText, anchor: anchors.map(anchor), uses: fc.array(fc.record({ from: anchors.map(anchor), at: spans }), { maxLength: 3 }) }), { maxLength: 3 }),
    references: fc.array(
      fc.record({
        from: anchors.map(anchor),
        text: oddText,
        at: spans,
        kind: fc.constantFrom('clause' as const, 'appendix' as const, 'statute' as const, 'outside' as const),
        to: fc.option(anchors),
        status: fc.constantFrom('ok' as const, 'missing' as const, 'suspect' as const),
      }),
      { maxLength: 5 },
    ),
    unplaced: fc.array(fc.record({ line: fc.nat(500), text: oddText }), { maxLength: 2 }),
    text: oddText,
  })
  .map((parts) => makeBook({ ...parts, articles: parts.articles as Article[], appendices: parts.appendices as Appendix[], pieces: onePiece(parts.text) }))

function days(): fc.Arbitrary<string | null> {
  return fc.option(fc.oneof(fc.constantFrom('2024-07-01', '2023-02-30', '2024-02-29', '0000-01-01'), oddText))
}

function onePiece(text: string): Piece[] {
  return [{ start: 0, end: text.length, role: 'unplaced', anchor: null as Anchor | null }]
}

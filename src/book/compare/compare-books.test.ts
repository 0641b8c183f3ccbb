import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book, Clause } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { clause, makeBook, type ClauseSketch } from '#book/search/make-book.test-support.ts'
import { readDocument } from '#text/read-document.ts'
import { agreementFile, presentAgreements } from '../../../test/corpus/corpus.ts'
import { compareBooks } from './compare-books.ts'
import type { ClausePair, Comparison } from './comparison.ts'
import { editionParagraphs, layEdition } from './edition.ts'
import { redlineSide } from './redline-texts.ts'

const grievances = clause(
  '6',
  'Grievances',
  '',
  clause('6.1', 'Purpose', 'This article settles complaints quickly and near to where they arise.'),
  clause('6.2', 'Filing', 'A grievance is filed in writing within 20 work days of the event that gave rise to it.'),
  clause('6.3', 'Answer', 'The principal answers in writing within ten work days after the grievance is filed.'),
)
const leaves = clause(
  '7',
  'Leaves',
  '',
  clause('7.1', 'Illness', 'A teacher earns ten days of leave for illness in each school year of service.'),
  clause('7.2', 'Bereavement', 'A teacher has three days with pay when a member of the family has died.'),
)
const pay = clause('8', 'Pay', '', clause('8.1', 'Coaches', 'The coach of a varsity team is paid $4,250 in each season.'), clause('8.2', 'Mileage', 'Miles driven between schools on one day are paid at the federal rate.'))

const book = (...articles: ClauseSketch[]): Book => makeBook({ articles })

/** The same clauses under other numbers: `6.2` as `7.2` where 6 becomes 7. */
const renumber = (it: ClauseSketch, number: string): ClauseSketch => ({ ...it, number, at: number, under: it.under.map((child, at) => renumber(child, `${number}.${at + 1}`)) })

const kindsOf = ({ pairs }: Comparison): string[] => pairs.filter(({ kind }) => kind !== 'same').map((pair) => `${pair.before?.anchor ?? '-'} ${pair.after?.anchor ?? '-'} ${pair.kind}${pair.changed ? ' changed' : ''}`)

const pairAt = ({ pairs }: Comparison, after: string): ClausePair => pairs.find((pair) => pair.after?.anchor === after)!

describe('nothing to compare', () => {
  test('two empty books have no pairs', () => {
    const comparison = compareBooks(book(), book())
    expect([comparison.pairs, comparison.rows, comparison.summary.reworded]).toEqual([[], [], 0])
  })

  test('against an empty book all is added, or all removed', () => {
    expect(compareBooks(book(), book(pay)).summary.counts).toMatchObject({ added: 3, removed: 0, same: 0 })
    expect(compareBooks(book(pay), book()).summary.counts).toMatchObject({ added: 0, removed: 3, same: 0 })
  })

  test('a book and itself are the same', () => {
    expect(kindsOf(compareBooks(book(grievances, leaves, pay), book(grievances, leaves, pay)))).toEqual([])
  })
})

describe('editions', () => {
  test('words changed in place', () => {
    const comparison = compareBooks(book(pay), book(clause('8', 'Pay', '', clause('8.1', 'Coaches', 'The coach of a varsity team is paid $4,450 in each season.'), pay.under[1]!)))
    expect(kindsOf(comparison)).toEqual(['8.1 8.1 changed changed'])
    expect(comparison.summary.figures).toEqual([{ before: '$4,250', after: '$4,450', anchor: '8.1' }])
    expect([comparison.summary.wordsInserted, comparison.summary.wordsDeleted]).toEqual([1, 1])
  })

  test('an article put in before others renumbers them and no more', () => {
    const safety = clause('7', 'Safety', '', clause('7.1', null, 'A danger at work is told to the principal in writing at once.'))
    const comparison = compareBooks(book(grievances, leaves, pay), book(grievances, safety, renumber(leaves, '8'), renumber(pay, '9')))
    expect(kindsOf(comparison)).toEqual([
      '- 7 added changed',
      '- 7.1 added changed',
      '7 8 renumbered',
      '7.1 8.1 renumbered',
      '7.2 8.2 renumbered',
      '8 9 renumbered',
      '8.1 9.1 renumbered',
      '8.2 9.2 renumbered',
    ])
    expect(pairAt(comparison, '8.1').withParent).toBe(true)
    expect(pairAt(comparison, '8').withParent).toBe(false)
  })

  test('an article taken out', () => {
    const comparison = compareBooks(book(grievances, leaves, pay), book(grievances, renumber(pay, '7')))
    expect(comparison.summary.counts).toMatchObject({ removed: 3, renumbered: 3, same: 4, added: 0, moved: 0, changed: 0 })
  })

  test('a clause moved to another article and slightly edited', () => {
    const moved = clause('8.3', 'Bereavement', 'A teacher has five days with pay when a member of the family has died.')
    const comparison = compareBooks(book(grievances, leaves, pay), book(grievances, { ...leaves, under: [leaves.under[0]!] }, { ...pay, under: [...pay.under, moved] }))
    expect(kindsOf(comparison)).toEqual(['7.2 8.3 moved changed'])
    const at = comparison.pairs.indexOf(pairAt(comparison, '8.3'))
    expect(comparison.rows.filter(({ pair }) => pair === at).map(({ show }) => show)).toEqual(['before', 'after'])
    expect(pairAt(comparison, '8.3').figures).toEqual([{ before: 'three days', after: 'five days' }])
  })

  test('clauses that change places: one of them moved', () => {
    const [purpose, filing, answer] = grievances.under
    const swapped = { ...grievances, under: [purpose!, { ...answer!, number: '6.2', at: '6.2' }, { ...filing!, number: '6.3', at: '6.3' }] }
    const comparison = compareBooks(book(grievances), book(swapped))
    expect(comparison.summary.counts).toMatchObject({ moved: 1, renumbered: 1, same: 2, added: 0, removed: 0 })
  })

  test('an article moved with all that is in it', () => {
    const comparison = compareBooks(book(pay, grievances, leaves), book(grievances, leaves, pay))
    expect(kindsOf(comparison)).toEqual(['8 8 moved', '8.1 8.1 moved', '8.2 8.2 moved'])
    expect(comparison.pairs.filter(({ withParent }) => withParent).map(({ after }) => after?.anchor)).toEqual(['8.1', '8.2'])
  })

  test('a clause rewritten under the same number and heading is changed, not removed and added', () => {
    const rewritten = { ...grievances, under: [grievances.under[0]!, grievances.under[1]!, clause('6.3', 'Answer', 'Nobody needs to wait: the office replies by letter at the end of each week.')] }
    expect(kindsOf(compareBooks(book(grievances), book(rewritten)))).toEqual(['6.3 6.3 changed changed'])
  })

  test('another matter under a number that became free is removed and added', () => {
    const other = { ...pay, under: [pay.under[0]!, clause('8.2', null, 'Lockers are opened by two people together.')] }
    expect(kindsOf(compareBooks(book(pay), book(other)))).toEqual(['- 8.2 added changed', '8.2 - removed changed'])
  })

  test('a heading changed is a change', () => {
    expect(kindsOf(compareBooks(book(pay), book({ ...pay, heading: 'Salaries' })))).toEqual(['8 8 changed changed'])
  })

  test('one clause split in two', () => {
    const long = 'The committee has five members chosen by the union in May. It meets once a month in the library and keeps minutes that any teacher may read.'
    const [first, second] = long.split(/(?<=May\.) /) as [string, string]
    const before = book(clause('9', 'Committee', '', clause('9.1', null, long)))
    const after = book(clause('9', 'Committee', '', clause('9.1', null, first), clause('9.2', null, second)))
    expect(pairsWith(compareBooks(before, after), 'split')).toEqual(['9.1 9.2'])
    expect(pairsWith(compareBooks(after, before), 'merged')).toEqual(['9.1 9.2'])
    expect(compareBooks(before, after).summary.figures).toEqual([])
  })

  test('a table that changed shows under its clause', () => {
    const comparison = compareBooks(withTable('52,000'), withTable('53,560'))
    expect(comparison.summary.figures).toEqual([{ before: '52,000', after: '53,560', anchor: '8' }])
  })

  test('text outside all clauses is compared too', () => {
    expect(kindsOf(compareBooks(signed('May 1'), signed('May 2')))).toEqual(['- - changed changed'])
  })
})

function withTable(amount: string): Book {
  return makeBook({ articles: [pay], tables: [{ at: '8', rows: [['Step', 'Pay'], ['1', amount]] }] })
}

function signed(day: string): Book {
  return makeBook({ articles: [pay], unplaced: [`Signed at the harbor on ${day}, by both parties.`] })
}

function addressOf(pair: ClausePair): string {
  return pair.before?.anchor ?? pair.after?.anchor ?? ''
}

function pairsWith({ pairs }: Comparison, kind: string): string[] {
  return pairs.filter((pair) => pair.kind === kind).map((pair) => [addressOf(pair), ...pair.parts.map((part) => addressOf(pairs[part]!))].join(' '))
}

/** What an edition reads like, taken from the rows of a comparison. */
function paragraphsFromRows({ rows, pairs }: Comparison, side: 'before' | 'after'): string[] {
  const shown = rows.filter(({ show }) => show === 'both' || show === side).map(({ pair }) => pairs[pair]!)
  return shown.flatMap(({ title, text }) => [redlineSide(title, side), ...redlineSide(text, side).split('\n')]).filter((paragraph) => paragraph !== '')
}

function expectBothEditions(before: Book, after: Book): void {
  const comparison = compareBooks(before, after)
  expect(paragraphsFromRows(comparison, 'before')).toEqual(editionParagraphs(layEdition(before)))
  expect(paragraphsFromRows(comparison, 'after')).toEqual(editionParagraphs(layEdition(after)))
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
}

const words = fc.array(fc.constantFrom('teacher', 'shall', 'days', '20', 'pay', 'leave', 'the', 'district', 'notice', 'in', 'writing', '$500'), { maxLength: 14 }).map((list) => list.join(' '))
const sketch = fc.array(fc.tuple(words, fc.array(words, { maxLength: 4 })), { maxLength: 5 }).map((articles) =>
  book(...articles.map(([heading, texts], at) => clause(String(at + 1), heading, '', ...texts.map((text, place) => clause(`${at + 1}.${place + 1}`, null, text))))),
)

test('the rows give both editions back, whatever the books', () => {
  fc.assert(fc.property(sketch, sketch, expectBothEditions), { numRuns: 200 })
})

test('any book and itself are the same', () => {
  fc.assert(fc.property(sketch, (it) => void expect(kindsOf(compareBooks(it, it))).toEqual([])))
})

/** The edition after: the second article taken out, the figures of the third raised, the last article put first. */
function editedEdition(book: Book): { after: Book; removed: number; moved: string } {
  const [first, second, third, ...rest] = book.articles
  const last = rest.pop()!
  const raised = raiseFigures(third!) as typeof third
  return { after: { ...book, articles: [last, first!, raised!, ...rest] }, removed: count(second!), moved: last.anchor }
}

function raiseFigures(it: Clause): Clause {
  return { ...it, text: it.text.replace(/\b(\d{2})\b(?![.,\d])/g, (figure) => String(Number(figure) + 1)), clauses: it.clauses.map(raiseFigures) }
}

function count(it: Clause): number {
  return 1 + it.clauses.reduce((sum, child) => sum + count(child), 0)
}

test('editions of the lent agreements: a book and itself are the same, and an edited one is seen through', async () => {
  for (const name of presentAgreements().filter((it) => /chaffey|granite|los-rios/.test(it))) {
    const document = await readDocument(agreementFile(name))
    if (!document.ok) throw new Error(document.problem.what)
    const before = readBook(document.value)
    expect([name, kindsOf(compareBooks(before, before))]).toEqual([name, []])
    const { after, removed, moved } = editedEdition(before)
    expectBothEditions(before, after)
    const { summary, pairs } = compareBooks(before, after)
    expect([name, summary.counts.added, summary.counts.renumbered]).toEqual([name, 0, 0])
    expect([name, summary.counts.removed]).toEqual([name, removed])
    expect([name, pairs.filter(({ kind, withParent }) => kind === 'moved' && !withParent).map(({ after: side }) => side?.anchor)]).toEqual([name, [moved]])
  }
})

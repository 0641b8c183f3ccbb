import { expect, test } from 'vitest'
import { anchor, type Piece } from '#book/book.ts'
import { chapter, clause, makeBook } from './invented-books.test-support.ts'
import { numberLabels } from './number-labels.ts'

/** A book of one article and one clause whose numbers stand so in the text. */
function labels(article: string, inside: string, numbers: { article: string; inside: string | null }): (string | null)[] {
  const child = clause(numbers.inside, '6.1')
  const top = chapter(numbers.article, 'Leave', { anchor: anchor('6'), clauses: [child] })
  const text = `${article}${inside}`
  const pieces: Piece[] = [
    { start: 0, end: article.length, role: 'number', anchor: anchor('6') },
    { start: article.length, end: text.length, role: 'number', anchor: anchor('6.1') },
  ]
  const of = numberLabels(makeBook({ articles: [top], text, pieces }))
  return [of(top), of(child)]
}

test('a clause without a number has no label', () => {
  expect(labels('ARTICLE 6 ', '', { article: '6', inside: null })).toEqual(['ARTICLE 6', null])
})

test('the label has the word, the brackets and the dots of the print', () => {
  expect(labels('ARTICLE 6: ', ' (a) ', { article: '6', inside: 'a' })).toEqual(['ARTICLE 6', '(a)'])
  expect(labels('## Article IV – ', 'Section B. ', { article: 'IV', inside: 'B' })).toEqual(['Article IV', 'Section B.'])
})

test('where the print is broken, the mended number stands', () => {
  expect(labels('ARTICLE 6', '6. 1 ', { article: '6', inside: '6.1' })).toEqual(['ARTICLE 6', '6.1'])
})

test('a number in words is shown in figures, as the address has it', () => {
  expect(labels('ARTICLE TWENTY SEVEN', '1. ', { article: '27', inside: '1' })).toEqual(['Article 27', '1.'])
})

test('where the text is not there, a bare letter gets a dot and an appendix its word', () => {
  const child = clause('a', 'App. A.a')
  const appendix = chapter('A', 'Forms', { anchor: anchor('App. A'), clauses: [child, clause('1.1', 'App. A.1.1')] })
  const annex = chapter('Annex 1', 'Rates')
  const of = numberLabels(makeBook({ appendices: [appendix, annex] }))
  expect(of(annex)).toBe('Annex 1')
  expect([appendix, ...appendix.clauses].map(of)).toEqual(['Appendix A', 'a.', '1.1'])
})

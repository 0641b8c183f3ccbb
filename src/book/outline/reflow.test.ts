import { describe, expect, test } from 'vitest'
import { cleanText, reflow } from '#book/outline/reflow.ts'

function lines(...texts: string[]): { text: string; gap: boolean; pageTurn: boolean }[] {
  return texts.map((text) => ({ text, gap: false, pageTurn: false }))
}

describe('printed lines become running text', () => {
  test('a word broken at the line end is made whole', () => expect(reflow(lines('for all stu-', 'dents'))).toBe('for all students'))
  test('a hyphen that belongs to the word stays', () => expect(reflow(lines('a part-', 'time post'))).toBe('a part-time post'))
  test('a hyphen before a capital or a figure stays', () => expect(reflow(lines('the mid-', 'October day'))).toBe('the mid-October day'))
  test('a hyphen that waits for its other half stays apart', () => expect(reflow(lines('full-', 'and part-time'))).toBe('full- and part-time'))
  test('marks of Markdown and HTML go', () => expect(reflow(lines('**Two** <i>words</i>'))).toBe('Two words'))
  test('a gap parts paragraphs', () => expect(reflow([{ text: 'One.', gap: false, pageTurn: false }, { text: 'Two.', gap: true, pageTurn: false }])).toBe('One.\n\nTwo.'))
  test('a gap that only a page end made does not part a sentence', () => expect(reflow([{ text: 'One day', gap: false, pageTurn: false }, { text: 'is kept.', gap: true, pageTurn: true }])).toBe('One day is kept.'))
  test('what follows a semicolon over a page end is the same paragraph', () => expect(reflow([{ text: 'One day is kept;', gap: false, pageTurn: false }, { text: 'District days are not.', gap: true, pageTurn: true }])).toBe('One day is kept; District days are not.'))
})

test('a sentence torn by an empty line is joined again where its line was full', () => {
  const torn = [{ text: 'The District pays the whole of the premium for each teacher who is', gap: false, pageTurn: false }, { text: 'employed for the full year.', gap: true, pageTurn: false }]
  expect(reflow(torn)).toBe('The District pays the whole of the premium for each teacher who is employed for the full year.')
})

test('a stroke that only guards a sign from Markdown is no part of the words', () => {
  expect(cleanText('The rate is \\$30.00, and 5\\% more \\*')).toBe('The rate is $30.00, and 5% more *')
})

test('a stroke before anything else stays', () => {
  expect(cleanText('his\\her \\ office')).toBe('his\\her \\ office')
})

import { expect, test } from 'vitest'
import { walkClauses } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'
import type { Line } from '#text/document.ts'

/** A web page's lists: depth, words; the number is what a browser shows. */
function pageOf(items: readonly (readonly [number, string])[], headings: boolean) {
  const hints: Record<number, Line['hint']> = {}
  items.forEach(([depth, text], at) => {
    hints[at + 1] = { left: depth * 30, label: text.split(' ')[0] ?? '', ...(headings && depth <= 2 ? { heading: depth } : {}) }
  })
  return { ...textDocument(items.map(([, text]) => text).join('\n'), hints), kind: 'html' as const }
}

const items = [
  [1, '1. Matters'], [2, '1. Purpose'], [3, '1. The words bind both sides.'], [3, '2. They hold for:'], [4, 'a. one year; and'], [4, 'b. no longer.'], [2, '2. Names'], [3, '1. A clerk is a member.'],
  [1, '2. Hours'], [2, '1. Week'], [3, '1. A week has five days.'], [3, '2. A day has eight hours.'], [2, '2. Rest'], [3, '1. Rest is paid.'],
  [1, '3. Pay'], [2, '1. Rate'], [3, '1. The rate is public.'], [2, '2. Date'], [3, '1. It is the last Friday.'],
] as const

test('nested lists of a web page, of whose numbers a browser shows the last figure only, are read with the numbers above them', () => {
  const outline = readOutline(pageOf(items, true))
  expect(outline.articles.map(({ anchor, title }) => `${anchor} ${title}`)).toEqual(['1 Matters', '2 Hours', '3 Pay'])
  expect([...walkClauses(outline)].map(({ clause }) => clause.anchor)).toEqual(['1', '1.1', '1.1.1', '1.1.2', '1.1.2.a', '1.1.2.b', '1.2', '1.2.1', '2', '2.1', '2.1.1', '2.1.2', '2.2', '2.2.1', '3', '3.1', '3.1.1', '3.2', '3.2.1'])
  expect(outline.pieces.filter((piece) => piece.role === 'number').map((piece) => outline.text.slice(piece.start, piece.end).trim()).slice(0, 3)).toEqual(['1.', '1.', '1.'])
})

test('a list that counts on below headings that say Article stays a list of its own', () => {
  const outline = readOutline(textDocument('ARTICLE 1 PAY\n1. It is sent.\n2. It is public.\nARTICLE 2 LEAVE\n1. It is kept.\n2. It is paid.', { 1: { heading: 1 }, 2: { label: '1.', left: 30 }, 3: { label: '2.', left: 30 }, 4: { heading: 1 }, 5: { label: '1.', left: 30 }, 6: { label: '2.', left: 30 } }))
  expect([...walkClauses(outline)].map(({ clause }) => clause.anchor)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2'])
})

test('whole numbers that stand there are left alone, and the lists under them too', () => {
  const outline = readOutline(pageOf([[1, '1. Pay'], [2, '1.1 Rate'], [3, '1. It is public.'], [3, '2. It is kept.'], [1, '2. Leave'], [2, '2.1 Rest'], [3, '1. It is paid.'], [3, '2. It is short.']], true))
  expect([...walkClauses(outline)].map(({ clause }) => clause.anchor)).toEqual(['1', '1.1', '1.1.1', '1.1.2', '2', '2.1', '2.1.1', '2.1.2'])
})

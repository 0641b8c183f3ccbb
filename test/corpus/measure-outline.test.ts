import { expect, test } from 'vitest'
import { anchor, type Article, type Clause, type Outline } from '#book/book.ts'
import { clauseIds, plainId, plainTitle, sectionShapes, shapeOf } from './clause-ids.ts'
import type { GoldOutline } from './corpus.ts'
import { measureOutline, scores } from './measure-outline.ts'

const text = 'ARTICLE I\nA. Of Boats. Boats are blue.\nB. Of Oars. Oars are red.\n'

test('an outline that agrees in everything has no misses', () => {
  expect(measureOutline(gold(), book([section('I.A', 2), section('I.B', 3)]), text)).toEqual({
    articles: { right: 1, numbers: 1, expected: 1, found: 1 },
    sections: { right: 2, expected: 2, found: 2 },
    lines: { right: 3, of: 3 },
    provisions: { right: 0, of: 0 },
    spots: { right: 1, of: 1 },
    falseStarts: { right: 1, of: 1 },
    cover: { exact: true, failsAt: null, unplaced: 0, furniture: 0, all: 51 },
    misses: [],
  })
})

test('a section left out, one made up and one on the wrong line are each told', () => {
  const measure = measureOutline(gold(), book([section('I.A', 1), section('I.C', 4)]), text)
  expect(measure.misses.map((miss) => [miss.kind, miss.id, miss.line])).toEqual([
    ['section-line', 'I.A', 2],
    ['section-missing', 'I.B', 3],
    ['section-extra', 'I.C', 4],
    ['false-start', 'I.C', 4],
  ])
  expect(scores(measure.sections)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
})

test('a number printed twice must be found twice', () => {
  const twice: GoldOutline = { ...gold(), articles: [{ ...article, sectionIds: ['I.A', 'I.A'], sectionLines: [2, 3] }] }
  expect(measureOutline(twice, book([section('I.A', 2), section('I.A', 3, 'I.A-2')]), text).sections).toEqual({ right: 2, expected: 2, found: 2 })
  expect(measureOutline(twice, book([section('I.A', 2)]), text).sections).toEqual({ right: 1, expected: 2, found: 1 })
})

test('a hole or an overlap in the pieces is told with its place', () => {
  const holed = { ...book([]), pieces: [{ start: 0, end: 5, role: 'text' as const, anchor: null }, { start: 6, end: text.length, role: 'text' as const, anchor: null }] }
  expect(measureOutline(gold(), holed, text).cover).toMatchObject({ exact: false, failsAt: 5 })
})

test('addresses are compared without their marks, and the mark of a second stand falls away', () => {
  expect(plainId('7.4.2(b)')).toBe('7.4.2.b')
  expect(clauseIds(section('20.1', 1, '20.1-2'))).toEqual(['20.1'])
  expect(clauseIds(section('8-5.2', 1, '8-5.2'))).toEqual(['8-5.2'])
  expect(shapeOf('6.12')).toBe('#.9')
  expect(shapeOf('VI.GG')).toBe('#.A')
  expect(shapeOf('6(12)')).toBe('#.()')
  expect(shapeOf('6.4(b)')).toBe('#.9.()')
  expect([...sectionShapes(gold())]).toEqual(['#.A'])
  expect(plainTitle('Health & Welfare — BENEFITS')).toBe('healthwelfarebenefits')
})

const article = { number: 'I', title: 'Boats', line: 1, sections: 2, sectionIds: ['I.A', 'I.B'], sectionLines: [2, 3] }

function gold(): GoldOutline {
  return {
    file: 'boats.txt',
    agreement: 'invented',
    numbering: '',
    sectionRule: '',
    articleCount: 1,
    sectionCount: 2,
    articles: [article],
    noClauseAt: [4],
    spotChecks: [{ id: 'I.A', startsWith: 'Of Boats', endsWith: 'are blue.' }],
    traps: [],
  }
}

function section(number: string, line: number, address = number): Clause {
  return { number, anchor: anchor(address), heading: 'Of Boats', line, text: 'Boats are blue.', clauses: [] }
}

function book(clauses: Clause[]): Outline {
  const one: Article = { number: 'I', title: 'BOATS', anchor: anchor('I'), heading: 'BOATS', line: 1, text: '', clauses }
  return {
    source: { name: 'boats.txt', kind: 'txt', sha256: '', lines: 3 },
    title: null,
    parties: [],
    term: { from: null, through: null },
    articles: [one],
    appendices: [],
    tables: [],
    contents: [],
    unplaced: [],
    text,
    pieces: [{ start: 0, end: text.length, role: 'text', anchor: null }],
  }
}

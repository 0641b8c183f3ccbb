import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchor, type Reference } from '#book/book.ts'
import { clauseParagraphs, type Mark } from './clause-paragraphs.ts'

const text = 'See 6.2 and the work day.\n\nThen 6.3.'
const reference = (words: string): Reference => ({ from: anchor('6.1'), text: words, at: at(words), kind: 'clause', to: words, status: 'ok' })
const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('a mark outside the text, across two paragraphs or turned round marks nothing', () => {
  const marks: Mark[] = [{ start: -1, end: 3, term: 'x' }, { start: 4, end: 400, term: 'x' }, { start: 20, end: 30, term: 'x' }, { start: 9, end: 4, term: 'x' }]
  expect(clauseParagraphs({ text }, marks)).toEqual([[{ text: 'See 6.2 and the work day.' }], [{ text: 'Then 6.3.' }]])
})

test('references and terms are runs of their own in each paragraph', () => {
  const two = reference('6.2')
  const three = reference('6.3')
  const marks: Mark[] = [{ ...three.at, reference: three }, { ...at('work day'), term: 'work day' }, { ...two.at, reference: two }]
  expect(clauseParagraphs({ text }, marks)).toEqual([
    [{ text: 'See ' }, { text: '6.2', reference: two }, { text: ' and the ' }, { text: 'work day', term: 'work day' }, { text: '.' }],
    [{ text: 'Then ' }, { text: '6.3', reference: three }, { text: '.' }],
  ])
})

test('where marks overlap, a reference goes before a definition and a definition before a use', () => {
  const cited = reference('6.2 and')
  const marks: Mark[] = [{ ...at('and the work day'), term: 'work day' }, { ...at('work day'), term: 'work day', defines: true }, { ...cited.at, reference: cited }]
  expect(clauseParagraphs({ text }, marks)[0]).toEqual([
    { text: 'See ' },
    { text: '6.2 and', reference: cited },
    { text: ' the ' },
    { text: 'work day', term: 'work day', defines: true },
    { text: '.' },
  ])
})

test('an empty text has no paragraph', () => {
  expect(clauseParagraphs({ text: ' \n\n ' }, [])).toEqual([])
})

test('whatever the marks, no word of the text is lost or moved', () => {
  const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\n\n', '.'), maxLength: 40 })
  const marks = fc.array(fc.record({ start: fc.integer({ min: -3, max: 50 }), end: fc.integer({ min: -3, max: 50 }), term: fc.constant('t') }))
  const kept = fc.property(words, marks, (written, made) => {
    const joined = clauseParagraphs({ text: written }, made).flat().map((run) => run.text).join('')
    expect(joined.replace(/\s/g, '')).toBe(written.replace(/\s/g, ''))
  })
  fc.assert(kept)
})

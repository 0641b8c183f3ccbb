import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchor, walkClauses } from '#book/book.ts'
import { webIds, wordIds } from './clause-ids.ts'
import { anyBook, chapter, clause, makeBook } from './invented-books.test-support.ts'

const appendix = chapter('A', 'Forms', { anchor: anchor('App. A'), clauses: [clause('(3)', 'App. A(3)'), clause('(a)', 'App. A(a)'), clause('(A)', 'App. A(A)')] })
const book = makeBook({ appendices: [appendix] })

test('an anchor becomes a name that can stand in a link', () => {
  expect(webIds(book).at('App. A(3)')).toBe('c-App.-A-3')
  expect(webIds(book).at('App. B')).toBeNull()
})

test('to Word small and capital letters are one, so the second gets a number', () => {
  expect(wordIds(book).at('App. A(a)')).toBe('c_app_a_a')
  expect(wordIds(book).at('App. A(A)')).toBe('c_app_a_a_2')
})

test('whatever the anchors, no two clauses share a name and every name is allowed', () => {
  const distinct = fc.property(anyBook, (made) => {
    const clauses = [...walkClauses(made)].map((it) => it.clause)
    const web = clauses.map(webIds(made).of)
    const word = clauses.map(wordIds(made).of)
    expect(new Set(web).size).toBe(clauses.length)
    expect(new Set(word.map((name) => name.toLowerCase())).size).toBe(clauses.length)
    expect(web.filter((name) => !/^[A-Za-z][\w.~-]*$/.test(name))).toEqual([])
    expect(word.filter((name) => !/^[a-z]\w{0,39}$/.test(name))).toEqual([])
  })
  fc.assert(distinct, { numRuns: 200 })
})

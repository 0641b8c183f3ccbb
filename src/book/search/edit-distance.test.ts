import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['grievance', 'grievance', 0],
  ['grievnace', 'grievance', 1],
  ['grievence', 'grievance', 1],
  ['greivence', 'grievance', 2],
  ['salry', 'salary', 1],
  ['tranfers', 'transfer', 2],
  ['leave', 'layoff', 3],
])('from %s to %s it is %i, three meaning more than two', (typed, word, slips) => {
  expect(editDistance(typed, word, { most: 2 })).toBe(slips)
})

test('a word still being typed is measured against the beginning', () => {
  expect(editDistance('greiv', 'grievance', { most: 1, prefix: true })).toBe(1)
  expect(editDistance('greiv', 'grievance', { most: 1 })).toBe(2)
})

test('it is the same in both directions, and nothing for a word itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, one, { most: 2 })).toBe(0)
      expect(editDistance(one, other, { most: 2 })).toBe(editDistance(other, one, { most: 2 }))
    }),
  )
})

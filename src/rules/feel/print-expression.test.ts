import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyExpression, anyTests, RUNS, withoutPlaces } from '#rules/feel/invented-expressions.test-support.ts'
import { parseExpression, parseUnaryTests } from './parse-expression.ts'
import { printExpression, printUnaryTests } from './print-expression.ts'

describe('what is printed reads as the same', () => {
  test('any expression', () => {
    fc.assert(fc.property(anyExpression, it => {
      const text = printExpression(it)
      const read = parseExpression(text)
      expect(read.ok ? withoutPlaces(read.value) : read.problem.what, text).toEqual(withoutPlaces(it))
    }), { numRuns: RUNS })
  })
  test('any cell', () => {
    fc.assert(fc.property(anyTests, it => {
      const text = printUnaryTests(it)
      const read = parseUnaryTests(text)
      expect(read.ok ? withoutPlaces(read.value) : read.problem.what, text).toEqual(withoutPlaces(it))
    }), { numRuns: RUNS })
  })
  test('printing twice changes nothing', () => {
    fc.assert(fc.property(anyExpression, it => {
      const text = printExpression(it)
      const read = parseExpression(text)
      expect(read.ok && printExpression(read.value)).toBe(text)
    }), { numRuns: RUNS })
  })
})

test.each([
  ['((a) * ((b))) + c', 'a * b + c'],
  ['a * (b + c)', 'a * (b + c)'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a - b) - c', 'a - b - c'],
  ['(a and b) or c', 'a and b or c'],
  ['a and (b or c)', 'a and (b or c)'],
  ['-(a + b)', '-(a + b)'],
  ['(-2) ** 2', '-2 ** 2'],
  ['-(2 ** 2)', '-(2 ** 2)'],
  ['x between 1 and 5', 'x in [1..5]'],
  ['x in 175..178', 'x in [175..178]'],
  ['$1250.50 + -$50', '$1,250.50 + -$50'],
  ['date("2010-11-01")', '2010-11-01'],
  ['(if a then b else c) + 1', '(if a then b else c) + 1'],
])('%s needs no more than %s', (before, after) => {
  const read = parseExpression(before)
  expect(read.ok && printExpression(read.value)).toBe(after)
})

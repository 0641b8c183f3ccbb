import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTokens, type Hunk } from './diff-tokens.ts'

const list = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0))

function apply(a: readonly number[], b: readonly number[], hunks: readonly Hunk[]): number[] {
  const out: number[] = []
  let at = 0
  for (const { aStart, aEnd, bStart, bEnd } of hunks) {
    out.push(...a.slice(at, aStart), ...b.slice(bStart, bEnd))
    at = aEnd
  }
  return [...out, ...a.slice(at)]
}

test('equal lists have no hunks', () => {
  expect(diffTokens(list('abc'), list('abc'))).toEqual([])
  expect(diffTokens([], [])).toEqual([])
})

test.each([
  ['', 'ab', [{ aStart: 0, aEnd: 0, bStart: 0, bEnd: 2 }]],
  ['ab', '', [{ aStart: 0, aEnd: 2, bStart: 0, bEnd: 0 }]],
  ['abcd', 'axcd', [{ aStart: 1, aEnd: 2, bStart: 1, bEnd: 2 }]],
  ['abcd', 'abxycd', [{ aStart: 2, aEnd: 2, bStart: 2, bEnd: 4 }]],
  ['abcd', 'ad', [{ aStart: 1, aEnd: 3, bStart: 1, bEnd: 1 }]],
])('from "%s" to "%s"', (a, b, hunks) => {
  expect(diffTokens(list(a), list(b))).toEqual(hunks)
})

const tokens = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 })

test('applying the hunks gives the list after, and they never touch', () => {
  fc.assert(
    fc.property(tokens, tokens, (a, b) => {
      const hunks = diffTokens(a, b)
      expect(apply(a, b, hunks)).toEqual(b)
      for (const [at, hunk] of hunks.entries()) {
        expect(hunk.aEnd > hunk.aStart || hunk.bEnd > hunk.bStart).toBe(true)
        if (at > 0) expect(hunk.aStart).toBeGreaterThan(hunks[at - 1]!.aEnd)
      }
    }),
  )
})

test('it is the shortest edit there is', () => {
  fc.assert(
    fc.property(tokens, tokens, (a, b) => {
      const edits = diffTokens(a, b).reduce((sum, { aStart, aEnd, bStart, bEnd }) => sum + aEnd - aStart + bEnd - bStart, 0)
      expect(edits).toBe(a.length + b.length - 2 * longestCommon(a, b))
    }),
  )
})

test('long lists with little in common are still told apart rightly', () => {
  const a = Array.from({ length: 5000 }, (_, at) => (at * 7919) % 1009)
  const b = Array.from({ length: 5000 }, (_, at) => (at * 104_729) % 1013)
  expect(apply(a, b, diffTokens(a, b))).toEqual(b)
})

/** The plain table, for lists short enough. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const token of a) {
    const next = [0]
    for (const [at, other] of b.entries()) next.push(token === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    row = next
  }
  return row[b.length]!
}

import { expect, test } from 'vitest'
import { letterValue, romanNumeral, romanValue, wordValue } from '#book/outline/numerals.ts'

test('Roman numerals are read in either case, and only where they are well formed', () => {
  expect([romanValue('IV'), romanValue('xxxix'), romanValue('LXVI'), romanValue('IIX'), romanValue('ABC'), romanValue('IIII')]).toEqual([4, 39, 66, null, null, 4])
})

test('Roman numerals from 1 to 99 are read back', () => {
  for (let value = 1; value < 100; value += 1) expect(romanValue(romanNumeral(value))).toBe(value)
})

test('letters run on by doubling', () => {
  expect([letterValue('a'), letterValue('Z'), letterValue('bb'), letterValue('ab')]).toEqual([1, 26, 28, null])
})

test('numbers are read from words, with and without a hyphen', () => {
  expect([wordValue('TWENTY SEVEN'), wordValue('thirty-one'), wordValue('Nine'), wordValue('FIFTH'), wordValue('Leave'), wordValue('nine two')]).toEqual([27, 31, 9, 5, null, null])
})

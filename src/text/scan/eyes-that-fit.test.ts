import { expect, test } from 'vitest'
import { eyesThatFit } from '#text/scan/eyes-that-fit.ts'

test('one pair of eyes where memory is tight or there is one processor, else one a processor', () => {
  expect(eyesThatFit({ processors: 8, freeMegabytes: 700 })).toBe(1)
  expect(eyesThatFit({ processors: 1, freeMegabytes: 8_000 })).toBe(1)
  expect(eyesThatFit({ processors: 4, freeMegabytes: 8_000 })).toBe(4)
})

import { expect, test } from 'vitest'
import { measureFinding } from './find-decisions.ts'

test('everyday questions are never taken for a decision that they do not mean, and nine in ten find theirs among three', async () => {
  const { asked, sure, wrong, offered } = await measureFinding()
  expect(asked).toBeGreaterThan(50)
  expect(wrong).toBe(0)
  expect((sure + offered) / asked).toBeGreaterThan(0.9)
})

import { expect, test } from 'vitest'
import { everydayQuestions, laterQuestions } from './everyday-questions-data.ts'
import { measureFinding } from './find-decisions.ts'

test('everyday questions are never taken for a decision that they do not mean, and nine in ten find theirs among three', async () => {
  const { asked, sure, wrong, offered } = await measureFinding(everydayQuestions)
  expect(asked).toBeGreaterThan(60)
  expect(wrong).toBe(0)
  expect((sure + offered) / asked).toBeGreaterThan(0.9)
})

test('so are questions that the words were not settled by, eight in ten', async () => {
  const { asked, sure, wrong, offered } = await measureFinding(laterQuestions)
  expect(asked).toBeGreaterThan(30)
  expect(wrong).toBe(0)
  expect((sure + offered) / asked).toBeGreaterThan(0.8)
})

import { expect, test } from 'vitest'
import { blindQuestions, everydayQuestions, laterQuestions } from './everyday-questions-data.ts'
import { measureFinding } from './find-decisions.ts'

test('the questions by which the finder was settled are never taken for a decision that they do not mean, and nine in ten find theirs among three', async () => {
  const { asked, sure, wrong, offered } = await measureFinding([...everydayQuestions, ...laterQuestions])
  expect(asked).toBeGreaterThan(110)
  expect(wrong).toBe(0)
  expect((sure + offered) / asked).toBeGreaterThan(0.95)
})

test('of questions that it was not settled by, more than half find their decision at once, one at most is taken for another, and nine in ten find theirs among three', async () => {
  const { asked, sure, wrong, offered } = await measureFinding(blindQuestions)
  expect(asked).toBeGreaterThan(55)
  expect(wrong).toBeLessThanOrEqual(1)
  expect(sure / asked).toBeGreaterThan(0.5)
  expect((sure + offered) / asked).toBeGreaterThan(0.9)
})

test.each(['How long do I have to grieve?', 'how many sick days do I get', 'how big can my class be'])('"%s" is found at once, in every agreement that has an answer', async (asks) => {
  const means = ['grievance_filing', 'grievance_step_due', 'sick_leave', 'leave_allotment', 'class_size', 'class_enrollment', 'elementary_class_size', 'middle_school_class_size']
  const packs = (['sample', 'chaffey-2010', 'pleasant-valley-2015'] as const).filter((pack) => pack !== 'pleasant-valley-2015' || !asks.includes('sick'))
  expect(await measureFinding(packs.map((pack) => ({ pack, asks, means })))).toMatchObject({ sure: packs.length, wrong: 0 })
})

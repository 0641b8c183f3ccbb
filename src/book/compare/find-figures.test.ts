import { expect, test } from 'vitest'
import { figureChanges } from './figure-changes.ts'
import { findFigures } from './find-figures.ts'
import { redlineTexts } from './redline-texts.ts'

test.each([
  ['paid $4,250.00 a year', ['$4,250.00']],
  ['within twenty (20) work days after', ['20 work days']],
  ['three consecutive days', ['three consecutive days']],
  ['fifteen (15) percent', ['15%']],
  ['5% of pay', ['5%']],
  ['a ratio of 25:1', ['25:1']],
  ['from 8:15 a.m. to noon', ['8:15 a.m.']],
  ['by July 1, 2025, in 2024-25', ['July 1, 2025', '2024-25']],
  ['no more than 37 pupils', ['37 pupils']],
  ['a load of 183', ['183']],
  ['See Section 6.4 and Article 10', []],
  ['under 6.4.1 or Education Code 44955', []],
  ['one of the parties', []],
])('in "%s" the figures are %j', (text, plain) => {
  expect(findFigures(text).map((figure) => figure.plain)).toEqual(plain)
})

test('a figure stands where it says', () => {
  const text = 'A grievance is filed within twenty (20) work days.'
  const [figure] = findFigures(text)
  expect(text.slice(figure!.start, figure!.end)).toBe('twenty (20) work days')
})

test.each([
  ['within 20 work days', 'within 15 work days', [{ before: '20 work days', after: '15 work days' }]],
  ['within twenty (20) days', 'within fifteen (15) days', [{ before: '20 days', after: '15 days' }]],
  ['within thirty (30) days', 'within 30 days', []],
  ['20 work days', '20 school days', [{ before: '20 work days', after: '20 school days' }]],
  ['$4,250 and 3 days', '$4,450 and 3 days', [{ before: '$4,250', after: '$4,450' }]],
  ['a stipend', 'a stipend of $500', [{ before: null, after: '$500' }]],
  ['ten days or 5%', 'ten days', [{ before: '5%', after: null }]],
  ['the teacher asks', 'the teacher writes', []],
])('from "%s" to "%s"', (before, after, changes) => {
  expect(figureChanges(redlineTexts(before, after))).toEqual(changes)
})

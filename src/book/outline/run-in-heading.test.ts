import { describe, expect, test } from 'vitest'
import { runInHeading } from '#book/outline/run-in-heading.ts'

function heading(row: string): string | null {
  const span = runInHeading(row)
  return span === null ? null : row.slice(span.start, span.end)
}

describe('a heading that runs into its text', () => {
  test.each([
    'The District keeps the list.',
    'All Teachers In the hall meet.',
    'Appendix A shall be posted.',
    'Proposition A growth pays for it.',
    'Teachers A through D are called first.',
    'Teachers of the District meet when The Bell is read.',
    'Members who are absent call the office.',
    'Lake Harbor pays The Association for it.',
    'In the spring The Board meets.',
  ])('is not seen in: %s', (row) => expect(heading(row)).toBeNull())

  test.each([
    ['  Notice Boards The Association may use one board.', 'Notice Boards'],
    ['Use of Rooms and Halls When a hall is free, it is lent.', 'Use of Rooms and Halls'],
    ['Hearsay The evaluator writes only what was seen.', 'Hearsay'],
    ['Late Return A teacher who comes back late calls.', 'Late Return'],
    ['Rest Days Each teacher has two.', 'Rest Days'],
  ])('is seen in: %s', (row, wanted) => expect(heading(row)).toBe(wanted))
})

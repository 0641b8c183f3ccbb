import { describe, expect, test } from 'vitest'
import type { Program, Step } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'
import { firedBy, mixPath, pathShape, unmixPath } from '#rules/core/path.ts'
import { programOf } from '#rules/run/ask-rules.test-support.ts'

const block = `decision: question
asks: What?
facts: {semester: {type: choice, of: [first, second]}, n: {type: integer, min: 0}}
values:
  stipend:
    when: semester = second
    table: |
      | n     | stipend |
      | < 5   | $0 |
      | >= 5  | $1,000 |
    otherwise: $0
  double: stipend * 2
gives:
  double: {type: money}
`

describe('the path', () => {
  test('of many steps is a list where one number would not hold it', () => {
    const step = programOf([block]).steps[0] as Step
    const many: Pick<Program, 'steps'> = { steps: Array.from({ length: 40 }, () => step) }
    const shape = pathShape(many)
    const digits = many.steps.map((_, at) => at % 4)
    expect(shape.inOneNumber).toBe(false)
    expect(unmixPath(shape, mixPath(shape, digits))).toEqual(digits)
  })

  test('mixes the digits of all steps, the first as the lowest', () => {
    const shape = pathShape(programOf([block]))
    // The table: 0, two rows, `otherwise`, `when`, agreed: 6 digits. The formula: 0, 1, agreed: 3.
    expect(shape.radix).toEqual([6, 3])
    expect(mixPath(shape, [2, 1])).toBe(2 + 1 * 6)
    for (let path = 0; path < 18; path++) expect(mixPath(shape, unmixPath(shape, path))).toBe(path)
  })

  test('says what fired', () => {
    const step = programOf([block]).steps[0] as Step
    expect([0, 1, 2, 3, 4, 5].map((digit) => firedBy(step, digit))).toEqual([{ is: 'not worked out' }, { is: 'branch', at: 0 }, { is: 'branch', at: 1 }, { is: 'branch', at: 2 }, { is: 'when' }, { is: 'agreed' }])
  })
})

describe('a stored value leaves', () => {
  test('in its own unit: cents as dollars, days and times as text, fractions as numbers, nothing as null', () => {
    expect(leave({ is: 'number', per: 100, money: true, orNull: false }, 6994150)).toBe(69941.5)
    expect(leave({ is: 'date', orNull: true }, null)).toBeNull()
    expect(leave({ is: 'date', orNull: false }, 0)).toBe('1970-01-01')
    expect(leave({ is: 'time', orNull: false }, 510)).toBe('08:30')
    expect(leave({ is: 'quotient', per: 1, money: false, orNull: false }, [1, 4])).toBe(0.25)
    expect(Object.is(leave({ is: 'number', per: 1, money: false, orNull: false }, -0), 0)).toBe(true)
  })
})

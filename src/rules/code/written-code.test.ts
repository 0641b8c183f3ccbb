import { expect, test } from 'vitest'
import type { CalendarSet } from '#calendar/calendar.ts'
import { salaryCell } from './invented-programs.test-support.ts'
import { fastClosures, keepWrittenCode } from './written-code.ts'

const nothing: CalendarSet = { name: 'none', kinds: new Map(), named: new Map() }

test('a program is answered by closures until it has been asked so often, and from then on by its code', () => {
  const program = salaryCell()
  // No cell of the table is -5: whoever answers so is the code.
  keepWrittenCode(program, () => ({ answerStored: (_, out) => (out.push(-5), 0), treeStored: () => [] }), 2)
  const runner = fastClosures(program)
  const facts = program.facts.map((slot) => (slot.type.is === 'choice' ? slot.type.of[0] : 10))
  const byCode = [1, 2, 3, 4].map(() => {
    const ran = runner.run(facts, { asOf: null, calendars: nothing })
    return [ran.status === 'answered' && ran.value[0] === -5, runner.working(facts, { asOf: null, calendars: nothing }).length === 0]
  })
  expect(byCode).toEqual([[false, false], [false, false], [true, true], [true, true]])
})

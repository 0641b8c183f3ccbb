import { describe, expect, test } from 'vitest'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { CalendarSet } from '#calendar/calendar.ts'
import { civilDay } from '#plain/civil-day.ts'
import { typeOfFact } from '#rules/core/core-types.ts'
import { compared, constantNumber } from '#rules/core/make-core.ts'
import { compile } from './compile.ts'
import { asksOnSomeWays, deadline, fact, loadStipend, program, row, salaryCell, step, table, use } from './invented-programs.test-support.ts'

const nothing: CalendarSet = { name: 'none', kinds: new Map(), named: new Map() }
const around = { asOf: null, calendars: nothing }

/** Monday to Friday of the four weeks from Monday, August 3, 2026. */
function weekdays(): CalendarSet {
  const from = civilDay(2026, 8, 3)
  const days = Array.from({ length: 26 }, (_, at) => from + at).filter((day) => (day - from) % 7 < 5)
  const covered = [{ label: '2026-2027', from, through: from + 25 }]
  return { name: 'weekdays', named: new Map(), kinds: new Map([['work', { kind: 'work', says: 'work day', clause: null, covered, index: buildDayIndex(covered, days) }]]) }
}

describe('what is not known, or is no such value, is left to the closures', () => {
  const cell = compile(salaryCell()).bind(around)
  const left: readonly [string, Record<string, unknown>][] = [
    ['units missing (never the salary of some class)', { degree: 'BA', years: 10 }],
    ['units as null', { degree: 'BA', units: null, years: 10 }],
    ['units as text', { degree: 'BA', units: '50', years: 10 }],
    ['half a unit where units are whole', { degree: 'BA', units: 14.5, years: 10 }],
    ['units below the least that there can be', { degree: 'BA', units: -1, years: 10 }],
    ['a degree that is none of the choices', { degree: 'PhD', units: 50, years: 10 }],
    ['no number at all', { degree: 'BA', units: Number.NaN, years: 10 }],
  ]
  test.each(left)('%s', (_, record) => {
    expect(cell.answer(record, [0])).toBe(-1)
    expect(cell.tree(record)).toBeNull()
  })

  test.each(['2026-02-30', '2026-8-03', '2026-13-01', '26-08-03', '2026/08/03', 20260803, '2026-08-0x'])('the day %s', (start) => {
    expect(compile(deadline()).bind({ asOf: null, calendars: weekdays() }).answer({ start, n: 2 }, [0])).toBe(-1)
  })

  test('a count that runs beyond the calendar, or begins before it', () => {
    const due = compile(deadline()).bind({ asOf: null, calendars: weekdays() })
    expect(due.answer({ start: '2026-08-27', n: 2 }, [0])).toBe(-1)
    expect(due.answer({ start: '2026-07-01', n: 2 }, [0])).toBe(-1)
    expect(due.answer({ start: '2026-08-27', n: 1 }, [0])).not.toBe(-1)
  })

  test('a kind of day that no calendar has', () => {
    expect(compile(deadline()).bind(around).answer({ start: '2026-08-03', n: 2 }, [0])).toBe(-1)
  })

  test('a proposal below nothing', () => {
    expect(compile(salaryCell()).bind({ ...around, parameters: new Map([['base', -5]]) }).answer({ degree: 'BA', units: 50, years: 10 }, [0])).toBe(-1)
  })
})

describe('answers', () => {
  test('D step 10 is $69,941: half up, not half to even', () => {
    const out: unknown[] = [0]
    compile(salaryCell()).bind(around).answer({ degree: 'BA', units: 50, years: 10 }, out)
    expect(out).toEqual([69941])
  })

  test('the answer as stored is in cents', () => {
    const out: unknown[] = [0]
    compile(salaryCell()).bind(around).answerStored(['BA', 50, 10], out)
    expect(out).toEqual([6994100])
  })

  test('a stipend of the second semester, and none in the first', () => {
    const bound = compile(loadStipend()).bind(around)
    const of = (semester: string, pupils: number): unknown => {
      const out: unknown[] = [0]
      bound.answer({ semester, pupils }, out)
      return out[0]
    }
    expect([of('second', 174), of('second', 175), of('second', 181), of('second', 182), of('first', 182)]).toEqual([0, 1000, 2000, 2500, 0])
  })

  test('the third work day after a Thursday is the Tuesday', () => {
    const out: unknown[] = ['']
    compile(deadline()).bind({ asOf: null, calendars: weekdays() }).answer({ start: '2026-08-06', n: 3 }, out)
    expect(out).toEqual(['2026-08-11'])
  })

  test('a proposal takes the place of the figure', () => {
    const out: unknown[] = [0]
    compile(salaryCell()).bind({ ...around, parameters: new Map([['base', 4000000]]) }).answer({ degree: 'BA', units: 50, years: 10 }, out)
    expect(out).toEqual([70000])
  })
})

describe('tables as look-ups', () => {
  test('a constant that no fact can reach settles its row, and the next one fires', () => {
    const facts = [fact('pupils', typeOfFact({ is: 'integer' }, 0, 40))]
    const type = typeOfFact({ is: 'integer' }, 0, 9)
    const rows = table(type, [-5, -4, -3, -2].map((below, at) => row(`below ${below}`, [constantNumber(at, 1)], [compared('<', use(facts, 0), constantNumber(below, 1))])), [constantNumber(9, 1)])
    const made = program('out_of_reach', facts, [step('which', type, rows, [{ is: 'fact', at: 0 }])], [{ name: 'which', value: { op: 'step', at: 0, type }, type, mentions: [{ is: 'step', at: 0 }], as: 'integer' }])
    const out: unknown[] = [0]
    // Otherwise comes after four rows.
    expect(compile(made).bind(around).answer({ pupils: 40 }, out)).toBe(5)
    expect(out).toEqual([9])
  })
})

describe('the path says what fired', () => {
  test('each step has its digit, and what nothing asked for has none', () => {
    // class: row 4 of 8; step: row 1 of 7; index and salary: formulas. Radixes 10, 9, 3, 3.
    expect(compile(salaryCell()).bind(around).answer({ degree: 'BA', units: 50, years: 10 }, [0])).toBe(4 + 10 + 90 + 270)
  })

  test('a value that only some rows ask for is worked out only there', () => {
    const bound = compile(asksOnSomeWays()).bind(around)
    // double, other, picked: radixes 3, 3, 7.
    expect(bound.answer({ kind: 'a', x: 6, y: 1 }, [0])).toBe(1 + 9)
    expect(bound.answer({ kind: 'a', x: 3, y: 1 }, [0])).toBe(1 + 3 + 2 * 9)
    expect(bound.answer({ kind: 'b', x: 6, y: 5 }, [0])).toBe(1 + 3 + 3 * 9)
    expect(bound.answer({ kind: 'b', x: 6, y: 1 }, [0])).toBe(3 + 4 * 9)
    expect(bound.answer({ kind: 'c', x: 6, y: 1 }, [0])).toBe(4 * 9)
    expect(bound.answer({ kind: 'a', x: 6, y: 1, late: true }, [0])).toBe(5 * 9)
  })
})

describe('the working', () => {
  test('stands in lines with clause, words, facts and what they rest on', () => {
    expect(compile(loadStipend()).bind(around).tree({ semester: 'second', pupils: 180 })).toEqual([
      { rule: 'stipend', clause: '18.4(b)', why: '179 to 181 pupils', value: 2000, uses: { semester: 'second', pupils: 180 }, from: [] },
    ])
  })

  test('is the same from a record and from stored facts', () => {
    const bound = compile(salaryCell()).bind(around)
    expect(JSON.stringify(bound.treeStored(['MA', 20, 33]))).toBe(JSON.stringify(bound.tree({ degree: 'MA', units: 20, years: 33 })))
  })
})

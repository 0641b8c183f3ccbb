import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay } from '#plain/civil-day.ts'
import type { CoreType, FactSlot } from '#rules/core/core.ts'
import type { Fact, FactType } from '#rules/rule-book.ts'
import { scaleNumber } from './decimal-text.ts'
import { factsIn } from './facts-in.ts'

describe('what is refused, and in which words', () => {
  test.each([
    [{ semestre: 'first' }, 'semestre', 'semestre is no fact of this decision; its facts are semester, pupil_load, approved, filed_on, fee, share, starts, periods, overages. Did you mean semester?'],
    [{ semester: 'frist' }, 'semester', 'semester must be one of first, second; it is "frist". Did you mean first?'],
    [{ semester: 1 }, 'semester', 'semester must be one of first, second; it is 1.'],
    [{ pupil_load: -1 }, 'pupil_load', 'pupil_load must be 0 or more; it is -1.'],
    [{ pupil_load: 17.5 }, 'pupil_load', 'pupil_load must be a whole number; it is 17.5.'],
    [{ pupil_load: '175' }, 'pupil_load', 'pupil_load must be a whole number; it is "175".'],
    [{ pupil_load: 1e16 }, 'pupil_load', 'pupil_load is 10000000000000000, larger than any figure that can be reckoned exactly.'],
    [{ pupil_load: 1_000_000_001 }, 'pupil_load', 'pupil_load is 1000000001, larger than any figure that can be reckoned exactly.'],
    [{ fee: -1_000_000_000.01 }, 'fee', 'fee is -1000000000.01, larger than any figure that can be reckoned exactly.'],
    [{ share: 1e9 + 0.5 }, 'share', 'share is 1000000000.5, larger than any figure that can be reckoned exactly.'],
    [{ periods: [1, 2e9] }, 'periods', 'periods[2] is 2000000000, larger than any figure that can be reckoned exactly.'],
    [{ approved: 'yes' }, 'approved', 'approved must be true or false; it is "yes".'],
    [{ filed_on: '2011-02-29' }, 'filed_on', 'filed_on is 2011-02-29, and there is no such day.'],
    [{ filed_on: '2/28/2011' }, 'filed_on', 'filed_on must be a date as "YYYY-MM-DD"; it is "2/28/2011".'],
    [{ fee: 10.005 }, 'fee', 'fee may have 2 decimals at most; 10.005 has more.'],
    [{ share: 0.00001 }, 'share', 'share may have 4 decimals at most; 0.00001 has more.'],
    [{ starts: '24:10' }, 'starts', 'starts is 24:10, and there is no such time of the day.'],
    [{ periods: [1, 'two'] }, 'periods', 'periods[2] must be a whole number; it is "two".'],
    [{ overages: [{ over_from: '2017-13-01' }] }, 'overages', 'overages[1].over_from is 2017-13-01, and there is no such day.'],
    [{ overages: [{}] }, 'overages', 'overages[1] lacks its part over_from.'],
    [{ overages: [{ over_from: '2017-10-16', until: null, x: 1 }] }, 'overages', 'overages[1] has no part named x; its parts are over_from, until.'],
  ])('%j', (input, name, message) => {
    expect(factsIn(facts, slots, input)).toEqual({ ok: false, error: { input: name, message } })
  })

  test('a fact of a decision that takes none', () => {
    expect(factsIn([], [], { x: 1 })).toEqual({ ok: false, error: { input: 'x', message: 'x is no fact of this decision; it takes none.' } })
  })
})

describe('what comes in', () => {
  test('cents, civil days, minutes, lists and records, each in its slot', () => {
    const input = { semester: 'second', pupil_load: 176, approved: true, filed_on: '2010-11-01', fee: 10.07, share: 0.0725, starts: '08:05', periods: [1, 2], overages: [{ over_from: '2017-10-16' }] }
    expect(stored(input)).toEqual(['second', 176, true, civilDay(2010, 11, 1), 1007, 725, 485, [1, 2], [{ over_from: civilDay(2017, 10, 16), until: null }]])
  })

  test('a fact left out, or given as null, is undefined: nobody knows it', () => {
    expect(stored({ approved: null })).toEqual(slots.map(() => undefined))
  })

  test('where leaving a fact out means a value, it is that value', () => {
    const meaning = slots.map((slot) => (slot.name === 'approved' ? { ...slot, missingMeans: false } : slot))
    expect(factsIn(facts, meaning, {})).toMatchObject({ ok: true, facts: [undefined, undefined, false, undefined, undefined, undefined, undefined, undefined, undefined] })
  })

  test('every amount of two decimals up to ten million dollars is kept to the cent', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
      const written = Number(`${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`)
      expect(scaleNumber(written, 2)).toEqual({ ok: true, value: cents })
    }))
  })

  test('a billion of the unit is the most, either way', () => {
    expect(stored({ pupil_load: 1e9, fee: -1e9, share: 1e9 })).toEqual([undefined, 1e9, undefined, undefined, -1e11, 1e13, undefined, undefined, undefined])
  })

  test('1.005 with three decimals is 1005, which no multiplication of it by a thousand gives', () => {
    expect(scaleNumber(1.005, 3)).toEqual({ ok: true, value: 1005 })
    expect(scaleNumber(1e-7, 7)).toEqual({ ok: true, value: 1 })
    expect(scaleNumber(-0, 2)).toEqual({ ok: true, value: 0 })
  })
})

const types: readonly (readonly [string, FactType, CoreType])[] = [
  ['semester', { is: 'choice', of: ['first', 'second'] }, { is: 'choice', of: ['first', 'second'], orNull: false }],
  ['pupil_load', { is: 'integer' }, number(1)],
  ['approved', { is: 'boolean' }, { is: 'boolean', orNull: false }],
  ['filed_on', { is: 'date' }, { is: 'date', orNull: false }],
  ['fee', { is: 'money' }, number(100)],
  ['share', { is: 'decimal', decimals: 4 }, number(10_000)],
  ['starts', { is: 'time' }, { is: 'time', orNull: false }],
  ['periods', { is: 'list', items: { is: 'integer' } }, { is: 'list', items: number(1), orNull: false }],
  ['overages', { is: 'list', items: overage() }, { is: 'list', items: { is: 'record', orNull: false, fields: [{ name: 'over_from', type: { is: 'date', orNull: false } }, { name: 'until', type: { is: 'date', orNull: true } }] }, orNull: false }],
]

const facts: readonly Fact[] = types.map(([name, type]) => ({ name, type, optional: false, missingMeans: null, judgedBy: null, min: name === 'pupil_load' ? 0 : null, max: null, unit: null, note: null, ask: null, at: { file: 'articles/11.md', line: 1, clause: '11.1' } }))
const slots: readonly FactSlot[] = types.map(([name, , type]) => ({ name, type, optional: false, missingMeans: undefined, judgedBy: null }))

function number(per: number): CoreType {
  return { is: 'number', per, money: per === 100, orNull: false }
}

function overage(): FactType {
  return { is: 'record', fields: [{ name: 'over_from', type: { is: 'date' }, optional: false }, { name: 'until', type: { is: 'date' }, optional: true }] }
}

function stored(input: Readonly<Record<string, unknown>>): readonly unknown[] {
  const read = factsIn(facts, slots, input)
  if (!read.ok) throw new Error(read.error.message)
  return read.facts
}

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '#rules/feel/invented-expressions.test-support.ts'
import { parseExpression, parseUnaryTests } from '#rules/feel/parse-expression.ts'
import type { TableBody } from '#rules/rule-book.ts'
import { checkTable } from './check-table.ts'
import type { ColumnType } from './column-parts.ts'

const whole = (min: number | null = null, max: number | null = null): ColumnType => ({ type: { is: 'integer' }, orNull: false, min, max })
const of = (type: ColumnType['type'], orNull = false): ColumnType => ({ type, orNull, min: null, max: null })
const semester = of({ is: 'choice', of: ['first', 'second'] })
const yes = of({ is: 'boolean' })
const hours = of({ is: 'decimal', decimals: 4 })
const dollars = of({ is: 'money' })
const day = of({ is: 'date' })

/** `pupil_load, semester | <= 174, - | > 174, first` */
function table(lines: string, hit: 'unique' | 'first' = 'unique', otherwise: TableBody['otherwise'] = null): TableBody {
  const [heads = '', ...rows] = lines.split('|').map(line => line.trim())
  return {
    is: 'table', hit, otherwise, outputs: [{ name: 'gives', type: null }],
    inputs: heads.split(';').map(head => ({ head: head.trim(), value: read(parseExpression(head.trim())) })),
    rows: rows.map((row, index) => ({ tests: row.split(';').map(cell => read(parseUnaryTests(cell))), outputs: [], clause: null, says: null, line: index + 10 })),
  }
}

function read<T>(outcome: { ok: true; value: T } | { ok: false; problem: { what: string } }): T {
  if (!outcome.ok) throw new Error(outcome.problem.what)
  return outcome.value
}

const told = (it: TableBody, columns: readonly ColumnType[]) => checkTable(it, columns).map(fault => fault.what)

describe('what is wrong with a table is told with facts that show it', () => {
  test('a load between two rows', () => {
    expect(told(table('pupil_load | <= 174 | 175..178 | 180..181 | > 181'), [whole(0)])).toEqual(['pupil_load 179 fits no row.'])
  })
  test('each of several gaps', () => {
    expect(told(table('load | <= 10 | 15 | >= 20'), [whole(0)])).toEqual(['load 11 fits no row.', 'load 16 fits no row.'])
  })
  test('a case that only two columns together make', () => {
    expect(told(table('pupil_load; semester | <= 181; first | -; second'), [whole(0), semester])).toEqual(['pupil_load 182, semester first fits no row.'])
  })
  test('two rows that share a load', () => {
    expect(checkTable(table('pupil_load | <= 178 | 178..181 | > 181'), [whole(0)])).toMatchObject([{ is: 'overlap', rows: [1, 2], line: 10, what: 'Rows 1 and 2 both fit pupil_load 178.' }])
  })
  test('an hour between two bands of decimals, where whole numbers would leave none', () => {
    expect(told(table('hours | <= 4 | >= 5'), [hours])).toEqual(['hours 4.5 fits no row.'])
    expect(told(table('hours | <= 4 | >= 5'), [whole()])).toEqual([])
  })
  test('the end of a band that belongs to neither', () => {
    expect(told(table('hours | < 4 | > 4'), [hours])).toEqual(['hours 4 fits no row.'])
  })
  test('a cent between two amounts', () => {
    expect(told(table('pay | <= $100 | >= $101'), [dollars])).toEqual(['pay $100.01 fits no row.'])
    expect(told(table('pay | <= $100.29 | >= $100.30'), [dollars])).toEqual([])
  })
  test('a day between two terms', () => {
    expect(told(table('on | < 2010-07-01 | > 2010-07-01'), [day])).toEqual(['on 2010-07-01 fits no row.'])
  })
  test('a word of the choice that no row names', () => {
    expect(told(table('semester | second'), [semester])).toEqual(['semester first fits no row.'])
    expect(told(table('approved | true'), [yes])).toEqual(['approved false fits no row.'])
  })
  test('any other text', () => {
    expect(told(table('form | "A" | "B"'), [of({ is: 'text' })])).toEqual(['form any other text fits no row.'])
  })
  test('a fact left out, where a row asks for it', () => {
    expect(told(table('filed_on; late | null; true | >= 2010-01-01; - | < 2010-01-01; -'), [of({ is: 'date' }, true), yes])).toEqual(['filed_on left out, late false fits no row.'])
  })
  test('a row whose cell nothing fits', () => {
    expect(told(table('load | 9..5 | -'), [whole()])).toEqual(['Row 1 never fires: no load fits its cell.'])
    expect(told(table('load | > 40 | <= 40'), [whole(0, 40)])).toEqual(['Row 1 never fires: no load fits its cell.'])
  })
  test('a row below others that together take everything of it', () => {
    expect(told(table('load | < 10 | >= 10 | 5..15', 'first'), [whole()])).toEqual(['Row 3 never fires: the rows before it take everything that fits it.'])
  })
  test('a cell that compares with no constant is left out of the proof, and that is said', () => {
    expect(checkTable(table('load | <= cap | > 20'), [whole()]).map(fault => [fault.is, fault.rows])).toEqual([['not proved', [1, 2]], ['not proved', [1]]])
  })
  test('a gap that is one whatever the cell without a constant says', () => {
    expect(told(table('load; semester | <= cap; first | > 20; first'), [whole(), semester])).toContain('load 20, semester second fits no row.')
  })
  test('a column of an unknown type is left out of the proof too', () => {
    expect(checkTable(table('who | a'), [of({ is: 'list', items: { is: 'text' } })]).map(fault => fault.is)).toEqual(['not proved'])
  })
})

describe('a table without fault stays silent', () => {
  test('the overload stipend', () => expect(told(table('pupil_load | <= 174 | 175..178 | 179..181 | > 181'), [whole(0)])).toEqual([]))
  test('a gap that `otherwise` fills', () => expect(told(table('load | 1 | 2', 'unique', 'not covered'), [whole()])).toEqual([]))
  test('sides of one figure that is no constant', () => expect(told(table('load | < cap | cap | > cap'), [whole()])).toEqual([]))
  test('choices left out by not()', () => expect(told(table('form | "A" | not("A")'), [of({ is: 'text' })])).toEqual([]))
  test('an optional fact of which no row asks whether it is there', () => expect(told(table('filed_on | >= 2010-01-01 | < 2010-01-01'), [of({ is: 'date' }, true)])).toEqual([]))
  test('limits of the fact', () => expect(told(table('load | 0..20 | 21..40'), [whole(0, 40)])).toEqual([]))
})

describe('the proof agrees with trying every case', () => {
  const cell = fc.oneof(fc.constant('-'), fc.integer({ min: 0, max: 7 }).map(String), fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })).map(([a, b]) => `${a}..${b}`), fc.constantFrom('< 3', '>= 5', 'not(4)', '2, 6', '(1..4]'))
  const flag = fc.constantFrom('-', 'true', 'false')
  const word = fc.constantFrom('-', 'first', 'second', 'not(first)')
  const rows = fc.array(fc.tuple(cell, word, flag, cell), { minLength: 1, maxLength: 7 })
  const columns = [whole(0, 7), semester, yes, whole(0, 7)]
  const figures = ['0', '1', '2', '3', '4', '5', '6', '7']
  const cases = figures.flatMap(a => ['first', 'second'].flatMap(b => ['true', 'false'].flatMap(c => figures.map(d => [a, b, c, d]))))

  test.each(['unique', 'first'] as const)('hit: %s', hit => {
    fc.assert(fc.property(rows, made => {
      const faults = checkTable(table(['a; b; c; d', ...made.map(row => row.join('; '))].join(' | '), hit), columns)
      const fitting = cases.map(facts => made.map((row, index) => (row.every((test, at) => fits(test, facts[at] ?? '')) ? index : -1)).filter(index => index >= 0))
      expect(faults.some(fault => fault.is === 'gap')).toBe(fitting.some(of => of.length === 0))
      const pairs = new Set(fitting.flatMap(of => of.flatMap((second, at) => of.slice(0, at).map(first => `${first + 1},${second + 1}`))))
      const overlaps = faults.filter(fault => fault.is === 'overlap').map(fault => fault.rows.join(','))
      expect(overlaps.length).toBe(hit === 'first' ? 0 : Math.min(3, pairs.size))
      expect(overlaps.every(pair => pairs.has(pair))).toBe(true)
      const fires = new Set(hit === 'first' ? fitting.flatMap(of => of.slice(0, 1)) : fitting.flat())
      expect(faults.filter(fault => fault.is === 'never fires').map(fault => fault.rows[0])).toEqual(made.map((_, index) => index).filter(index => !fires.has(index)).map(index => index + 1).slice(0, 3))
      for (const fault of faults.filter(fault => fault.is === 'gap')) {
        const known = new Map(fault.example.map(({ head, value }) => [head, value]))
        const example = cases.find(facts => facts.every((value, at) => (known.get('abcd'[at] ?? '') ?? value) === value))
        expect(made.some(row => row.every((test, at) => fits(test, example?.[at] ?? '')))).toBe(false)
      }
    }), { numRuns: Math.ceil(RUNS / 4) })
  })
  test('a table that only a walk without end could prove is left unproved, soon', () => {
    const odd = Array.from({ length: 60 }, (_, row) => Array.from({ length: 12 }, (_, column) => `not(${(row * 7 + column * 13) % 61}, ${(row * 11 + column * 5) % 59})`).join('; '))
    const faults = checkTable(table([Array.from({ length: 12 }, (_, column) => `c${column}`).join('; '), ...odd].join(' | '), 'first'), Array.from({ length: 12 }, () => whole(0, 60)))
    expect(faults.filter(fault => fault.is === 'never fires')).toEqual([])
  })
})

function fits(test: string, value: string): boolean {
  if (test === '-') return true
  if (test.startsWith('not(')) return test.slice(4, -1) !== value
  const range = /^(\d)\.\.(\d)$/.exec(test)
  if (range !== null) return Number(value) >= Number(range[1]) && Number(value) <= Number(range[2])
  if (test === '(1..4]') return Number(value) > 1 && Number(value) <= 4
  if (test === '< 3') return Number(value) < 3
  if (test === '>= 5') return Number(value) >= 5
  return test.split(', ').includes(value)
}

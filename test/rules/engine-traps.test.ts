import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decide } from '#determinations/decide.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import { compile } from '#rules/code/compile.ts'
import { closuresOf } from '#rules/run/closures.ts'

/** Traps that other rule engines fall into, on the invented agreement of the benches: a salary of base x (1 + .07 x class + .06 x step), half up to whole dollars. */

const loaded = await loadPackFromFolder(join(import.meta.dirname, '../../bench/engine-pack'))
if (!loaded.ok) throw new Error(loaded.problem.what)
const pack = loaded.value
const program = pack.decisions.get('salary_cell')?.program
if (program === null || program === undefined) throw new Error(JSON.stringify(pack.problems))
const around = { asOf: null, calendars: pack.calendars }

/** Facts that give each class from 0 to 5 and each step from 0 to 17. */
const classes: readonly (readonly [string, number])[] = [['BA', 0], ['BA', 15], ['BA', 30], ['BA', 45], ['MA', 15], ['DR', 0]]
const years = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 21, 25, 29, 33]
const grid = classes.flatMap(([degree, units], c) => years.map((year, s) => ({ degree, units, year, c, s })))

/** In whole hundredths of dollars and no other way: exact. */
function exactly(base: number, c: number, s: number): number {
  return Number((BigInt(base) * BigInt(100 + 7 * c + 6 * s) + 50n) / 100n)
}

describe('money', () => {
  test('0.07 * class + 0.06 * step means what it says in all 108 cells', () => {
    const bound = compile(program).bind(around)
    for (const { degree, units, year, c, s } of grid) {
      const out: unknown[] = [0]
      bound.answer({ degree, units, years: year }, out)
      expect(out[0], `class ${c}, step ${s + 1}`).toBe(exactly(39_966, c, s))
    }
  })

  test('class D, step 10 is $69,941: the half goes up, not to the even dollar', () => {
    expect(decide(pack, { decision: 'salary_cell', input: { degree: 'BA', units: 45, years: 10 } }).value).toEqual({ salary: 69_941 })
  })

  test('every base from $30,000 to $59,999 is exact in all 108 cells', () => {
    const columns = [Uint8Array.from(grid, (it) => ['BA', 'MA', 'DR'].indexOf(it.degree)), Uint8Array.from(grid, (it) => it.units), Uint8Array.from(grid, (it) => it.year)]
    const [salary, path, left] = [new Float64Array(grid.length), new Uint16Array(grid.length), [] as number[]]
    const compiled = compile(program)
    const wrong: string[] = []
    for (let base = 30_000; base < 60_000; base++) {
      compiled.bind({ ...around, parameters: new Map([['salary_base', base * 100]]) }).columns(0, grid.length, columns, [salary], path, left)
      grid.forEach(({ c, s }, at) => {
        // In cents: a whole number of dollars, and the exact one.
        if (salary[at] !== exactly(base, c, s) * 100) wrong.push(`${base} ${c} ${s}: ${salary[at]}`)
      })
    }
    expect(wrong).toEqual([])
    expect(left).toEqual([])
  })

  test('the closures are exact on every hundredth of these bases too', () => {
    const closures = closuresOf(program)
    for (let base = 30_000; base < 60_000; base += 101) {
      const handed = { ...around, parameters: new Map([['salary_base', base * 100]]) }
      for (const { degree, units, year, c, s } of grid) {
        const ran = closures.run([degree, units, year], handed)
        expect(ran.status === 'answered' ? ran.value[0] : ran.status).toBe(exactly(base, c, s) * 100)
      }
    }
  })
})

describe('what is not known', () => {
  test('degree and year known, units missing: the units are asked for, and no salary is given', () => {
    const answer = decide(pack, { decision: 'salary_cell', input: { degree: 'BA', years: 10 } })
    expect(answer.status).toBe('needs_input')
    expect(answer.needs.map((it) => it.input)).toEqual(['units'])
    expect(answer.value).toBeNull()
  })

  test('a doctorate needs no units: every row that may fit gives the same', () => {
    expect(decide(pack, { decision: 'salary_cell', input: { degree: 'DR', years: 1 } }).value).toEqual({ salary: exactly(39_966, 5, 0) })
  })

  test('no stipend is earned in the first semester, whatever the load', () => {
    expect(decide(pack, { decision: 'load_stipend', input: { semester: 'first' } }).value).toEqual({ stipend: 0 })
  })
})

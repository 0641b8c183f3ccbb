import { describe, expect, test } from 'vitest'
import { compareWithClosures, inventFacts } from './agree-with-closures.test-support.ts'
import { generateProgram } from './generate-programs.test-support.ts'
import { numbersFrom } from './numbers-by-chance.test-support.ts'

/** How many programs; a long run sets STEWARD_PROGRAMS to 100000. */
const programs = Number(process.env.STEWARD_PROGRAMS ?? 300)
const around = { asOf: 14900, calendars: { name: 'none', kinds: new Map(), named: new Map() } }

describe('written code and closures', () => {
  test(`agree on answers, paths and workings of ${programs} programs by chance`, () => {
    const differences: string[] = []
    let answered = 0
    for (let seed = 1; seed <= programs && differences.length < 5; seed++) {
      const chance = numbersFrom(seed)
      const program = generateProgram(chance)
      const compared = compareWithClosures(program, Array.from({ length: 8 }, () => inventFacts(program, chance)), around)
      answered += compared.answered
      differences.push(...compared.differences.slice(0, 2).map((it) => `seed ${seed}: ${it}`))
    }
    expect(differences).toEqual([])
    // Else the comparison would prove nothing.
    expect(answered).toBeGreaterThan(programs * 3)
  })
})

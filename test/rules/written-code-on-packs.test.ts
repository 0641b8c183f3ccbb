import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsIn } from '#determinations/facts-in.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { compareWithClosures, inventFacts } from '#rules/code/agree-with-closures.test-support.ts'
import { numbersFrom } from '#rules/code/numbers-by-chance.test-support.ts'

/** Written code and closures on the rules of every pack: all examples, and facts by chance near the figures of the rules. */

const folder = join(import.meta.dirname, '../../agreements')
const packs = readdirSync(folder, { withFileTypes: true }).filter((it) => it.isDirectory()).map((it) => it.name)
const byChance = Number(process.env.STEWARD_FACTS ?? 6)

describe('written code agrees with the closures, byte for byte', () => {
  test.each(packs)('on every decision of %s', async (name) => {
    const loaded = await loadPackFromFolder(join(folder, name))
    if (!loaded.ok) throw new Error(loaded.problem.what)
    const differences: string[] = []
    let answered = 0
    for (const { decision, program } of loaded.value.decisions.values()) {
      if (program === null) continue
      const chance = numbersFrom(decision.name.length)
      const given = decision.examples.flatMap((example) => {
        const facts = factsIn(decision.facts, program.facts, example.given)
        return facts.ok ? [{ facts: facts.facts, asOf: example.asOf === null ? null : parseCivilDay(example.asOf) }] : []
      })
      const all = [...given, ...Array.from({ length: byChance }, () => ({ facts: inventFacts(program, chance), asOf: 14900 }))]
      for (const asOf of new Set(all.map((it) => it.asOf))) {
        const compared = compareWithClosures(program, all.filter((it) => it.asOf === asOf).map((it) => it.facts), { asOf, calendars: loaded.value.calendars })
        answered += compared.answered
        differences.push(...compared.differences.slice(0, 1))
      }
    }
    expect(differences).toEqual([])
    expect(answered).toBeGreaterThan(loaded.value.decisions.size)
  })
})

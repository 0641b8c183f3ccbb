import * as fc from 'fast-check'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decide } from '../../src/determinations/decide.ts'
import { explain } from '../../src/determinations/explain.ts'
import { loadPackFromFolder } from '../../src/determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '../../src/determinations/loaded-pack.ts'
import { anyFacts, fittingFacts } from './any-facts.test-support.ts'

/** Questions a decision; raise it for the long run, which takes other facts each time. */
const runs = Number(process.env['STEWARD_RUNS'] ?? 2)
const chance = { numRuns: runs, ...(process.env['STEWARD_RUNS'] === undefined ? { seed: 20101101 } : {}) }
const packs = ['sample', 'chaffey-2010', 'pleasant-valley-2015', 'california'] as const
const asOf = '2011-02-01'

describe.each(packs)('any question put to %s', (name) => {
  let pack: LoadedPack
  beforeAll(async () => {
    const loaded = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements', name))
    if (!loaded.ok) throw new Error(loaded.problem.what)
    pack = loaded.value
  })

  test('with whatever facts is answered, and never breaks', () => {
    for (const { decision } of pack.decisions.values()) {
      fc.assert(fc.property(anyFacts(decision.facts), (input) => {
        const answer = decide(pack, { decision: decision.name, input, asOf })
        expect(['determined', 'contested', 'needs_input', 'needs_judgment', 'not_covered', 'error']).toContain(answer.status)
        expect(answer.value === null).toBe(!['determined', 'contested'].includes(answer.status))
        expect(answer.needs.length > 0).toBe(['needs_input', 'needs_judgment'].includes(answer.status))
      }), chance)
    }
  })

  test('that is certain without a fact stays so whatever the fact is', () => {
    for (const { decision } of pack.decisions.values()) {
      const asked = decision.facts.filter((fact) => !fact.optional && fact.missingMeans === null).map((fact) => fact.name)
      fc.assert(fc.property(fittingFacts(decision.facts), fc.subarray(asked), (input, leftOut) => {
        const known = Object.fromEntries(Object.entries(input).filter(([fact]) => !leftOut.includes(fact)))
        const early = decide(pack, { decision: decision.name, input: known, asOf })
        if (early.status !== 'determined' && early.status !== 'not_covered') return
        const late = decide(pack, { decision: decision.name, input, asOf })
        // A fact may still be impossible in itself: a date that no calendar reaches.
        if (late.status !== 'error') expect([late.status, late.value]).toEqual([early.status, early.value])
      }), chance)
    }
  })

  test('is certain after as many answers as it has facts, at most, each of a fact that was not known', () => {
    for (const { decision } of pack.decisions.values()) {
      fc.assert(fc.property(fittingFacts(decision.facts.map((fact) => ({ ...fact, optional: false }))), (input) => {
        const known: Record<string, unknown> = {}
        for (;;) {
          const { needs } = decide(pack, { decision: decision.name, input: known, asOf })
          const next = needs[0]?.input
          if (next === undefined || next === 'calendar' || next === 'asOf') break
          expect(known).not.toHaveProperty(next)
          known[next] = input[next]
        }
      }), chance)
    }
  })

  test('is explained without breaking, and the same twice', () => {
    // Every eighth decision in the short run.
    for (const { decision } of [...pack.decisions.values()].filter((_, at) => runs > 2 || at % 8 === 0)) {
      fc.assert(fc.property(fittingFacts(decision.facts), (input) => {
        const question = { decision: decision.name, input, asOf }
        expect(explain(pack, question)).toEqual(explain(pack, question))
      }), { ...chance, numRuns: 1 })
    }
  })
})

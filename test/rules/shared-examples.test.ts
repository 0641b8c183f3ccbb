import { describe, expect, test } from 'vitest'
import { resolve } from 'node:path'
import { loadPackFromFolder } from '../../src/determinations/load-pack-from-folder.ts'
import { runCase, solvedCases } from './shared-cases.ts'

// Where the solved cases are not on this machine there is nothing to do.
describe.each(['chaffey-2010', 'pleasant-valley-2015'])('solved cases of %s', (name) => {
  test('every case whose decision the pack has is met', async () => {
    const pack = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements', name))
    if (!pack.ok) throw new Error(pack.problem.what)
    const unmet = solvedCases(name).flatMap((solved) => {
      const run = runCase(pack.value, solved)
      return run === null || run.differences.length === 0 ? [] : [`${run.case} ${run.answer.decision}: ${run.differences.join('; ')}`]
    })
    expect(unmet).toEqual([])
  })
})

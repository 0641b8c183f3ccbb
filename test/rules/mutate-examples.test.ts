import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPack } from '#determinations/load-pack.ts'
import { makePack } from '#determinations/make-pack.test-support.ts'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { problemInWords } from '#plain/problem.ts'
import { mutatePack } from './unnoticed-figures.ts'

// The larger packs take their time; the long run has them all.
const packs = process.env['STEWARD_LONG_RUN'] === '1' ? ['sample', 'pleasant-valley-2015', 'california', 'chaffey-2010'] : ['sample', 'pleasant-valley-2015', 'california']

describe('Change one figure of a pack, and some example fails', () => {
  test.each(packs)('of %s at least 95 in 100 changes are noticed', async (name) => {
    const files = await readPackFiles(join(import.meta.dirname, '../../agreements', name))
    const loaded = files.ok ? loadPack(files.value) : files
    if (!loaded.ok) throw new Error(problemInWords(loaded.problem))
    const { counts, unsound } = mutatePack(loaded.value)
    const noticed = counts.caught + counts['refused at load']
    expect(unsound).toEqual([])
    expect(noticed / (noticed + counts.unnoticed)).toBeGreaterThanOrEqual(0.95)
  }, 600_000)

  test('a figure that no example holds is named with its line', () => {
    const edges = '  - {given: {load: 30}, gives: {pay: 0}}\n  - {given: {load: 31}, gives: {pay: 50}}\n  - {given: {load: 0}, gives: {pay: 0}}'
    const found = mutatePack(makePack([bonusBlock(edges.replace('load: 31', 'load: 40'))]))
    // With 40 in place of 31 nobody notices that 30 became 31; the fifty dollars and the lower bound are held.
    expect(found.unnoticed.map((it) => [it.says, it.line])).toEqual([['30 becomes 31 in most', 16]])
    expect(mutatePack(makePack([bonusBlock(edges)])).counts).toEqual({ caught: 4, 'refused at load': 0, unnoticed: 0 })
  })
})

function bonusBlock(examples: string): string {
  return `decision: bonus\nasks: How much?\nfacts:\n  load: {type: integer, min: 0}\nfigures: {most: 30, bonus: $50}\nvalues:\n  pay: if load > most then bonus else $0\ngives: {pay: {type: money}}\nexamples:\n${examples}`
}

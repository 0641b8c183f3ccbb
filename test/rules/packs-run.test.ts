import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calendarFinder } from '../../src/cli/find-calendar.ts'
import { loadPackFromFolder } from '../../src/determinations/load-pack-from-folder.ts'
import { problemsOf } from '../../src/determinations/load-pack.ts'
import { runExamples } from '../../src/determinations/run-examples.ts'

// The packs of this repository: they load without a complaint, and every example is met.

describe.each(['sample', 'chaffey-2010', 'pleasant-valley-2015', 'california'])('the pack %s', (name) => {
  test('loads without a problem and meets every one of its examples', async () => {
    const folder = resolve(import.meta.dirname, '../../agreements', name)
    const pack = await loadPackFromFolder(folder)
    if (!pack.ok) throw new Error(pack.problem.what)
    expect(problemsOf(pack.value).map(({ where, what }) => `${where.file}, line ${where.line}: ${what}`)).toEqual([])
    const runs = runExamples(pack.value, calendarFinder(pack.value, folder))
    expect(runs.flatMap(({ example, differences }) => differences.map((it) => `${example.case}: ${it}`))).toEqual([])
    expect(runs.length).toBeGreaterThan(100)
  })

  test('has three examples or more for each decision', async () => {
    const pack = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements', name))
    if (!pack.ok) throw new Error(pack.problem.what)
    expect(pack.value.rules.decisions.filter(({ examples }) => examples.length < 3).map((it) => it.name)).toEqual([])
  })
})

test('the sample shows every kind of rule and of value', async () => {
  const pack = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements/sample'))
  if (!pack.ok) throw new Error(pack.problem.what)
  const { decisions, definitions, parameters, procedures, duties } = pack.value.rules
  const values = decisions.flatMap((it) => it.values)
  const shown = new Set(values.map((it) => it.kind))
  expect(['choose', 'committee', 'deadline', 'entitlement', 'figure', 'formula', 'limit', 'schedule', 'table', 'vote'].filter((kind) => !shown.has(kind))).toEqual([])
  expect([definitions, parameters, procedures, duties].map((it) => it.length > 0)).toEqual([true, true, true, true])
  expect(values.some((it) => it.exceptions.length > 0)).toBe(true)
  expect(values.some((it) => it.readings.length > 1)).toBe(true)
  expect(values.some((it) => it.ruling !== null)).toBe(true)
  expect(parameters.some((it) => it.values.length > 1)).toBe(true)
  expect(decisions.some((it) => it.law.length > 0)).toBe(true)
  expect(decisions.some((it) => it.warnings.length > 0)).toBe(true)
  expect(decisions.some((it) => it.leftToPeople.length > 0)).toBe(true)
  expect(decisions.some((it) => it.facts.some((fact) => fact.judgedBy !== null))).toBe(true)
})

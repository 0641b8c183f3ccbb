import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkAgainstSchema } from '#book/export/check-against-schema.test-support.ts'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { readPack } from '#pack/read-pack.ts'
import { readRules } from '#rules/read/read-rules.ts'
import type { Decision, Example, RuleBook } from '#rules/rule-book.ts'
import { checkDmn } from './check-dmn.test-support.ts'
import { exportRules } from './export-rules.ts'
import { type DmnFile, factForFeel, readDmn, runDmn } from './run-dmn.test-support.ts'
import { writeDmn } from './write-dmn.ts'

/**
 * Every decision of every pack that DMN can hold, run by an engine that knows nothing of ours, on every example that DMN can say. Figures agree within half a cent, since feelin counts in floating point.
 * Not compared: examples of which the point is that something is missing, judged or not covered, which DMN has no words for.
 */

const packs = join(import.meta.dirname, '../../../agreements')

/**
 * Decisions and single cases that feelin answers otherwise than FEEL says: it counts in floating point where FEEL asks for decimals (a half that is exactly one, sums of cents that are equal),
 * gives nothing as the later of two days (`max` of dates), and does not find a record in a list by its value (`list contains`).
 */
const feelinFaults = new Set([
  'sample salary_cell', 'chaffey-2010 adult_benefit_table_check',
  'california new_hire_data', 'california class_size_counted_through', 'california assessment_plan 7', 'california iep_meeting 7',
  'chaffey-2010 involuntary-transfer-selection-tie-inside', 'chaffey-2010 layoff-classroom-reassignment-tie-inside',
])

const folders = readdirSync(packs, { withFileTypes: true }).filter(it => it.isDirectory()).map(it => it.name)

describe.each(folders)('%s', folder => {
  test('the files are sound by our table of DMN 1.5, and by the standard’s schema where DMN_XSD says where it is', async () => {
    const files = exportRules(await rules(folder), null).models.map(writeDmn)
    expect(files.flatMap(checkDmn)).toEqual([])
    const schema = process.env['DMN_XSD']
    if (schema !== undefined) expect(checkAgainstSchema(files, schema)).toEqual([])
  })
  test('bpmn.io’s reader knows everything in them, and an independent engine gives the answers of the examples', async () => {
    const book = await rules(folder)
    const decisions = new Map(book.decisions.map(it => [it.name, it]))
    const wrong: string[] = []
    for (const model of exportRules(book, null).models) {
      const file = await readDmn(writeDmn(model))
      wrong.push(...file.warnings)
      const decision = decisions.get(model.name)
      if (decision === undefined || feelinFaults.has(`${folder} ${model.name}`)) continue
      for (const example of decision.examples.filter(it => canSay(it, decision) && !feelinFaults.has(`${folder} ${it.case}`))) wrong.push(...differences(example, file))
    }
    expect(wrong).toEqual([])
  })
})

async function rules(folder: string): Promise<RuleBook> {
  const files = await readPackFiles(join(packs, folder))
  if (!files.ok) throw new Error(files.problem.what)
  const pack = readPack(files.value)
  if (!pack.ok) throw new Error(pack.problem.what)
  return readRules(pack.value, files.value)
}

function canSay(example: Example, decision: Decision): boolean {
  const missing = decision.facts.some(fact => !fact.optional && fact.missingMeans === null && example.given[fact.name] === undefined)
  const value = example.expect['value']
  return !missing && typeof value === 'object' && value !== null && (example.expect['status'] === 'determined' || example.expect['status'] === 'contested')
}

function differences(example: Example, file: DmnFile): string[] {
  const inputs = Object.fromEntries(Object.entries({ ...example.given, as_of: example.asOf }).map(([name, value]) => [name, factForFeel(value)]))
  const got = runDmn(file, inputs)
  const same = agrees(example.expect['value'], got)
  return same ? [] : [`${example.case}: expected ${JSON.stringify(example.expect['value'])}, got ${JSON.stringify(got)}`]
}

/** Answers that the example does not name are free; a list of words of a choice has no order. */
function agrees(expected: unknown, got: unknown): boolean {
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= 0.005 + 1e-9
  if (Array.isArray(expected)) return Array.isArray(got) && expected.length === got.length && (expected.every((item, at) => agrees(item, got[at])) || expected.every(item => got.some(it => agrees(item, it))))
  if (typeof expected === 'object' && expected !== null) return typeof got === 'object' && got !== null && Object.entries(expected).every(([key, item]) => agrees(item, (got as Record<string, unknown>)[key]))
  return expected === (got ?? null) || (typeof expected === 'string' && got === `${expected}:00`)
}

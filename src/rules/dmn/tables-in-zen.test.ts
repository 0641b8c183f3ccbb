import { join } from 'node:path'
import { ZenEngine } from '@gorules/zen-engine'
import { expect, test } from 'vitest'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { readPack } from '#pack/read-pack.ts'
import { readRules } from '#rules/read/read-rules.ts'
import { exportRules } from './export-rules.ts'
import { factForFeel, readDmn, runDmn, type TableAsked, whileWatching } from './run-dmn.test-support.ts'
import { writeDmn } from './write-dmn.ts'

/**
 * A second engine that knows nothing of ours, GoRules Zen, on the decision tables of the DMN files: for what the inputs come to in every example it says which rows fit, and must say the same as feelin.
 * Zen has an expression language of its own, in which the cells of our tables mean the same; it is asked for rows only, and where a cell is more than it knows (another name, a day) it is not asked.
 */

const packs = join(import.meta.dirname, '../../../agreements')
const engine = new ZenEngine()
/** All of them where STEWARD_LONG_RUN is set. */
const examplesEach = process.env['STEWARD_LONG_RUN'] === undefined ? 2 : Number.POSITIVE_INFINITY

test.each([
  ['sample', 8, 15],
  ['pleasant-valley-2015', 25, 40],
  ['chaffey-2010', 90, 300],
])('%s: of %i tables and more, Zen finds the same rows fitting in %i questions and more', async (folder, tables, questions) => {
  const { asked, kinds } = await tablesAsked(folder)
  const differing: string[] = []
  for (const it of asked) {
    const rows = await rowsByZen(it)
    if (JSON.stringify(rows) !== JSON.stringify(it.fitting)) differing.push(`${JSON.stringify(it.values)}: rows ${it.fitting.join()} by feelin, ${JSON.stringify(rows)} by Zen, of ${JSON.stringify(it.tests).slice(0, 300)}`)
  }
  expect(differing).toEqual([])
  expect(kinds).toBeGreaterThanOrEqual(tables)
  expect(asked.length).toBeGreaterThanOrEqual(questions)
})

/** Every table with everything that the examples ask of it, once each; those alone that Zen can be asked. */
async function tablesAsked(folder: string): Promise<{ readonly asked: readonly TableAsked[]; readonly kinds: number }> {
  const found = new Map<string, TableAsked>()
  const files = await readPackFiles(join(packs, folder))
  const pack = files.ok ? readPack(files.value) : files
  if (!files.ok || !pack.ok) throw new Error(`${folder} cannot be read`)
  const book = readRules(pack.value, files.value)
  for (const model of exportRules(book, null).models.filter(it => JSON.stringify(it.nodes).includes('"is":"table"'))) {
    const file = await readDmn(writeDmn(model))
    const examples = (book.decisions.find(it => it.name === model.name)?.examples ?? []).slice(0, examplesEach)
    for (const { given, asOf } of examples) {
      const inputs = Object.fromEntries(Object.entries({ ...given, as_of: asOf }).map(([name, value]) => [name, factForFeel(value)]))
      whileWatching(it => { if (canAsk(it)) found.set(JSON.stringify([it.tests, it.values]), it) }, () => runDmn(file, inputs))
    }
  }
  return { asked: [...found.values()], kinds: new Set([...found.values()].map(it => JSON.stringify(it.tests))).size }
}

const plainCell = /^(-|null|true|false|(not\()?("[^"]*"|-?\d+(\.\d+)?)(, ?("[^"]*"|-?\d+(\.\d+)?))*\)?|(<|>|<=|>=) ?-?\d+(\.\d+)?|[[(]-?\d+(\.\d+)?\.\.-?\d+(\.\d+)?[\])])$/

/** Numbers, words, yes and no, and cells of nothing else. A comparison with nothing is unknown in FEEL and an error in Zen. */
function canAsk({ tests, values }: TableAsked): boolean {
  return values.every(value => ['number', 'string', 'boolean'].includes(typeof value)) && tests.every(row => row.every(cell => plainCell.test(cell)))
}

async function rowsByZen({ tests, values }: TableAsked): Promise<readonly number[]> {
  const inputs = values.map((_, at) => ({ id: `c${at}`, name: `c${at}`, field: `c${at}` }))
  const rules = tests.map((row, number) => ({ _id: `r${number}`, ...Object.fromEntries(row.map((cell, at) => [`c${at}`, cellForZen(cell)])), row: String(number) }))
  const table = { id: 'table', name: 'table', type: 'decisionTableNode', content: { hitPolicy: 'collect', inputs, outputs: [{ id: 'row', name: 'row', field: 'row' }], rules, passThrough: false, inputField: null, outputPath: null, executionMode: 'single' } }
  const nodes = [{ id: 'in', name: 'in', type: 'inputNode' }, table, { id: 'out', name: 'out', type: 'outputNode' }]
  const edges = [{ id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' }, { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' }]
  const decision = engine.createDecision({ nodes, edges } as never)
  const { result } = await decision.evaluate(Object.fromEntries(values.map((value, at) => [`c${at}`, value])))
  return (result as readonly { readonly row: number }[]).map(it => it.row)
}

function cellForZen(cell: string): string {
  if (cell === '-') return ''
  const none = /^not\((.*)\)$/.exec(cell)
  return none === null ? cell : `$ not in [${none[1]}]`
}

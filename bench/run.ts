/**
 * Runs the benches and prints their figures side by side: `npm run bench`, or `npm run bench -- read pdf` for some of them.
 * A bench is a file of this folder that exports `bench`. The figures also go to dist/bench.json. Ends with 1 where a target is missed or a bench stopped.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Bench, Measure } from './bench.ts'
import { benchTable, targetsMet } from './bench-table.ts'

const benches = await findBenches()
const wanted = process.argv.slice(2)
const strange = wanted.filter((name) => !benches.some((it) => it.name === name))
if (strange.length > 0) {
  console.error(`There is no bench ${strange.join(', ')}. There are: ${benches.map((it) => it.name).join(', ')}.`)
  process.exit(2)
}

const results: Record<string, readonly Measure[]> = {}
const failed: string[] = []
for (const bench of benches.filter((it) => wanted.length === 0 || wanted.includes(it.name))) {
  console.log(`\n${bench.name}: ${bench.says}`)
  try {
    const measures = await bench.run()
    results[bench.name] = measures
    console.log(benchTable(measures))
  } catch (error) {
    failed.push(bench.name)
    console.error(`It stopped: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const folder = join(import.meta.dirname, '../dist')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ node: process.version, cores: cpus().length, results, failed }, null, 1)}\n`)
process.exit(failed.length === 0 && targetsMet(Object.values(results).flat()) ? 0 : 1)

async function findBenches(): Promise<Bench[]> {
  const found: Bench[] = []
  for (const file of readdirSync(import.meta.dirname).sort()) {
    // A bench says so by its export; a file that works when it is loaded (this one, a child's script) is never loaded to look.
    if (!file.endsWith('.ts') || file === 'run.ts' || /-child\.ts$|\.test\.ts$/.test(file)) continue
    const loaded = (await import(join(import.meta.dirname, file))) as { bench?: Bench }
    if (loaded.bench !== undefined) found.push(loaded.bench)
  }
  return found
}

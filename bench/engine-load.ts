import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import { writeCompiledPack } from '#determinations/write-compiled-pack.ts'
import type { Bench, Measure } from './bench.ts'
import { median } from './paired.ts'

/** How long it takes until a whole agreement gives its first answer, from its folder and from its compiled form, each in a new process; and what a browser has to fetch. */
export const bench: Bench = {
  name: 'engine-load',
  says: 'a whole agreement loaded, checked and first answered, cold; the bundle of engine and pack for a browser',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'engine-load-'))
    try {
      return [...(await coldStarts(folder)), ...(await bundles(folder))]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

const top = join(import.meta.dirname, '..')
const question = JSON.stringify({ decision: 'salary_cell', input: { class: 'D', step: 10 }, asOf: '2010-09-01' })

interface Start {
  readonly ms: number
  readonly processor: number
  readonly megabytes: number
  readonly status: string
  readonly decisions: number
}

async function coldStarts(folder: string): Promise<Measure[]> {
  const pack = join(top, 'agreements/chaffey-2010')
  const data = join(folder, 'chaffey.data')
  writeFileSync(data, writeCompiledPack(await loaded(pack), { data: 'apart' }).data)
  const engine = await bundle(folder, 'alone', (from) => `export { openCompiledPack } from '${from}/open-compiled-pack.ts'\nexport { decide } from '${from}/decide.ts'\n`)
  const source = starts('engine-load-child.ts', pack)
  const compiled = starts('engine-compiled-child.mjs', engine, data)
  const of = source[0]?.decisions ?? 0
  return [
    { what: `${of} decisions from source: loaded, checked, first answer`, value: median(source.map((it) => it.ms)), unit: 'ms', target: 250 },
    { what: 'processor time of it, least of nine', value: least(source), unit: 'ms' },
    { what: `${of} decisions from the compiled form, engine read and first answer`, value: median(compiled.map((it) => it.ms)), unit: 'ms', target: 20 },
    { what: 'processor time of it, least of nine', value: least(compiled), unit: 'ms' },
    { what: 'memory kept after it, engine and all', value: median(compiled.map((it) => it.megabytes)), unit: 'MB', target: 5 },
  ]
}

function starts(child: string, ...given: string[]): Start[] {
  return Array.from({ length: 9 }, () => {
    const said = execFileSync(process.execPath, ['--no-warnings', '--expose-gc', join(import.meta.dirname, child), ...given, question], { encoding: 'utf8' })
    const start = JSON.parse(said) as Start
    if (start.status !== 'determined') throw new Error(`The first answer is ${said}.`)
    return start
  })
}

async function loaded(folder: string): Promise<Parameters<typeof writeCompiledPack>[0]> {
  const pack = await loadPackFromFolder(folder)
  if (!pack.ok) throw new Error(pack.problem.what)
  return pack.value
}

async function bundles(folder: string): Promise<Measure[]> {
  const sized = async (name: string, text: (from: string) => string): Promise<number> => gzipSync(readFileSync(await bundle(folder, name, text)), { level: 9 }).length / 1000
  const engine = await sized('engine', (from) => `${imports(from)}globalThis.ask = (question, pack) => decide(openCompiledPack(pack), question)\n`)
  const measures: Measure[] = [{ what: 'browser bundle of the engine alone, gzipped', value: engine, unit: 'KB' }]
  for (const [name, target] of [['sample', 60], ['pleasant-valley-2015', undefined], ['chaffey-2010', undefined]] as const) {
    const module = join(folder, `${name}.mjs`)
    writeFileSync(module, writeCompiledPack(await loaded(join(top, 'agreements', name))).module)
    const whole = await sized(name, (from) => `${imports(from)}import * as pack from '${module}'\nglobalThis.ask = (question) => decide(openCompiledPack(pack), question)\n`)
    measures.push({ what: `engine and ${name}, gzipped`, value: whole, unit: 'KB', ...(target === undefined ? {} : { target }) })
  }
  return measures
}

/** Builds what the text of an entry asks for, as it would be sent to a browser; where it is. */
async function bundle(folder: string, name: string, text: (from: string) => string): Promise<string> {
  const entry = join(folder, `${name}-entry.ts`)
  writeFileSync(entry, text(join(top, 'src/determinations')))
  const outDir = join(folder, `${name}-out`)
  await build({
    configFile: false, logLevel: 'silent', root: top,
    resolve: { alias: [{ find: /^#/, replacement: `${join(top, 'src')}/` }] },
    build: { outDir, emptyOutDir: true, minify: true, lib: { entry, formats: ['es'], fileName: () => 'bundle.mjs' } },
  })
  return join(outDir, 'bundle.mjs')
}

function least(all: readonly Start[]): number {
  return Math.min(...all.map((it) => it.processor))
}

function imports(from: string): string {
  return `import { openCompiledPack } from '${from}/open-compiled-pack.ts'\nimport { decide } from '${from}/decide.ts'\n`
}

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
  readonly megabytes: number
  readonly status: string
  readonly decisions: number
}

async function coldStarts(folder: string): Promise<Measure[]> {
  const pack = join(top, 'agreements/chaffey-2010')
  const module = join(folder, 'chaffey.mjs')
  const written = writeCompiledPack(await loaded(pack), { data: 'apart' })
  writeFileSync(module, written.module)
  writeFileSync(`${module}.data`, written.data)
  const [source, compiled] = [starts('source', pack), starts('module', module)]
  const of = source[0]?.decisions ?? 0
  return [
    { what: `${of} decisions from source: loaded, checked, first answer`, value: median(source.map((it) => it.ms)), unit: 'ms', target: 250 },
    { what: `${of} decisions from the compiled form: first answer`, value: median(compiled.map((it) => it.ms)), unit: 'ms', target: 20 },
    { what: 'memory kept after it', value: median(compiled.map((it) => it.megabytes)), unit: 'MB', target: 5 },
  ]
}

function starts(way: string, place: string): Start[] {
  return Array.from({ length: 5 }, () => {
    const said = execFileSync(process.execPath, ['--no-warnings', '--expose-gc', join(import.meta.dirname, 'engine-load-child.ts'), way, place, question], { encoding: 'utf8' })
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
  const engine = await bundle(folder, 'engine', null)
  const measures: Measure[] = [{ what: 'browser bundle of the engine alone, gzipped', value: engine, unit: 'KB' }]
  for (const [name, target] of [['sample', 60], ['pleasant-valley-2015', undefined], ['chaffey-2010', undefined]] as const) {
    const module = join(folder, `${name}.mjs`)
    writeFileSync(module, writeCompiledPack(await loaded(join(top, 'agreements', name))).module)
    measures.push({ what: `engine and ${name}, gzipped`, value: await bundle(folder, name, module), unit: 'KB', ...(target === undefined ? {} : { target }) })
  }
  return measures
}

/** Kilobytes of the bundle as a server would send it. */
async function bundle(folder: string, name: string, module: string | null): Promise<number> {
  const entry = join(folder, `${name}-entry.ts`)
  const engine = `import { openCompiledPack } from '${join(top, 'src/determinations/open-compiled-pack.ts')}'\nimport { decide } from '${join(top, 'src/determinations/decide.ts')}'\n`
  writeFileSync(entry, `${engine}${module === null ? '' : `import * as pack from '${module}'\n`}globalThis.ask = (question${module === null ? ', pack' : ''}) => decide(openCompiledPack(pack), question)\n`)
  const outDir = join(folder, `${name}-out`)
  await build({
    configFile: false, logLevel: 'silent', root: top,
    resolve: { alias: [{ find: /^#/, replacement: `${join(top, 'src')}/` }] },
    build: { outDir, emptyOutDir: true, minify: true, lib: { entry, formats: ['es'], fileName: 'bundle' } },
  })
  return gzipSync(readFileSync(join(outDir, 'bundle.js')), { level: 9 }).length / 1000
}

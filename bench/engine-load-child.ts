/** One cold start, in a process of its own: a pack from its folder, or from the module written of it, to the first answer. Prints milliseconds and megabytes. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { decide } from '#determinations/decide.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { openCompiledPack } from '#determinations/open-compiled-pack.ts'
import type { PackModule } from '#rules/code/pack-module.ts'

const [way = '', place = '', question = '{}'] = process.argv.slice(2)
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => {})

collect()
const heap = process.memoryUsage().heapUsed
const start = performance.now()
const pack = way === 'source' ? await fromSource(place) : openCompiledPack((await import(pathToFileURL(place).href)) as PackModule, readFileSync(`${place}.data`, 'latin1'))
const opened = performance.now()
const { status } = decide(pack, JSON.parse(question) as Parameters<typeof decide>[1])
const ms = performance.now() - start
collect()
const megabytes = (process.memoryUsage().heapUsed - heap) / 1e6
process.stdout.write(JSON.stringify({ ms, openMs: opened - start, megabytes, status, decisions: pack.decisions.size }))

async function fromSource(folder: string): Promise<LoadedPack> {
  const loaded = await loadPackFromFolder(folder)
  if (!loaded.ok) throw new Error(loaded.problem.what)
  return loaded.value
}

/** One cold start from a pack's compiled form, in a process of its own, to the first answer: the engine as a browser has it is read, the data are read, a question is answered. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [engine, data, question] = process.argv.slice(2)
globalThis.gc()
const heap = process.memoryUsage().heapUsed
const [start, used] = [performance.now(), process.cpuUsage()]
const { decide, openCompiledPack } = await import(pathToFileURL(engine).href)
const pack = openCompiledPack(null, readFileSync(data, 'latin1'))
const { status } = decide(pack, JSON.parse(question))
const { user, system } = process.cpuUsage(used)
const ms = performance.now() - start
globalThis.gc()
process.stdout.write(JSON.stringify({ ms, processor: (user + system) / 1000, megabytes: (process.memoryUsage().heapUsed - heap) / 1e6, status, decisions: pack.decisions.size }))

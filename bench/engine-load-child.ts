/** One cold start from a pack's folder, in a process of its own, to the first answer. Prints milliseconds, by the clock and of the processor. */
import { decide } from '#determinations/decide.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'

const [folder = '', question = '{}'] = process.argv.slice(2)
const [start, used] = [performance.now(), process.cpuUsage()]
const loaded = await loadPackFromFolder(folder)
if (!loaded.ok) throw new Error(loaded.problem.what)
const { status } = decide(loaded.value, JSON.parse(question) as Parameters<typeof decide>[1])
const { user, system } = process.cpuUsage(used)
process.stdout.write(JSON.stringify({ ms: performance.now() - start, processor: (user + system) / 1000, megabytes: 0, status, decisions: loaded.value.decisions.size }))

import { resolve } from 'node:path'
import { loadPack } from '#determinations/load-pack.ts'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { problemInWords } from '#plain/problem.ts'
import { mutatePack } from './unnoticed-figures.ts'

/**
 * `bin/node test/rules/mutate-examples.ts agreements/sample [WORD]` changes every figure of a pack's rules by one unit and prints those that no example noticed, and the share that was noticed.
 * With a word, only blocks whose name holds it.
 */

const [folder, word] = process.argv.slice(2)
const files = await readPackFiles(resolve(folder ?? 'agreements/sample'))
const loaded = files.ok ? loadPack(files.value) : files
if (!loaded.ok) {
  console.log(problemInWords(loaded.problem))
  process.exit(1)
}
const { counts, unnoticed, unsound } = mutatePack(loaded.value, (block) => word === undefined || block.includes(word))
for (const it of unnoticed) console.log(`${it.file}, line ${it.line}, ${it.block}: ${it.says}, and no example fails.`)
if (unsound.length > 0) console.log(`Examples fail without any change, so that they can show nothing: ${unsound.join(', ')}.`)
const all = counts.caught + counts['refused at load'] + counts.unnoticed
console.log(`${all} changes: ${counts.caught} caught by examples, ${counts['refused at load']} refused at load, ${counts.unnoticed} unnoticed: ${((100 * (all - counts.unnoticed)) / Math.max(1, all)).toFixed(1)} %.`)

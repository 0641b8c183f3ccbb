/**
 * For whoever encodes a pack: `node test/rules/shared-examples.ts PACK [DECISION]` runs the solved cases whose decisions the pack has,
 * says what differs, and lists the decisions that are not there yet. Exit code 1 where a case is not met.
 */
import { resolve } from 'node:path'
import { loadPackFromFolder } from '../../src/determinations/load-pack-from-folder.ts'
import { problemInWords } from '../../src/plain/problem.ts'
import { casesFolder, decisionsListed, runCase, solvedCases } from './shared-cases.ts'

const [named = 'chaffey-2010', only] = process.argv.slice(2)
const pack = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements', named))
if (!pack.ok) {
  console.error(problemInWords(pack.problem))
  process.exit(3)
}
if (casesFolder() === null) console.log('The solved cases are not on this machine.')
for (const it of pack.value.problems) console.log(`PROBLEM ${problemInWords(it)}`)

let [met, failed, waiting] = [0, 0, 0]
for (const solved of solvedCases(named)) {
  const run = runCase(pack.value, solved)
  if (run === null) waiting += 1
  else if (only !== undefined && run.answer.decision !== only) continue
  else if (run.differences.length === 0) met += 1
  else {
    failed += 1
    console.log(`\n${run.case} ${run.answer.decision} (${run.file}:${run.line})\n  ${run.differences.join('\n  ')}\n  why: ${run.why}`)
  }
}

const listed = decisionsListed(named)
const absent = listed.filter((name) => !pack.value.decisions.has(name))
const extra = [...pack.value.decisions.keys()].filter((name) => !listed.includes(name))
console.log(`\n${met} cases met, ${failed} not; ${waiting} wait for decisions that are not there.`)
console.log(`${listed.length - absent.length} of ${listed.length} listed decisions are in the pack.`)
if (only === undefined && absent.length > 0) console.log(`Not there yet: ${absent.join(', ')}`)
if (only === undefined && extra.length > 0) console.log(`In the pack and on no list: ${extra.join(', ')}`)
if (failed > 0) process.exitCode = 1

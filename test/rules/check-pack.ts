import { resolve } from 'node:path'
import { loadPack, problemsOf } from '#determinations/load-pack.ts'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { problemInWords } from '#plain/problem.ts'
import { adviceCodes } from '#rules/read/check-book.ts'

/**
 * Prints every problem of a pack's rules, for whoever writes them: `bin/node test/rules/check-pack.ts agreements/sample [WORD]`.
 * With a word, only the lines that hold it (a file, a clause, a decision). `advice` marks what runs all the same.
 */

const [folder, word] = process.argv.slice(2)
const files = await readPackFiles(resolve(folder ?? 'agreements/sample'))
const begun = performance.now()
const loaded = files.ok ? loadPack(files.value) : files
const took = performance.now() - begun
if (!loaded.ok) console.log(problemInWords(loaded.problem))
else {
  const { rules, decisions } = loaded.value
  const problems = problemsOf(loaded.value)
  const lines = problems.map((it) => `${adviceCodes.has(it.code) ? 'advice ' : ''}${problemInWords(it)}`).filter((line) => word === undefined || line.includes(word))
  for (const line of lines) console.log(line)
  const examples = rules.decisions.reduce((sum, decision) => sum + decision.examples.length, 0)
  const ready = [...decisions.values()].filter((decision) => decision.program !== null).length
  console.log(`${rules.decisions.length} decisions (${ready} ready to run), ${rules.definitions.length} definitions, ${rules.parameters.length} parameters, ${rules.procedures.length} procedures, ${rules.duties.length} duties, ${examples} examples, ${lines.length} problems, ${took.toFixed(0)} ms.`)
}

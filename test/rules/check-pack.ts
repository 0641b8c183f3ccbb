import { resolve } from 'node:path'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { readPack } from '#pack/read-pack.ts'
import { problemInWords } from '#plain/problem.ts'
import { adviceCodes } from '#rules/read/check-book.ts'
import { readRules } from '#rules/read/read-rules.ts'

/**
 * Prints every problem of a pack's rules, for whoever writes them: `bin/node test/rules/check-pack.ts agreements/sample [WORD]`.
 * With a word, only the lines that hold it (a file, a clause, a decision). `advice` marks what runs all the same.
 */

const [folder, word] = process.argv.slice(2)
const files = await readPackFiles(resolve(folder ?? 'agreements/sample'))
const pack = files.ok ? readPack(files.value) : files
if (!files.ok || !pack.ok) console.log(pack.ok ? '' : problemInWords(pack.problem))
else {
  const begun = performance.now()
  const book = readRules(pack.value, files.value)
  const took = performance.now() - begun
  const lines = [...pack.notes, ...book.problems].map((it) => `${adviceCodes.has(it.code) ? 'advice ' : ''}${problemInWords(it)}`).filter((line) => word === undefined || line.includes(word))
  for (const line of lines) console.log(line)
  const examples = book.decisions.reduce((sum, decision) => sum + decision.examples.length, 0)
  console.log(`${book.decisions.length} decisions, ${book.definitions.length} definitions, ${book.parameters.length} parameters, ${book.procedures.length} procedures, ${book.duties.length} duties, ${examples} examples, ${lines.length} problems, ${took.toFixed(0)} ms.`)
}

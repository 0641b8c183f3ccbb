import { problemInWords } from '#plain/problem.ts'
import { readPack } from '#pack/read-pack.ts'
import { readRules } from '#rules/read/read-rules.ts'
import type { RuleBook } from '#rules/rule-book.ts'

/** A pack of one article with each block under a clause of its own (6.1, 6.2 ...), for the tests of this room. The first block's first line is line 9 of `articles/06-rules.md`. */
export function rulesOf(blocks: readonly string[], files: Readonly<Record<string, string>> = {}): RuleBook {
  const text = blocks.map((block, at) => `## 6.${at + 1} Clause\n\nIn our words.\n\n\`\`\`rule\n${block.trim()}\n\`\`\`\n\n`).join('')
  const all = new Map(Object.entries({ 'agreement.yaml': 'pack: tiny\ntitle: Tiny\nabsent: [{at: "10", title: Job sharing}]\n', 'articles/06-rules.md': `# Article 6: Rules\n\n\n${text}`, ...files }))
  const pack = readPack(all)
  if (!pack.ok) throw new Error(problemInWords(pack.problem))
  return readRules(pack.value, all)
}

/** What is told of the blocks, without the advice to write more examples. */
export function toldOf(blocks: readonly string[], files: Readonly<Record<string, string>> = {}): string[] {
  const { problems, problemsOfCases } = rulesOf(blocks, files)
  return [...problems, ...(problemsOfCases?.() ?? [])].filter((it) => it.code !== 'rules/few-examples').map(problemInWords)
}

import { loadPack } from '#determinations/load-pack.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'

/** A small agreement of one article for the tests of this room: the blocks stand under clause 6.4.1, or 6.4.2 where a block is marked so. */

const manifest = `pack: harbor
title: Agreement of the Harbor teachers
short: Harbor
parties: [Harbor District, Harbor Teachers]
term: {from: 2010-07-01, through: 2013-06-30}
state: invented
`

/** Loads it; a pack with problems is a mistake of the test, unless they are asked for. */
export function makePack(blocks: readonly string[], more: Readonly<Record<string, string>> = {}, allowProblems = false): LoadedPack {
  const rules = blocks.map((block, at) => `### 6.4.${at + 1} Rule ${at + 1}\n\nA clause in our own words.\n\n\`\`\`rule\n${block.trim()}\n\`\`\`\n`).join('\n')
  const files = new Map([['agreement.yaml', manifest], ['articles/06-rules.md', `# Article 6: Rules\n\n## 6.4 Rules\n\nSome rules.\n\n${rules}`], ...Object.entries(more)])
  const loaded = loadPack(files)
  if (!loaded.ok) throw new Error(loaded.problem.what)
  const serious = loaded.value.problems.filter((it) => !it.code.includes('example'))
  if (!allowProblems && serious.length > 0) throw new Error(serious.map((it) => `${it.where.line}: ${it.code} ${it.what}`).join('\n'))
  return loaded.value
}

/** November and December 2010: Veterans Day, the day after it, and the week of Thanksgiving are no work days. */
export const autumn = {
  span: ['2010-11-01', '2010-12-17'],
  closed: { work: ['2010-11-11', '2010-11-12', '2010-11-22', '2010-11-23', '2010-11-24', '2010-11-25', '2010-11-26'] },
}

import type { TableBody } from '#rules/rule-book.ts'
import type { Lexicon } from '#rules/words/expression-in-words.ts'
import { noLexicon, testsInWords } from '#rules/words/expression-in-words.ts'

/** When a row of a table fires, in words: `between 175 and 178 pupils, and the semester is the second`; its own words where the author gave some. Rows count from 0. */
export function rowInWords(table: TableBody, row: number, lexicon: Lexicon = noLexicon): string {
  const it = table.rows[row]
  if (it === undefined) return 'in every other case'
  if (it.says !== null) return it.says
  const parts = table.inputs.map((input, at) => testsInWords(input.value, it.tests[at] ?? { not: false, any: [] }, lexicon)).filter(words => words !== '')
  return parts.length === 0 ? 'in every case' : parts.join(parts.length > 2 || parts.some(part => part.includes(' and ')) ? ', and ' : ' and ')
}

import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import type { RuleBook, TableBody, Value } from '#rules/rule-book.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { expressionInWords } from '#rules/words/expression-in-words.ts'
import { frameInWords } from '#rules/words/frame-in-words.ts'
import { rowInWords } from '#rules/words/row-in-words.ts'
import type { RuleSentence } from '#web/answers/answer-shapes.ts'
import { capital, sayDaysIn, sentence } from '#web/answers/say-value.ts'

/** A decision's rule in words, value by value; with the definitions that it uses. */

/** Figures stand in the sentences; parts are made from the value that they belong to, whose sentence says it all. */
const made = new Set(['figure', 'part', 'lot'])
/** A longer table is named, not told row by row. */
const mostRows = 12

/** The values that read the clause come first; `most` of all are told. */
export function ruleWords(rules: RuleBook, { decision, program }: LoadedDecision, clause: string, most: number): readonly RuleSentence[] {
  const used = rules.definitions.filter((it) => program?.steps.some((step) => step.name === it.name || step.name.startsWith(`${it.name}.`)))
  const values = [...decision.values, ...used.flatMap((it) => it.values)].filter((value) => !made.has(value.kind))
  const own = values.filter((value) => value.clauses.includes(clause))
  const told = [...own, ...values.filter((value) => !own.includes(value))]
  // What the author framed says more than the sums under it.
  const sorted = [0, 1, 2].flatMap((rank) => told.filter((value) => rankOf(value) === rank))
  return sorted.slice(0, most).map(valueInSentence)
}

/** First a deadline, a limit, a choice; then tables and what has words of its own; then sums. */
function rankOf({ kind, body, says }: Value): number {
  if (kind !== 'formula' && kind !== 'table') return 0
  return body.is === 'table' || says !== null ? 1 : 2
}

function valueInSentence(value: Value): RuleSentence {
  const words = sentence(sayDaysIn(frameInWords(value)))
  const readings = value.readings.map((reading) => `Read so: ${reading.says}${value.ruling?.reading === reading.id ? ' (so it was ruled)' : ''}`)
  const rows = value.body.is === 'table' && value.readings.length === 0 && value.body.rows.length <= mostRows ? rowsInWords(value.body) : []
  const exceptions = value.exceptions.map((it) => `But where ${expressionInWords(it.when)}: ${expressionInWords(it.instead)}`)
  return { says: words, under: [...readings, ...rows, ...exceptions].map(sayDaysIn) }
}

function rowsInWords(table: TableBody): readonly string[] {
  const rows = table.rows.map((row, at) => `${capital(rowInWords(table, at))}: ${outputs(row.outputs)}`)
  return Array.isArray(table.otherwise) ? [...rows, `In every other case: ${outputs(table.otherwise)}`] : rows
}

function outputs(cells: readonly Expression[]): string {
  return cells.map((cell) => expressionInWords(cell)).join(', ')
}

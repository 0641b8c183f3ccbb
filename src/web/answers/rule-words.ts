import type { Decision, TableBody, Value } from '#rules/rule-book.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { expressionInWords } from '#rules/words/expression-in-words.ts'
import { frameInWords } from '#rules/words/frame-in-words.ts'
import { rowInWords } from '#rules/words/row-in-words.ts'
import type { RuleSentence } from '#web/answers/answer-shapes.ts'
import { capital, sayDaysIn, sentence } from '#web/answers/say-value.ts'

/** A decision's rule in words, value by value. */

/** A longer table is named, not told row by row. */
const mostRows = 12

/** Where a clause is named its own values come first; `most` values are told. */
export function ruleWords(decision: Decision, clause: string | null, most: number): readonly RuleSentence[] {
  const own = clause === null ? [] : decision.values.filter((value) => value.clauses.includes(clause))
  const told = [...own, ...decision.values.filter((value) => !own.includes(value) && value.kind !== 'figure')]
  // What the author framed says more than the sums under it.
  const framed = told.filter((value) => value.kind !== 'formula')
  return [...framed, ...told.filter((value) => value.kind === 'formula')].slice(0, most).map(valueInSentence)
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

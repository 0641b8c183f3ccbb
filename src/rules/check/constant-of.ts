import { parseCivilDay } from '#plain/civil-day.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { FactType } from '#rules/rule-book.ts'

/** The constant that an expression of a cell stands for: a figure in steps of its type (cents, days, minutes), a word, true or false, null; undefined where it is none or of another type. */
export function constantOf(it: Expression, type: FactType): number | string | boolean | null | undefined {
  if (it.is === 'null') return null
  if (type.is === 'boolean') return it.is === 'boolean' ? it.value : undefined
  if (type.is === 'choice') return wordOf(it, type.of)
  if (type.is === 'text') return it.is === 'text' ? it.text : undefined
  if (type.is === 'date') return it.is === 'date' ? (parseCivilDay(it.text) ?? undefined) : undefined
  if (type.is === 'time') return it.is === 'time' ? Number(it.text.slice(0, 2)) * 60 + Number(it.text.slice(3)) : undefined
  if (type.is === 'list' || type.is === 'record') return undefined
  const figure = figureOf(it)
  return figure === undefined || type.is !== 'money' ? figure : toCents(figure)
}

/** A word of the choice, bare or as a text. */
function wordOf(it: Expression, words: readonly string[]): string | undefined {
  const word = it.is === 'name' ? it.name : it.is === 'text' || it.is === 'number' ? it.text : undefined
  return word !== undefined && (it.is !== 'name' || words.includes(word)) ? word : undefined
}

function figureOf(it: Expression): number | undefined {
  if (it.is === 'number') return Number(it.text)
  if (it.is !== 'negative') return undefined
  const of = figureOf(it.of)
  return of === undefined ? undefined : -of
}

/** Whole cents stay whole: 0.29 * 100 is not 29 in floating point. */
function toCents(dollars: number): number {
  const cents = dollars * 100
  const whole = Math.round(cents)
  return Math.abs(cents - whole) < 1e-6 ? whole : cents
}

import { dayParam, noneWord } from '#web/answers/answer-path.ts'
import type { Fact, FactType } from '#rules/rule-book.ts'
import { columnKindOf, isTable } from '#web/answers/field-kinds.ts'

/** Facts as parameters of an address, under their own names, so that a link that is sent asks the same again. */

/** The parameters of facts given as JSON values, in the order of the decision's facts. */
export function factsQuery(facts: readonly Fact[], given: Readonly<Record<string, unknown>>, asOf: string | null): readonly (readonly [string, string])[] {
  const own = facts.flatMap((fact) => {
    const value = given[fact.name]
    return value === null || value === undefined ? [] : paramsOf(fact.name, fact.type, value)
  })
  return asOf === null ? own : [...own, [dayParam, asOf]]
}

function paramsOf(name: string, type: FactType, value: unknown): readonly (readonly [string, string])[] {
  if (type.is === 'list' && Array.isArray(value)) {
    if (value.length === 0) return [[name, noneWord]]
    // An only item that is that very word, or that a line would not hold.
    if (value.some((it) => it === noneWord || (typeof it === 'string' && /^\s*(\[|$)|\n/.test(it)))) return [[name, JSON.stringify(value)]]
    if (columnKindOf(type.items) !== null) return [[name, value.map(scalarText).join('\n')]]
    if (isTable(type)) return value.flatMap((row, at) => rowParams(`${name}.${at + 1}`, row))
  }
  if (isTable(type)) return rowParams(`${name}.1`, value)
  return [[name, typeof value === 'object' ? JSON.stringify(value) : scalarText(value)]]
}

function rowParams(prefix: string, row: unknown): readonly (readonly [string, string])[] {
  return Object.entries(row as Record<string, unknown>).flatMap(([field, cell]) => (cell === null || cell === undefined ? [] : [[`${prefix}.${field}`, scalarText(cell)] as const]))
}

function scalarText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

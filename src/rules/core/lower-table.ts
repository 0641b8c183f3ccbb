import type { Core, CoreRow, CoreType } from '#rules/core/core.ts'
import { never as neverType, typeInWords, typeOfBoth, typeOfFact } from '#rules/core/core-types.ts'
import { provedComplete } from '#rules/core/check-columns.ts'
import { asksForNull, lowerTests } from '#rules/core/lower-tests.ts'
import { type Lowering, refuse, type Scope } from '#rules/core/lowering.ts'
import { expectedWords } from '#rules/core/output-words.ts'
import { sureWhen, surer } from '#rules/core/nulls.ts'
import { yes } from '#rules/core/make-core.ts'
import type { UnaryTests } from '#rules/feel/expression.ts'
import type { TableBody, TableRow, Value } from '#rules/rule-book.ts'
import { rowInWords } from '#rules/words/row-in-words.ts'

/** A table: every cell a test on its column's value, every row its answers. */
export interface DraftTable {
  readonly is: 'table'
  readonly rows: readonly DraftRow[]
  readonly otherwise: readonly Core[] | null
  readonly names: readonly string[]
  /** The columns' values, for the check of gaps. */
  readonly heads: readonly Core[]
}

/** Its words are made when somebody asks for them. */
export type DraftRow = Omit<CoreRow, 'says'> & { readonly words: () => string }

/** `hold` keeps the value of a head that is more than a name, so that it is worked out once. */
export function lowerTable(lowering: Lowering, value: Value, table: TableBody, scope: Scope, expected: CoreType | null, hold: (head: string, core: Core) => Core): DraftTable {
  const heads = table.inputs.map((input, at) => hold(input.head, table.rows.some((row) => row.tests[at] !== undefined && asksForNull(row.tests[at])) ? lowering.orNull(input.value, scope) : lowering.lower(input.value, scope)))
  const complete = provedComplete(lowering, value, table, heads, scope.frame.prefix === '' && !scope.frame.inline)
  const types = table.outputs.map((_, at) => outputType(lowering, table, at, expected, scope))
  const lowered = cellLowerer(lowering, table, heads, scope)
  const rows = table.rows.map((row, order): DraftRow => {
    lowering.place = { ...value.at, line: row.line }
    const cells = row.tests.map((cell, at) => lowered(cell, at)).filter((cell) => cell.test !== yes)
    const inner = surer(scope, cells.flatMap((cell) => cell.sure))
    return { tests: cells.map((cell) => cell.test), outputs: outputsOf(lowering, row.outputs, types, inner), clause: row.clause, words: () => rowInWords(table, order) }
  })
  lowering.place = value.at
  return { is: 'table', rows, otherwise: otherwiseOf(lowering, value, table, types, scope, complete), names: table.outputs.map((output) => output.name), heads }
}

interface LoweredCell {
  readonly test: Core
  /** What is surely not null where it holds. */
  readonly sure: readonly string[]
}

// The same cell of a column stands in many rows of a schedule, and is one piece.
function cellLowerer(lowering: Lowering, table: TableBody, heads: readonly Core[], scope: Scope): (cell: UnaryTests, column: number) => LoweredCell {
  const made = table.inputs.map(() => new Map<UnaryTests, LoweredCell>())
  return (cell, column) => {
    const known = made[column]?.get(cell)
    if (known !== undefined) return known
    const test = lowerTests(lowering, table.inputs[column]?.value ?? nowhere, heads[column] as Core, cell, scope)
    const fresh = { test, sure: sureWhen(test, true) }
    made[column]?.set(cell, fresh)
    return fresh
  }
}

const nowhere = { is: 'null', at: { from: 0, to: 0 } } as const

function outputType(lowering: Lowering, table: TableBody, at: number, expected: CoreType | null, scope: Scope): CoreType | null {
  const output = table.outputs[at]
  if (output?.type !== null && output !== undefined) return typeOfFact(output.type)
  if (table.outputs.length === 1 && expected !== null) return expected
  const field = expected?.is === 'record' ? expected.fields.find((it) => it.name === output?.name) : undefined
  if (field !== undefined) return field.type
  const cells = [...table.rows.map((row) => row.outputs[at]), Array.isArray(table.otherwise) ? table.otherwise[at] : undefined]
  return expectedWords(lowering, cells.filter((cell) => cell !== undefined), scope)
}

function outputsOf(lowering: Lowering, outputs: TableRow['outputs'], types: readonly (CoreType | null)[], scope: Scope): readonly Core[] {
  return outputs.map((output, at) => {
    const type = types[at] ?? null
    const core = lowering.lower(output, scope, type)
    if (type !== null && typeOfBoth(type, core.type) === null) return refuse(lowering, 'rules/wrong-type', `This answer is ${typeInWords(core.type)}; its column is ${typeInWords(type)}.`, 'Give the column one type.')
    return core
  })
}

function otherwiseOf(lowering: Lowering, value: Value, table: TableBody, types: readonly (CoreType | null)[], scope: Scope, complete: boolean): readonly Core[] | null {
  if (table.otherwise === null && complete) return null
  if (table.otherwise !== 'not covered' && table.otherwise !== null) return outputsOf(lowering, table.otherwise, types, scope)
  const why = `No row of the table ${value.name.replaceAll('_', ' ')} fits.`
  return table.outputs.map(() => ({ op: 'not covered', why, type: neverType }))
}

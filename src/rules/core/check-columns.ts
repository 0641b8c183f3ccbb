import { problem } from '#plain/problem.ts'
import { checkTable } from '#rules/check/check-table.ts'
import type { ColumnType } from '#rules/check/column-parts.ts'
import type { Core, CoreType } from '#rules/core/core.ts'
import type { Lowering } from '#rules/core/lowering.ts'
import type { FactType, TableBody, Value } from '#rules/rule-book.ts'

/**
 * Whether the table was proved to have a row for everything. Gaps and overlaps are told as problems where the table's own block is lowered.
 * Proved once a table: what another rule hands to it has the same types.
 */
export function provedComplete(lowering: Lowering, value: Value, table: TableBody, heads: readonly Core[], own: boolean): boolean {
  const known = lowering.book.proved.get(table)
  if (known !== undefined && !own) return known
  const faults = checkTable(table, heads.map((head) => columnType(head)) as ColumnType[])
  for (const fault of own ? faults : []) {
    if (fault.is === 'not proved') continue
    const line = fault.line ?? value.at.line
    lowering.problems.push(problem(`rules/table-${fault.is.replaceAll(' ', '-')}`, `${value.name}: ${fault.what}`, fault.next, { file: value.at.file, line, clause: value.at.clause }))
  }
  const complete = !faults.some((fault) => fault.is === 'gap' || fault.is === 'not proved')
  lowering.book.proved.set(table, complete)
  return complete
}

function columnType(head: Core): ColumnType | undefined {
  const type = factType(head.type)
  if (type === null) return undefined
  const orNull = head.type.orNull
  if (head.type.is !== 'number') return { type, orNull, min: null, max: null }
  const { per, low, high } = head.type
  const within = (bound: number | undefined): number | null => (bound === undefined || Math.abs(bound) >= 1e9 * per ? null : bound / per)
  return { type, orNull, min: within(low), max: within(high) }
}

function factType(type: CoreType): FactType | null {
  switch (type.is) {
    case 'number':
      if (type.money) return type.per === 100 ? { is: 'money' } : { is: 'decimal', decimals: 4 }
      return type.per === 1 ? { is: 'integer' } : { is: 'decimal', decimals: Math.ceil(Math.log10(type.per)) }
    case 'quotient':
      return { is: 'decimal', decimals: 9 }
    case 'date':
    case 'time':
    case 'boolean':
    case 'text':
      return { is: type.is }
    case 'choice':
      return { is: 'choice', of: type.of }
    default:
      return null
  }
}

import type { Outcome } from '#plain/outcome.ts'
import type { Expression, UnaryTests } from '#rules/feel/expression.ts'
import type { Procedure } from '#rules/rule-book.ts'

/** What one block may know of its pack while it is read: the names of all others, the procedures, the tables, the clauses. */
export interface PackRules {
  /** Every block by its name, with its kind. */
  readonly kinds: ReadonlyMap<string, string>
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly files: ReadonlyMap<string, string>
  /** What was parsed already: the cells of tables say the same few things again and again. */
  readonly expressions: Map<string, Outcome<Expression>>
  readonly tests: Map<string, Outcome<UnaryTests>>
  /** Addresses that the pack has, absent chapters included. */
  readonly anchors: ReadonlySet<string>
}

/** Names that stand for a value wherever they are written: definitions, parameters and decisions. */
export function isNamedValue(name: string, pack: PackRules): boolean {
  const kind = pack.kinds.get(name)
  return kind !== undefined && kind !== 'exception' && kind !== 'procedure'
}

import type { Core } from '#rules/core/core.ts'
import type { Decision, Definition, Parameter, RuleBook, TableBody } from '#rules/rule-book.ts'

/** The book with its blocks by name, made once for all decisions. */
export interface Book {
  readonly rules: RuleBook
  readonly decisions: ReadonlyMap<string, Decision>
  readonly definitions: ReadonlyMap<string, Definition>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Tables that were looked at so far: whether a row fits everything. */
  readonly proved: Map<TableBody, boolean>
  /** Figures and amounts of rules as constants, by their text: a schedule writes the same ones often. */
  readonly figures: Map<string, Core>
  readonly amounts: Map<string, Core>
}

export function prepareBook(rules: RuleBook): Book {
  return {
    rules,
    decisions: byName(rules.decisions),
    definitions: byName(rules.definitions),
    parameters: byName(rules.parameters),
    proved: new Map(),
    figures: new Map(),
    amounts: new Map(),
  }
}

function byName<T extends { readonly name: string }>(blocks: readonly T[]): ReadonlyMap<string, T> {
  return new Map(blocks.map((block) => [block.name, block]))
}

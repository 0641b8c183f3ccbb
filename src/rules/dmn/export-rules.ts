import type { DmnModel } from '#rules/dmn/dmn-model.ts'
import { exportDecision } from '#rules/dmn/export-decision.ts'
import { namedBlocks } from '#rules/dmn/named-blocks.ts'
import type { RuleBook } from '#rules/rule-book.ts'

/** What a pack's rules are in DMN. */
export interface DmnExport {
  readonly models: readonly DmnModel[]
  /** Decisions that DMN 1.5 cannot hold, each with why, as a part of a sentence: `it counts kinds of day`. */
  readonly leftOut: readonly { readonly decision: string; readonly reasons: readonly string[] }[]
}

/** Every decision that DMN 1.5 can hold, each as a model of its own. With a day, the parameters in force on it; without, `as_of` is an input where figures change with the day. */
export function exportRules(book: RuleBook, day: string | null): DmnExport {
  const named = namedBlocks(book)
  const models: DmnModel[] = []
  const leftOut: { decision: string; reasons: readonly string[] }[] = []
  for (const decision of book.decisions) {
    const exported = exportDecision(book.pack, decision, named, day)
    if (exported.ok) models.push(exported.model)
    else leftOut.push({ decision: decision.name, reasons: exported.reasons })
  }
  return { models, leftOut }
}

import { parameterCall, walkBlock } from '#rules/dmn/walk-block.ts'
import type { SchoolYearForm } from '#calendar/school-year.ts'
import type { Fact, FactType, Give, Parameter, RuleBook, Value } from '#rules/rule-book.ts'

/** A decision or definition as something that others may call. */
export interface Block {
  readonly name: string
  readonly isDecision: boolean
  readonly facts: readonly Fact[]
  readonly values: readonly Value[]
  /** Empty for a definition, which gives the value of its own name. */
  readonly gives: readonly Give[]
  readonly clauses: readonly string[]
  readonly note: string | null
  /** What a definition says of its own type. */
  readonly type: FactType | null
}

/** Everything of a book that an expression may name. */
export interface Named {
  readonly blocks: ReadonlyMap<string, Block>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly schoolYear: SchoolYearForm
  /** Whether a block asks for the day of the question, itself or by what it calls. */
  readonly asksDay: (name: string) => boolean
}

export function namedBlocks(book: RuleBook): Named {
  const blocks = new Map<string, Block>([
    ...book.decisions.map((it): [string, Block] => [it.name, { ...it, isDecision: true, type: null }]),
    ...book.definitions.map((it): [string, Block] => [it.name, { ...it, isDecision: false, gives: [] }]),
  ])
  const parameters = new Map(book.parameters.map(it => [it.name, it]))
  const known = new Map<string, boolean>()
  const asksDay = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, false)
    const block = blocks.get(name)
    const own = new Set([...(block?.facts ?? []), ...(block?.values ?? [])].map(it => it.name))
    let asks = false
    if (block !== undefined) {
      walkBlock(block, part => {
        const called = parameterCall(part)
        if (called === 'as of') asks = true
        else if (called !== null && !own.has(called)) asks ||= (parameters.get(called)?.values.length ?? 0) > 1 || (blocks.has(called) && asksDay(called))
      })
    }
    known.set(name, asks)
    return asks
  }
  return { blocks, parameters, schoolYear: book.schoolYear, asksDay }
}

import { nearestWord } from '#rules/read/nearest-word.ts'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import type { Program } from '#rules/core/core.ts'
import type { Decision } from '#rules/rule-book.ts'

/** The head of the table: which column holds which fact, and what the answer columns are called. */

export interface BulkHead {
  readonly heads: readonly string[]
  readonly decisions: readonly HeadOfDecision[]
  /** Answer columns in order, then the note. */
  readonly answers: readonly string[]
  /** What a person should know before the run: facts without a column, heads that nearly name one, a head that stands twice. */
  readonly remarks: readonly string[]
}

export interface HeadOfDecision {
  readonly decision: Decision
  readonly program: Program
  /** By slot of the program's facts: the column, or -1. */
  readonly columns: readonly number[]
}

/** Matches heads to facts by name: `pupil_load`, `Pupil load`, or `overload_stipend.pupil_load` where two decisions mean different things by one name. */
export function bulkHead(heads: readonly string[], loaded: readonly (LoadedDecision & { readonly program: Program })[]): BulkHead {
  const plain = heads.map(plainName)
  const remarks = heads.flatMap((head, at) => (plain.indexOf(plain[at] ?? '') < at ? [`The head "${head}" stands twice; its first column is taken.`] : []))
  const decisions = loaded.map(({ decision, program }) => ({ decision, program, columns: program.facts.map((slot) => columnOf(plain, decision.name, slot.name)) }))
  remarks.push(...decisions.flatMap((it) => missingColumns(it, heads, plain)))
  const names = decisions.flatMap(({ decision, program }) => program.gives.map((give) => ({ decision: decision.name, give: give.name })))
  const taken = new Set(plain)
  const answers = names.map(({ decision, give }) => (taken.has(plainName(give)) || names.filter((it) => it.give === give).length > 1 ? `${decision}.${give}` : give))
  return { heads, decisions, answers: [...answers, taken.has('note') ? 'steward_note' : 'note'], remarks }
}

function columnOf(plain: readonly string[], decision: string, fact: string): number {
  const own = plain.indexOf(plainName(`${decision}.${fact}`))
  return own >= 0 ? own : plain.indexOf(plainName(fact))
}

function plainName(head: string): string {
  return head.trim().toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '')
}

function missingColumns({ decision, program, columns }: HeadOfDecision, heads: readonly string[], plain: readonly string[]): string[] {
  return program.facts.flatMap((slot, at) => {
    if (columns[at] !== -1 || slot.optional || slot.missingMeans !== undefined) return []
    const near = nearestWord(slot.name, plain)
    return [`${decision.name}: no column holds ${slot.name}.${near === null ? '' : ` Is it "${heads[plain.indexOf(near)] ?? near}"?`}`]
  })
}

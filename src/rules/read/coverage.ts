import { walkPack, type Pack, type PackClause } from '#pack/pack.ts'
import type { Decision, Definition, RuleBook, Value } from '#rules/rule-book.ts'

/** How much of an agreement runs: for each clause with words of its own, what the pack makes of it. */

export type CoverageState = 'executable' | 'duty tracked' | 'reference only' | 'not yet'

export const coverageStates: readonly CoverageState[] = ['executable', 'duty tracked', 'reference only', 'not yet']

export interface ClauseCoverage {
  readonly anchor: string
  readonly heading: string | null
  readonly chapter: string
  readonly state: CoverageState
  /** The blocks that read or cite it. */
  readonly rules: readonly string[]
  /** Why no rule is needed, where the pack says so. */
  readonly reference: string | null
}

export interface Coverage {
  readonly clauses: readonly ClauseCoverage[]
  readonly counts: Readonly<Record<CoverageState, number>>
  /** Of all clauses, 0 to 1. */
  readonly shares: Readonly<Record<CoverageState, number>>
}

/** The coverage of a pack by its rules. Headings without words of their own count for nothing. */
export function coverageOf(pack: Pack, book: RuleBook): Coverage {
  const running = rulesByClause(book)
  const duties = new Map<string, string[]>()
  for (const duty of book.duties) for (const clause of duty.clauses) add(duties, clause, duty.name)
  const clauses = [...walkPack(pack)].filter(({ clause }) => hasWords(clause)).map(({ clause, chapter }): ClauseCoverage => {
    const rules = [...new Set([...(running.get(clause.anchor) ?? []), ...(duties.get(clause.anchor) ?? [])])]
    const state = running.has(clause.anchor) ? 'executable' : duties.has(clause.anchor) ? 'duty tracked' : clause.reference === null ? 'not yet' : 'reference only'
    return { anchor: clause.anchor, heading: clause.heading, chapter: chapter.anchor, state, rules, reference: clause.reference }
  })
  const counts = { executable: 0, 'duty tracked': 0, 'reference only': 0, 'not yet': 0 }
  for (const clause of clauses) counts[clause.state] += 1
  const all = Math.max(1, clauses.length)
  const shares = { executable: counts.executable / all, 'duty tracked': counts['duty tracked'] / all, 'reference only': counts['reference only'] / all, 'not yet': counts['not yet'] / all }
  return { clauses, counts, shares }
}

function hasWords(clause: PackClause): boolean {
  return clause.gist.length + clause.tables.length + clause.blocks.length > 0 || clause.reference !== null
}

/** Blocks by the clauses that they read: their own, and those of their steps, rows and exceptions. */
function rulesByClause(book: RuleBook): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const block of [...book.decisions, ...book.definitions]) for (const clause of clausesOf(block)) add(found, clause, block.name)
  for (const parameter of book.parameters) for (const clause of [...parameter.clauses, ...parameter.values.map((value) => value.clause)]) add(found, clause, parameter.name)
  for (const procedure of book.procedures) for (const clause of [...procedure.clauses, ...procedure.steps.map((step) => step.clause)]) add(found, clause, procedure.name)
  return found
}

function clausesOf(block: Decision | Definition): Set<string> {
  const warnings = 'warnings' in block ? block.warnings.flatMap((warning) => warning.clause ?? []) : []
  return new Set([...block.clauses, ...block.values.flatMap(clausesOfValue), ...warnings])
}

function clausesOfValue(value: Value): string[] {
  const bodies = [value.body, ...value.readings.map((reading) => reading.body)]
  const rows = bodies.flatMap((body) => (body.is === 'table' ? body.rows.flatMap((row) => row.clause ?? []) : []))
  return [...value.clauses, ...rows, ...value.exceptions.flatMap((exception) => exception.clauses)]
}

function add(into: Map<string, string[]>, clause: string, name: string): void {
  const names = into.get(clause)
  if (names === undefined) into.set(clause, [name])
  else if (!names.includes(name)) names.push(name)
}

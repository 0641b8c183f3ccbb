import type { CalendarSet } from '#calendar/calendar.ts'
import type { Pack } from '#pack/pack.ts'
import type { Problem } from '#plain/problem.ts'
import type { Program } from '#rules/core/core.ts'
import type { Decision, RuleBook } from '#rules/rule-book.ts'

/** A pack that is ready to be asked: its clauses, its rules, its calendars, and each decision lowered. Shape only; `load-pack.ts` makes it. */
export interface LoadedPack {
  readonly pack: Pack
  readonly rules: RuleBook
  /** The agreement's own; empty where it prints none. */
  readonly calendars: CalendarSet
  /** In the order of the pack. */
  readonly decisions: ReadonlyMap<string, LoadedDecision>
  /** Everything that is wrong with the pack, rules and calendars included, in the order of files and lines. */
  readonly problems: readonly Problem[]
  /** What it was read from, by path: for receipts, and for calendars of examples. */
  readonly files: ReadonlyMap<string, string>
}

export interface LoadedDecision {
  readonly decision: Decision
  /** Null where its rule has an error; the problems say which. */
  readonly program: Program | null
}

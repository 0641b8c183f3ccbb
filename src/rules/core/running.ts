import type { CalendarSet } from '#calendar/calendar.ts'

/** What a program runs against and what comes out of a run: the contract between closures, written code and determinations. */

/** Everything that is not a fact: handed in, never looked up. */
export interface Surroundings {
  /** Civil day of the question, or null where none was given. */
  readonly asOf: number | null
  readonly calendars: CalendarSet
  /** Other values for parameters by name, as stored (a bargaining team's proposal). */
  readonly parameters?: ReadonlyMap<string, unknown>
}

/**
 * Facts as stored (cents, civil days), by their slot; `undefined` where missing.
 * The edge (`determinations/facts-in.ts`) turns JSON into this and names what is wrong.
 */
export type FactValues = readonly unknown[]

/** How a run ended. */
export type Ran =
  | { readonly status: 'answered'; /** By give, as stored. */ readonly value: readonly unknown[]; readonly path: Path }
  /** Slots of the facts on which it turns, those surely needed first; `asOf` where the day of the question is what is missing. */
  | { readonly status: 'needs'; readonly facts: readonly number[]; readonly asOf: boolean }
  | { readonly status: 'not covered'; readonly why: string }
  /** A calendar that is not there or does not reach, a figure too large, a quotient by nothing, a parameter outside its dates. */
  | { readonly status: 'trouble'; readonly trouble: Trouble }

export type Trouble =
  | { readonly is: 'calendar missing'; readonly kind: string }
  /** A named date of a school year; whether the calendar has it for other years. */
  | { readonly is: 'date missing'; readonly name: string; readonly year: string; readonly otherYears: boolean }
  | { readonly is: 'calendar too short'; readonly kind: string; readonly day: number; readonly year: string }
  | { readonly is: 'too large' | 'divided by nothing' | 'no such day' | 'no such text' | 'empty list'; readonly what: string }
  /** The text that was taken for a school year. */
  | { readonly is: 'no such school year'; readonly text: string }
  | { readonly is: 'parameter not in force'; readonly parameter: string; readonly day: number }

/** What fired in each step, a digit a step: see `core/path.ts`. Mixed into one number where that stays below 2^52, else the list of digits. */
export type Path = number | readonly number[]

/**
 * One line of the working: a clause, what it took, what it gave. Built by the same program that answers, its keys in this order.
 *
 * - One line a step that was worked out; at the top those that the answers mention, in order, each once; a step that two lines mention stands in both.
 * - `clause` and `why` are the row's or exception's that fired; the step's own first clause and words where the row has none, and where several rows agreed though something is unknown.
 * - `uses` and `from` follow `Step.mentions` of the body that ran: facts that are there, parameters in force and figures into `uses`; steps that were worked out into `from`.
 */
export interface WorkingLine {
  readonly rule: string
  readonly clause: string
  /** The row that fired, or the rule's words. */
  readonly why: string
  /** As it leaves: dollars, ISO days. */
  readonly value: unknown
  /** Facts, figures and parameters that the step reads and that were there, as they came in. */
  readonly uses: Readonly<Record<string, unknown>>
  /** Steps that it reads and that were worked out, in the order of mention. */
  readonly from: readonly WorkingLine[]
}

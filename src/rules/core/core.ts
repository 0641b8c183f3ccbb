/**
 * The core: what a decision is once names, types and kinds are resolved. Closures and written code both run exactly this.
 *
 * Values at run time: a number is a whole number of `1/per` (money: cents, per 100), below 2^52 in magnitude, kept in a double; a date is its civil day; a time its minute of the day; text and choices are strings; lists are arrays; records are
 * objects; nothing is `null`. A fact that is missing is *unknown*: see `need`.
 */

export type CoreType = PlainType & { /** May be null. */ readonly orNull: boolean }

type PlainType =
  /** Stored as a whole number of 1/per. `low` and `high` bound the stored number where that was proved at load. */
  | { readonly is: 'number'; readonly per: number; readonly money: boolean; readonly low?: number; readonly high?: number }
  /** Stored as `[top, bottom]` in lowest terms, bottom above 0; its value is top / bottom / per. */
  | { readonly is: 'quotient'; readonly per: number; readonly money: boolean }
  | { readonly is: 'date' | 'time' | 'boolean' | 'text' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly items: CoreType }
  | { readonly is: 'record'; readonly fields: readonly { readonly name: string; readonly type: CoreType }[] }
  /** Of the constant null (`orNull`), and of what never gives a value. */
  | { readonly is: 'nothing' }

export type Core = { readonly type: CoreType } & CoreOp

export type CoreOp =
  | { readonly op: 'constant'; /** As stored: cents, civil days. */ readonly value: number | string | boolean | null }
  /** A fact as it is; null when an optional one was left out (so `= null` can ask). A missing fact that is not optional is unknown. */
  | { readonly op: 'fact'; readonly at: number }
  /** The fact's value in use: when an optional fact was left out, unknown. Never null. */
  | { readonly op: 'need'; readonly at: number }
  /** `known(fact)`: true where it is there. Never unknown. */
  | { readonly op: 'known'; readonly at: number }
  | { readonly op: 'step'; readonly at: number }
  /** One output of a table step that has several; null where the step is null. */
  | { readonly op: 'column'; readonly at: number; readonly column: number }
  | { readonly op: 'local'; readonly at: number }
  | { readonly op: 'let'; readonly local: number; readonly value: Core; readonly body: Core }
  /** A parameter on the day asked (`day` null: on the question's own day). */
  | { readonly op: 'parameter'; readonly at: number; readonly day: Core | null }
  | { readonly op: 'asOf' }
  /** Both sides have the same `per`, which is the result's (add, subtract). `checked`: it may pass 2^52, then it is the trouble 'too large'. */
  | { readonly op: 'add' | 'subtract'; readonly left: Core; readonly right: Core; readonly checked?: true }
  /** per of the result = product of the two. */
  | { readonly op: 'multiply'; readonly left: Core; readonly right: Core; readonly checked?: true }
  /** The whole quotient of two stored numbers of any signs, rounded so; the denominator is never 0: `non zero` asks before. */
  | { readonly op: 'divide'; readonly left: Core; readonly right: Core; readonly mode: Rounding }
  /** The number, or the trouble 'divided by nothing' where it is 0. */
  | { readonly op: 'non zero'; readonly of: Core }
  /** A quotient that is kept: lowest terms, bottom above 0; the trouble 'divided by nothing' where it is 0. */
  | { readonly op: 'quotient'; readonly top: Core; readonly bottom: Core }
  | { readonly op: 'top' | 'bottom'; readonly of: Core }
  | { readonly op: 'modulo'; readonly left: Core; readonly right: Core }
  | { readonly op: 'negative'; readonly of: Core }
  /** Numbers of one `per`, dates or times. */
  | { readonly op: 'compare'; readonly sign: '<' | '<=' | '>' | '>='; readonly left: Core; readonly right: Core }
  /** Equal by value, lists and records too; null equals null only. */
  | { readonly op: 'same'; readonly left: Core; readonly right: Core }
  | { readonly op: 'and' | 'or'; readonly left: Core; readonly right: Core }
  | { readonly op: 'not'; readonly of: Core }
  | { readonly op: 'if'; readonly test: Core; readonly then: Core; readonly else: Core }
  /** A value that may be null where it must not be: asked before, so that here it is not. Only the type changes. */
  | { readonly op: 'sure'; readonly of: Core }
  | { readonly op: 'list'; readonly items: readonly Core[] }
  | { readonly op: 'record'; readonly fields: readonly { readonly name: string; readonly value: Core }[] }
  | { readonly op: 'field'; readonly of: Core; readonly name: string }
  | { readonly op: 'each' | 'filter' | 'some' | 'every'; readonly list: Core; readonly local: number; readonly body: Core }
  /** A stable sort; `before` says whether `first` goes before `second`. */
  | { readonly op: 'sort'; readonly list: Core; readonly first: number; readonly second: number; readonly before: Core }
  /** A function of `core/functions.ts`; a kind of day is named, not worked out. */
  | { readonly op: 'call'; readonly name: string; readonly kind: string | null; readonly arguments: readonly Core[] }
  /** No clause answers. */
  | { readonly op: 'not covered'; readonly why: string }

export type Rounding = 'half up' | 'half down' | 'half even' | 'up' | 'down' | 'floor' | 'ceiling'

/** One decision, ready to run. */
export interface Program {
  readonly decision: string
  readonly facts: readonly FactSlot[]
  readonly parameters: readonly ParameterSlot[]
  /** Those that a step uses stand before it. A step is worked out when something asks for it, once. */
  readonly steps: readonly Step[]
  readonly gives: readonly GiveSlot[]
  /** Local numbers run from 0 to locals - 1. */
  readonly locals: number
  readonly warnings: readonly { readonly when: Core | null; readonly says: string; readonly clause: string | null }[]
  readonly law: readonly { readonly statute: string; readonly certainty: string; readonly gives: readonly { readonly name: string; readonly value: Core }[]; readonly lawWhen: Core; readonly why: string }[]
  /** Kinds of day that it counts in. */
  readonly kinds: readonly string[]
  /** False where nothing in it counts days of any kind; left out where nobody has looked. */
  readonly counts?: false
}

export interface FactSlot {
  readonly name: string
  readonly type: CoreType
  readonly optional: boolean
  /** What leaving it out means, as stored; undefined where it means that it is unknown. */
  readonly missingMeans: unknown
  readonly judgedBy: string | null
}

export interface ParameterSlot {
  readonly name: string
  readonly type: CoreType
  /** Ascending; `from` null: always. */
  readonly values: readonly { readonly from: number | null; readonly value: unknown; readonly clause: string }[]
  readonly until: number | null
}

export interface Step {
  readonly name: string
  readonly kind: string
  readonly clauses: readonly string[]
  /** Words for the working, fixed at load. */
  readonly says: string
  readonly type: CoreType
  /** By reading; exactly one where nothing is contested. The plain one first. */
  readonly bodies: readonly StepBody[]
  readonly readings: readonly { readonly id: string; readonly says: string; readonly plain: boolean }[]
  /** Which reading a ruling chose, by its place among the bodies, from its day on (`on` null: for all days). */
  readonly ruling?: { readonly reading: number; readonly by: string | null; readonly on: number | null }
  /** By body, as many as `bodies`: what the whole step mentions, in the order of first mention, for the working. */
  readonly mentions: readonly (readonly Mention[])[]
  /** Asked in order, after `when` and before the body; the first that holds gives the value instead. */
  readonly exceptions: readonly { readonly name: string; readonly clauses: readonly string[]; readonly says: string; readonly when: Core; readonly instead: Core }[]
  readonly when: { readonly test: Core; readonly otherwise: Core } | null
}

/** What a step reads: for `uses` and `from` of its line in the working. */
export type Mention =
  | { readonly is: 'fact' | 'step'; readonly at: number }
  /** In force on the day asked. */
  | { readonly is: 'parameter'; readonly at: number }
  /** A figure of the rule, as it leaves. */
  | { readonly is: 'figure'; readonly name: string; readonly value: unknown }

export type StepBody =
  | { readonly is: 'formula'; readonly value: Core; /** As written, for the working. */ readonly text: string }
  | {
      readonly is: 'table'
      /** The first row of which every test holds fires (unique tables were proved to have one at most). A row without tests always fires. */
      readonly rows: readonly CoreRow[]
      /** Null: proved to be complete, or `not covered` rows at the end. */
      readonly otherwise: readonly Core[] | null
      /** One output: the step's value is the cell. Several: `column` reads them, and the step's own value is the record. */
      readonly outputs: readonly { readonly name: string; readonly type: CoreType }[]
    }

export interface CoreRow {
  readonly tests: readonly Core[]
  readonly outputs: readonly Core[]
  readonly clause: string | null
  readonly says: string
}

export interface GiveSlot {
  readonly name: string
  readonly value: Core
  readonly type: CoreType
  readonly mentions: readonly Mention[]
  /** How it leaves: money and decimals as JSON numbers, days as ISO text, times as HH:MM. */
  readonly as: 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'time' | 'boolean' | 'text' | 'choice' | 'list' | 'record'
}

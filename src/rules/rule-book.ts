import type { Problem } from '#plain/problem.ts'
import type { Expression, UnaryTests } from '#rules/feel/expression.ts'

/** The rules of a pack as read from their blocks: every expression parsed, every kind of value spelled as formulas and tables, no types yet. */
export interface RuleBook {
  readonly pack: string
  readonly decisions: readonly Decision[]
  readonly definitions: readonly Definition[]
  readonly parameters: readonly Parameter[]
  readonly procedures: readonly Procedure[]
  readonly duties: readonly Duty[]
  readonly schoolYear: SchoolYearForm
  readonly problems: readonly Problem[]
  /** What is wrong with the cases of `examples/*.jsonl`, which are read only when somebody asks for them. */
  readonly problemsOfCases?: () => readonly Problem[]
}

/** How the pack writes a school year and when it begins: `2010-2011` or `2018-19`; July 1 where agreement.yaml does not say. */
export interface SchoolYearForm {
  readonly written: 'long' | 'short'
  readonly beginsMonth: number
  readonly beginsDay: number
}

export interface RulePlace {
  readonly file: string
  readonly line: number
  /** The clause under which the block stands. */
  readonly clause: string
}

export interface RuleHead {
  readonly name: string
  readonly at: RulePlace
  readonly clauses: readonly string[]
  readonly from: string | null
  readonly until: string | null
  readonly leftToPeople: readonly string[]
  readonly note: string | null
}

export interface Decision extends RuleHead {
  readonly asks: string
  /** The block's kind: `decision`, or the kind of value that it is (`vote`, `deadline` ...). */
  readonly kind: string
  readonly facts: readonly Fact[]
  readonly values: readonly Value[]
  readonly gives: readonly Give[]
  readonly examples: readonly Example[]
  readonly warnings: readonly Warning[]
  readonly law: readonly LawBeside[]
}

/** A named value that other rules use. Called with names, its facts are what is handed in. */
export interface Definition extends RuleHead {
  readonly facts: readonly Fact[]
  readonly values: readonly Value[]
  /** The name of the value among `values` that it stands for: its own name. */
  readonly type: FactType | null
}

export interface Fact {
  readonly name: string
  readonly type: FactType
  readonly optional: boolean
  /** Leaving it out is the same as this value. */
  readonly missingMeans: Expression | null
  readonly judgedBy: string | null
  readonly min: number | null
  readonly max: number | null
  readonly unit: string | null
  readonly note: string | null
  readonly ask: string | null
  readonly at: RulePlace
}

export type FactType =
  | { readonly is: 'integer' | 'money' | 'date' | 'time' | 'boolean' | 'text' }
  | { readonly is: 'decimal' | 'percent'; readonly decimals: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly items: FactType }
  | { readonly is: 'record'; readonly fields: readonly { readonly name: string; readonly type: FactType; readonly optional: boolean }[] }

export interface Value {
  readonly name: string
  readonly at: RulePlace
  /** What it reads. */
  readonly clauses: readonly string[]
  /** Its words in the working; made from the kind where the author gave none. */
  readonly says: string | null
  /** `formula`, `table`, `schedule`, `deadline`, `limit`, `entitlement`, `choose`, `vote`, `committee`, `figure`. */
  readonly kind: string
  /** What the author wrote for its kind, for words and screens: `{within: '20 work days', after: 'knew_on', who: 'the grievant'}`. */
  readonly frame: Readonly<Record<string, string>>
  /** Empty readings: `body` alone. With readings, `body` is the plain one's (or the first's where none is plain). */
  readonly body: Body
  readonly readings: readonly Reading[]
  readonly ruling: { readonly reading: string; readonly by: string | null; readonly on: string | null } | null
  /** In the order in which they are asked: the first whose condition holds defeats the body. */
  readonly exceptions: readonly Exception[]
  /** `when:`: the value holds only then; else `otherwise`. */
  readonly when: { readonly test: Expression; readonly otherwise: Expression } | null
}

export interface Reading {
  readonly id: string
  readonly says: string
  readonly plain: boolean
  readonly body: Body
}

export interface Exception {
  readonly name: string
  readonly at: RulePlace
  readonly clauses: readonly string[]
  readonly when: Expression
  readonly instead: Expression
}

export type Body =
  | { readonly is: 'formula'; readonly value: Expression; readonly text: string }
  | TableBody

export interface TableBody {
  readonly is: 'table'
  readonly hit: 'unique' | 'first'
  readonly inputs: readonly { readonly head: string; readonly value: Expression }[]
  /** One output: the table's value is that cell; several: a record of them. */
  readonly outputs: readonly { readonly name: string; readonly type: FactType | null }[]
  readonly rows: readonly TableRow[]
  readonly otherwise: readonly Expression[] | 'not covered' | null
}

export interface TableRow {
  readonly tests: readonly UnaryTests[]
  /** As many as the table has outputs. */
  readonly outputs: readonly Expression[]
  readonly clause: string | null
  readonly says: string | null
  readonly line: number
}

export interface Give {
  readonly name: string
  readonly type: FactType
  readonly is: Expression
  /** Null while any of these optional facts is left out. */
  readonly nullWithout: readonly string[]
  readonly unit: string | null
  readonly note: string | null
  readonly at: RulePlace
}

export interface Parameter extends RuleHead {
  readonly type: FactType
  /** By day of force, ascending; `from` null for a figure without dates. */
  readonly values: readonly { readonly from: string | null; readonly is: Expression; readonly clause: string }[]
  readonly doubt: string | null
}

export interface Procedure extends RuleHead {
  readonly steps: readonly ProcedureStep[]
  readonly extendedBy: string | null
}

export interface ProcedureStep {
  readonly name: string
  readonly clause: string
  readonly who: string
  readonly must: string
  /** Null for a step without a limit. */
  readonly within: { readonly count: number; readonly of: string } | null
  readonly after: string
  readonly ifSilent: string | null
  readonly onSilence: string | null
  readonly ifLate: string | null
}

export interface Duty extends RuleHead {
  readonly who: string
  readonly must: string
  readonly to: string | null
  readonly with: string | null
  readonly by: string | null
  readonly binding: boolean
}

export interface Warning {
  readonly when: Expression | null
  readonly says: string
  readonly clause: string | null
}

export interface LawBeside {
  readonly statute: string
  readonly certainty: string
  readonly gives: readonly { readonly name: string; readonly value: Expression }[]
  /** The statute binds when this holds; else the contract does. */
  readonly lawWhen: Expression
  readonly why: string
}

/** An example in the words of the pack: facts as JSON values. */
export interface Example {
  readonly decision: string
  readonly case: string
  readonly given: Readonly<Record<string, unknown>>
  readonly asOf: string | null
  readonly calendar: string | null
  readonly expect: Readonly<Record<string, unknown>>
  readonly because: string | null
  readonly at: { readonly file: string; readonly line: number }
}

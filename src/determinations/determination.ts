import type { WorkingLine } from '#rules/core/running.ts'

/** The one result shape of every question, here, in the terminal and on the wire. */
export interface Determination {
  readonly case?: string
  readonly decision: string
  readonly status: 'determined' | 'contested' | 'needs_input' | 'needs_judgment' | 'not_covered' | 'error'
  /** By answer; money in dollars, days as ISO text, nothing as null. Null unless determined or contested. */
  readonly value: Readonly<Record<string, unknown>> | null
  readonly clauses: readonly string[]
  /** What is missing, in the order in which a person should be asked. */
  readonly needs: readonly Need[]
  readonly readings: readonly ReadingAnswer[]
  readonly working: readonly WorkingLine[]
  /** Every counted deadline with what was skipped and why. */
  readonly accounts: readonly DayAccount[]
  readonly warnings: readonly { readonly clause: string | null; readonly says: string }[]
  readonly law: readonly LawAnswer[]
  /** Words that were left to people and bear on this answer. */
  readonly leftToPeople: readonly string[]
  readonly error?: { readonly input: string | null; readonly message: string }
}

export interface Need {
  readonly input: string
  readonly why: string
  /** Who judges, where it is a judgment. */
  readonly judgedBy?: string
}

export interface ReadingAnswer {
  readonly id: string
  readonly says: string
  readonly value: Readonly<Record<string, unknown>>
}

export interface DayAccount {
  readonly rule: string
  readonly clause: string
  /** `20 work days after 2010-11-08 is 2010-12-15`. */
  readonly says: string
  readonly kind: string
  readonly count: number
  readonly from: string
  readonly first: string | null
  readonly last: string
  readonly skipped: readonly { readonly day: string; readonly why: string }[]
}

export interface LawAnswer {
  readonly statute: string
  readonly certainty: string
  readonly value: Readonly<Record<string, unknown>>
  readonly binds: 'law' | 'contract'
  readonly why: string
}

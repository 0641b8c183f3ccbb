import type { CoreRow, Step } from '#rules/core/core.ts'

/** Steps and rows whose words are made the first time that somebody reads them: most are never shown. */

/** Everything of a step but its words. */
export type Wordless = Omit<Step, 'says'>

class SayingStep implements Step {
  readonly name: Step['name']
  readonly kind: Step['kind']
  readonly clauses: Step['clauses']
  readonly readings: Step['readings']
  declare readonly ruling?: NonNullable<Step['ruling']>
  readonly type: Step['type']
  readonly bodies: Step['bodies']
  readonly mentions: Step['mentions']
  readonly when: Step['when']
  readonly exceptions: Step['exceptions']
  readonly #words: () => string
  #made: string | null = null

  constructor(step: Wordless, words: () => string) {
    this.name = step.name
    this.kind = step.kind
    this.clauses = step.clauses
    this.readings = step.readings
    if (step.ruling !== undefined) this.ruling = step.ruling
    this.type = step.type
    this.bodies = step.bodies
    this.mentions = step.mentions
    this.when = step.when
    this.exceptions = step.exceptions
    this.#words = words
  }

  get says(): string {
    return (this.#made ??= this.#words())
  }

  toJSON(): Step {
    return { ...this, says: this.says }
  }
}

class SayingRow implements CoreRow {
  readonly tests: CoreRow['tests']
  readonly outputs: CoreRow['outputs']
  readonly clause: CoreRow['clause']
  readonly #words: () => string
  #made: string | null = null

  constructor(tests: CoreRow['tests'], outputs: CoreRow['outputs'], clause: CoreRow['clause'], words: () => string) {
    this.tests = tests
    this.outputs = outputs
    this.clause = clause
    this.#words = words
  }

  get says(): string {
    return (this.#made ??= this.#words())
  }

  toJSON(): CoreRow {
    return { ...this, says: this.says }
  }
}

/** The step with its words; written as JSON it has them too. */
export function sayingStep(step: Wordless, words: () => string): Step {
  return new SayingStep(step, words)
}

export function sayingRow(tests: CoreRow['tests'], outputs: CoreRow['outputs'], clause: CoreRow['clause'], words: () => string): CoreRow {
  return new SayingRow(tests, outputs, clause, words)
}

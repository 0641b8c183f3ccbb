import { makeAnswerColumn, type AnswerColumn } from '#determinations/bulk/answer-cells.ts'
import { readingChoices } from '#determinations/run-readings.ts'
import { compile, type Bound } from '#rules/code/compile.ts'
import type { Core, GiveSlot, Program } from '#rules/core/core.ts'
import { pathShape } from '#rules/core/path.ts'
import type { Surroundings } from '#rules/core/running.ts'

/**
 * One decision worked out by columns, by every reading of it. A row of which something is missing, in trouble or not covered, on which readings differ or a warning holds, is named, and answered the careful way.
 */
export interface ColumnRunner {
  readonly answers: readonly AnswerColumn[]
  /** Answers the rows of the columns and puts 1 into `careful` for those to be answered row by row. */
  readonly run: (facts: readonly (readonly unknown[])[], rows: number, careful: Uint8Array) => void
}

/** The runner, or null where code may not be made (a strict browser) or the decision has facts or answers that stand in no column. */
export function columnRunner(program: Program, around: Surroundings, most: number): ColumnRunner | null {
  if (program.facts.some((slot) => slot.type.is === 'list' || slot.type.is === 'record')) return null
  const asked = withWarnings(program)
  const { plain, others } = readingChoices(program, around.asOf, null)
  const choices = [plain, ...others.map((it) => it.bodies)]
  const variants = boundVariants(asked, around, choices)
  if (variants === null) return null
  const columns = choices.map(() => asked.gives.map((give) => makeAnswerColumn(give, most)))
  const path = pathShape(asked).inOneNumber ? new Float64Array(most) : []
  return {
    answers: (columns[0] ?? []).slice(0, program.gives.length),
    run: (facts, rows, careful) => {
      for (const [at, bound] of variants.entries()) {
        const left: number[] = []
        bound.columns(0, rows, facts, columns[at] ?? [], path, left)
        for (const row of left) careful[row] = 1
      }
      for (const other of columns.slice(1)) markDifferent(columns[0] ?? [], other, rows, careful)
      for (const warned of (columns[0] ?? []).slice(program.gives.length)) markHolding(warned as Uint8Array, rows, careful)
    },
  }
}

/** The program with its conditional warnings as further answers. */
function withWarnings(program: Program): Program {
  const when = program.warnings.flatMap((it): Core[] => (it.when === null ? [] : [it.when]))
  const gives = when.map((value, at): GiveSlot => ({ name: `warning_${at}`, value, type: value.type, mentions: [], as: 'boolean' }))
  return { ...program, gives: [...program.gives, ...gives] }
}

function boundVariants(program: Program, around: Surroundings, choices: readonly (readonly number[])[]): readonly Bound[] | null {
  try {
    const compiled = compile(program)
    const variants = choices.map((bodies) => compiled.bind(around, bodies))
    // Written when first asked for: now, so that what cannot be written is known before the first row.
    for (const bound of variants) bound.columns(0, 0, [], [], [], [])
    return variants
  } catch (error) {
    if (error instanceof EvalError) return null
    throw error
  }
}

function markDifferent(plain: readonly AnswerColumn[], other: readonly AnswerColumn[], rows: number, careful: Uint8Array): void {
  for (const [at, column] of plain.entries()) {
    const second = other[at] as AnswerColumn
    if (column instanceof Float64Array) markNumbers(column, second as Float64Array, rows, careful)
    else for (let row = 0; row < rows; row += 1) if (!equalAnswers(column[row], second[row])) careful[row] = 1
  }
}

function markNumbers(plain: Float64Array, other: Float64Array, rows: number, careful: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) if (plain[row] !== other[row]) careful[row] = 1
}

function equalAnswers(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function markHolding(warned: Uint8Array, rows: number, careful: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) if (warned[row] === 1) careful[row] = 1
}

import type { Core, CoreRow, Step, StepBody } from '#rules/core/core.ts'
import { Halt, notCovered } from '#rules/core/halt.ts'
import { branchesOf } from '#rules/core/path.ts'
import { guessClosure, type Guessing, ifGuess } from '#rules/run/guess-closures.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'
import { eitherValue, tried, Unknown, withEither } from '#rules/run/unknown.ts'

/** A step where facts may be unknown: worked out once, its digit set where its value is certain. What fired is certain too, or the digit says that all that may fire agrees. */
export function guessStep(step: Step, at: number, reading: number, radix: number, guessing: Guessing, seen: Uint8Array): Closure {
  const guess = wholeStep(step, step.bodies[reading] ?? (step.bodies[0] as StepBody), guessing)
  return (run) => {
    if (seen[at] === 1) return run.values[at]
    const fired = { digit: radix - 1 }
    const value = guess(run, fired)
    seen[at] = 1
    run.values[at] = value
    if (!(value instanceof Unknown)) run.digits[at] = fired.digit
    return value
  }
}

/** Which branch fired, where that is certain. */
interface FiredDigit {
  digit: number
}

type Piece = (run: RunState, fired: FiredDigit) => unknown

function wholeStep(step: Step, body: StepBody, guessing: Guessing): Piece {
  const branches = branchesOf(step)
  const last = body.is === 'formula' ? formulaPiece(body.value, guessing) : tablePiece(step, body, guessing)
  const defeated = step.exceptions.reduceRight<Piece>((rest, exception, order) => choice(guessClosure(exception.when, guessing), firing(1 + branches + order, guessClosure(exception.instead, guessing)), rest), last)
  if (step.when === null) return defeated
  return choice(guessClosure(step.when.test, guessing), defeated, firing(1 + branches + step.exceptions.length, guessClosure(step.when.otherwise, guessing)))
}

function firing(digit: number, value: Closure): Piece {
  return (run, fired) => {
    fired.digit = digit
    return value(run)
  }
}

function choice(test: Closure, then: Piece, otherwise: Piece): Piece {
  return (run, fired) => {
    const agreed = fired.digit
    const holds = test(run)
    const value = ifGuess(holds, () => then(run, fired), () => otherwise(run, fired))
    if (holds instanceof Unknown) fired.digit = agreed
    return value
  }
}

function formulaPiece(value: Core, guessing: Guessing): Piece {
  return firing(1, guessClosure(value, guessing))
}

type Table = Extract<StepBody, { is: 'table' }>

/** A row that may fire: what is unknown of its tests, undefined where it fires for certain. */
interface MayFire {
  readonly unsure: Unknown | undefined
  readonly outputs: readonly Closure[]
  readonly digit: number
}

function tablePiece(step: Step, body: Table, guessing: Guessing): Piece {
  const close = (outputs: readonly Core[]): readonly Closure[] => outputs.map((it) => guessClosure(it, guessing))
  const rows = body.rows.map((row, order) => ({ test: rowGuess(row, guessing), outputs: close(row.outputs), digit: 1 + order }))
  const otherwise: MayFire | null = body.otherwise === null ? null : { unsure: undefined, outputs: close(body.otherwise), digit: 1 + body.rows.length }
  return (run, fired) => {
    const may: MayFire[] = []
    for (const { test, outputs, digit } of rows) {
      const fits = test(run)
      if (fits === false) continue
      may.push({ unsure: fits instanceof Unknown ? fits : undefined, outputs, digit })
      if (fits === true) break
    }
    if (otherwise !== null && may.at(-1)?.unsure !== undefined) may.push(otherwise)
    const first = may[0] ?? otherwise
    if (first === null) return notCovered(`No row of the table ${step.name.replaceAll('_', ' ')} fits.`)
    // A complete table fires the last row that may fire where none before it does.
    if (may.length < 2) fired.digit = first.digit
    return may.length < 2 ? outputsOf(body, first.outputs.map((output) => output(run))) : agreedOutputs(run, body, may)
  }
}

// Each column by itself: one may be certain where another is not.
function agreedOutputs(run: RunState, body: Table, may: readonly MayFire[]): unknown {
  const columns = body.outputs.map((_, column) => {
    const values = may.map((row) => tried(() => row.outputs[column]?.(run)))
    let value = values.at(-1)
    for (let row = may.length - 2; row >= 0; row--) value = eitherValue(may[row]?.unsure as Unknown, values[row], value)
    return value
  })
  const stopped = columns.find((value) => value instanceof Halt)
  if (stopped !== undefined) throw stopped
  return outputsOf(body, columns)
}

function outputsOf(body: Table, values: readonly unknown[]): unknown {
  return body.outputs.length === 1 ? values[0] : Object.fromEntries(body.outputs.map((output, at) => [output.name, values[at]]))
}

function rowGuess(row: CoreRow, guessing: Guessing): Closure {
  const tests = row.tests.map((test) => guessClosure(test, guessing))
  return (run) => {
    let unsure: Unknown | undefined
    for (const test of tests) {
      const fits = unsure === undefined ? test(run) : tried(() => test(run))
      if (fits === false) return false
      if (fits instanceof Unknown) unsure = unsure === undefined ? fits : withEither(unsure, fits)
    }
    return unsure ?? true
  }
}

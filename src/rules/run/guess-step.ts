import type { Step, StepBody } from '#rules/core/core.ts'
import { branchesOf } from '#rules/core/path.ts'
import { guessClosure, type Guessing, ifGuess } from '#rules/run/guess-closures.ts'
import { guessTable } from '#rules/run/guess-table.ts'
import type { Closure } from '#rules/run/known-state.ts'
import { Unknown } from '#rules/run/unknown.ts'

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

type Piece = ReturnType<typeof guessTable>

function wholeStep(step: Step, body: StepBody, guessing: Guessing): Piece {
  const branches = branchesOf(step)
  const last = body.is === 'formula' ? firing(1, guessClosure(body.value, guessing)) : guessTable(step, body, guessing)
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

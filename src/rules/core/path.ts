import type { Program, Step } from '#rules/core/core.ts'
import type { Path } from '#rules/core/running.ts'

/**
 * How the path of a run is written: one digit a step, mixed into one number where that stays below 2^52.
 *
 * With B the most branches that any body of the step has (a formula 1; a table its rows, and one more for `otherwise`), the digit is 0 where the step was not worked out;
 * 1 + k where the body's branch k fired (a table's `otherwise` is the branch after its rows); 1 + B + e where exception e gave the value; the next where `when` did not hold;
 * and the last where the value is certain although something is unknown, because all that may fire agrees.
 */
export interface PathShape {
  /** By step: how many digits it can have. */
  readonly radix: readonly number[]
  /** By step: the product of the radixes before it. Empty where paths are lists. */
  readonly weights: readonly number[]
  readonly inOneNumber: boolean
}

export function pathShape(program: Pick<Program, 'steps'>): PathShape {
  const radix = program.steps.map((step) => 2 + branchesOf(step) + step.exceptions.length + (step.when === null ? 0 : 1))
  let product = 1
  const weights = radix.map((it) => {
    const weight = product
    product *= it
    return weight
  })
  return product <= 2 ** 52 ? { radix, weights, inOneNumber: true } : { radix, weights: [], inOneNumber: false }
}

/** The most branches that any of its bodies has. */
export function branchesOf(step: Step): number {
  return Math.max(...step.bodies.map((body) => (body.is === 'formula' ? 1 : body.rows.length + (body.otherwise === null ? 0 : 1))))
}

/** What a digit says. */
export type Fired =
  | { readonly is: 'not worked out' | 'when' | 'agreed' }
  | { readonly is: 'branch' | 'exception'; readonly at: number }

export function firedBy(step: Step, digit: number): Fired {
  if (digit === 0) return { is: 'not worked out' }
  const branches = branchesOf(step)
  if (digit <= branches) return { is: 'branch', at: digit - 1 }
  if (digit <= branches + step.exceptions.length) return { is: 'exception', at: digit - 1 - branches }
  return { is: step.when !== null && digit === 1 + branches + step.exceptions.length ? 'when' : 'agreed' }
}

export function mixPath(shape: PathShape, digits: ArrayLike<number>): Path {
  if (!shape.inOneNumber) return Array.from(digits)
  let path = 0
  for (let at = 0; at < shape.weights.length; at++) path += (digits[at] ?? 0) * (shape.weights[at] ?? 0)
  return path
}

/** The digits again, one a step. */
export function unmixPath(shape: PathShape, path: Path): readonly number[] {
  if (typeof path !== 'number') return path
  let rest = path
  return shape.radix.map((radix) => {
    const digit = rest % radix
    rest = (rest - digit) / radix
    return digit
  })
}

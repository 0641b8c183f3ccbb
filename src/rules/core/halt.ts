import type { Ran, Trouble } from '#rules/core/running.ts'

/** What stops a run before it has an answer. Thrown by functions of the language and caught where the run began; no stack is taken, so that it costs little. */
export class Halt {
  readonly ran: Extract<Ran, { readonly status: 'not covered' | 'trouble' }>

  constructor(ran: Extract<Ran, { readonly status: 'not covered' | 'trouble' }>) {
    this.ran = ran
  }
}

/** Stops the run with a trouble. */
export function halt(trouble: Trouble): never {
  throw new Halt({ status: 'trouble', trouble })
}

/** Stops the run because no clause answers. */
export function notCovered(why: string): never {
  throw new Halt({ status: 'not covered', why })
}

/** Stored numbers stay below this, so that every sum of two is exact. */
export const tooLarge = 2 ** 52

/** The number, or the trouble 'too large'. */
export function inBounds(value: number): number {
  if (value >= tooLarge || value <= -tooLarge) halt({ is: 'too large', what: 'A figure on the way passes 4,503,599,627,370,495 of its smallest units.' })
  return value
}

/** The number, or the trouble 'divided by nothing'. */
export function notZero(value: number): number {
  if (value === 0) halt({ is: 'divided by nothing', what: 'A quotient has 0 below the line.' })
  return value
}

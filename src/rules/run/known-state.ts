import type { Surroundings } from '#rules/core/running.ts'

/** What one run keeps: facts in, steps' values and what fired in each. One is made for a program and used again by every run. */
export interface RunState {
  facts: readonly unknown[]
  around: Surroundings
  /** By step: 0 while it is not worked out, else what fired (`core/path.ts`). */
  readonly digits: Int32Array
  readonly values: unknown[]
  readonly locals: unknown[]
}

/** A piece of the program as a function of the run. */
export type Closure = (run: RunState) => unknown

/** Thrown where a run that took everything as known comes upon something that is not. */
export const unknownHere: unique symbol = Symbol('unknown here')

export const noSurroundings: Surroundings = { asOf: null, calendars: { name: '', kinds: new Map(), named: new Map() } }

export function newState(steps: number, locals: number): RunState {
  return { facts: [], around: noSurroundings, digits: new Int32Array(steps), values: Array.from({ length: steps }, () => null), locals: Array.from({ length: locals }, () => null) }
}

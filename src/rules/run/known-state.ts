import type { DayKind } from '#calendar/calendar.ts'
import type { Program } from '#rules/core/core.ts'
import type { Surroundings } from '#rules/core/running.ts'

/** What one run keeps: facts in, steps' values and what fired in each. One is made for a program and used again by every run. */
export interface RunState {
  facts: readonly unknown[]
  around: Surroundings
  /** By step: 0 while it is not worked out, else what fired (`core/path.ts`). */
  readonly digits: Int32Array
  readonly values: unknown[]
  readonly locals: unknown[]
  /** The kinds of day that the program names, undefined where the calendars lack one. */
  kinds: readonly (DayKind | undefined)[]
  /** Parameters on the day asked, once they were looked up; undefined before. */
  readonly parameters: unknown[]
}

/** A piece of the program as a function of the run. */
export type Closure = (run: RunState) => unknown

/** Thrown where a run that took everything as known comes upon something that is not. */
export const unknownHere: unique symbol = Symbol('unknown here')

export const noSurroundings: Surroundings = { asOf: null, calendars: { name: '', kinds: new Map(), named: new Map() } }

export function newState({ steps, locals, parameters }: Program): RunState {
  return { facts: [], around: noSurroundings, digits: new Int32Array(steps.length), values: nulls(steps.length), locals: nulls(locals), kinds: [], parameters: parameters.map(() => undefined) }
}

function nulls(count: number): unknown[] {
  return Array.from({ length: count }, () => null)
}

/** Goes over to other surroundings: what was looked up in the old ones is forgotten. */
export function surround(run: RunState, program: Program, around: Surroundings): void {
  const old = run.around
  if (old.calendars !== around.calendars) run.kinds = program.kinds.map((kind) => around.calendars.kinds.get(kind))
  if (old.asOf !== around.asOf || old.parameters !== around.parameters) run.parameters.fill(undefined)
  run.around = around
}

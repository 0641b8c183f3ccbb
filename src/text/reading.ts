import { problem, type Problem, type Where } from '#plain/problem.ts'
import { READ_LIMITS, type ReadLimits } from '#text/limits.ts'
import type { ReadOptions } from '#text/read-options.ts'

/** One reading of one file: its limits, its clock, its notes. A parser deep inside a file stops by throwing `Stopped`; the door turns that into a problem. */
export interface Reading {
  readonly file: string
  readonly limits: ReadLimits
  readonly options: ReadOptions
  readonly notes: readonly Problem[]
  /** Ends the reading when it was stopped or its time is over. Cheap: ask in every loop. */
  check(): void
  /** Time for scanned pages is longer: called when the first one is met. */
  allowMs(ms: number): void
  /** Milliseconds since some start. */
  now(): number
  note(code: `text/${string}`, what: string, next: string, where?: Where): void
  stop(code: `text/${string}`, what: string, next: string, where?: Where): never
  progress(doing: string, done: number, of: number): void
}

/** Carries a problem out of a parser to the door. */
export class Stopped extends Error {
  readonly problem: Problem
  constructor(why: Problem) {
    super(why.what)
    this.problem = why
  }
}

export function startReading(file: string, options: ReadOptions): Reading {
  const limits: ReadLimits = { ...READ_LIMITS, ...options.limits }
  const now = options.now ?? (() => performance.now())
  const started = now()
  let allowed = limits.totalMs
  const notes: Problem[] = []
  const stop: Reading['stop'] = (code, what, next, where = {}) => {
    throw new Stopped(problem(code, what, next, { file, ...where }))
  }
  return {
    file,
    limits,
    options,
    notes,
    now,
    stop,
    check() {
      if (options.signal?.aborted === true) stop('text/stopped', 'The reading was stopped.', 'Read the file again to go on; pages that were finished are kept where the caller keeps them.')
      if (now() - started > allowed) stop('text/too-slow', `The file was not read within ${Math.round(allowed / 1000)} seconds.`, 'Split it into smaller files, or save it afresh from the program that made it.')
    },
    allowMs(ms) {
      allowed = Math.max(allowed, ms)
    },
    note(code, what, next, where = {}) {
      if (notes.length < 1000) notes.push(problem(code, what, next, { file, ...where }))
    },
    progress(doing, done, of) {
      options.onProgress?.({ doing, done, of })
    },
  }
}

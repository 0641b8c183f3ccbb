import type { Program } from '#rules/core/core.ts'
import type { FactValues, Path, Surroundings, WorkingLine } from '#rules/core/running.ts'
import { closuresOf, type Closures } from '#rules/run/closures.ts'

/** Programs that have written code run by it and leave to the closures what it leaves; the others run by closures. */

/** Stored facts in: -1, or null for the working, where the code leaves. */
export interface StoredRun {
  readonly answerStored: (facts: FactValues, out: unknown[]) => Path
  readonly treeStored: (facts: FactValues) => readonly WorkingLine[] | null
}

/** The code of the plain bodies; null where something of the surroundings is missing, undefined while the code has not come. */
export type WrittenFor = (around: Surroundings, bodies: readonly number[]) => StoredRun | null | undefined

const kept = new WeakMap<Program, { readonly written: WrittenFor; readonly after: number }>()

/** Keeps code for a program, written while running or at build time. Code for other than the plain bodies may answer null. The first `after` questions are left to the closures. */
export function keepWrittenCode(program: Program, written: WrittenFor, after = 0): void {
  kept.set(program, { written, after })
}

/** As closures, only faster where there is code. Answers, paths and workings are the same to the byte. Closures are made when the code first leaves something to them. */
export function fastClosures(program: Program, bodies: readonly number[] = []): Closures {
  let made: Closures | undefined
  const closures = (): Closures => (made ??= closuresOf(program, bodies))
  const code = kept.get(program)
  if (code === undefined) return closures()
  const { written, after } = code
  let asked = 0
  let bound: StoredRun | null | undefined
  let last: Surroundings | null = null
  const runFor = (around: Surroundings): StoredRun | null | undefined => {
    if (after > 0 && asked <= after) return null
    if (bound === undefined || last === null || !sameSurroundings(last, around)) bound = written(around, bodies)
    last = around
    return bound
  }
  return {
    run: (facts, around) => {
      asked += 1
      const value: unknown[] = []
      const path = runFor(around)?.answerStored(facts, value) ?? -1
      return path === -1 ? closures().run(facts, around) : { status: 'answered', value, path }
    },
    working: (facts, around) => runFor(around)?.treeStored(facts) ?? closures().working(facts, around),
  }
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return a === b || (a.asOf === b.asOf && a.calendars === b.calendars && a.parameters === b.parameters)
}

import type { Core, Program } from '#rules/core/core.ts'

/** By fact, how many conditions and formulas read it: a cell of a table counts once, however many words it lists. */
export function timesRead(program: Program): readonly number[] {
  const times = program.facts.map(() => 0)
  const look = (part: unknown, note: (at: number) => void): void => {
    if (Array.isArray(part)) for (const it of part) look(it, note)
    else if (typeof part === 'object' && part !== null) {
      const { op, at } = part as Partial<Core> & { readonly at?: number }
      if (op === 'constant') return
      if ((op === 'need' || op === 'fact') && at !== undefined) note(at)
      for (const key of Object.keys(part)) if (key === 'tests') lookAtCells((part as { readonly tests: readonly Core[] }).tests)
        // Words are made when they are read: not here.
        else if (key !== 'type' && key !== 'mentions' && key !== 'says') look((part as Readonly<Record<string, unknown>>)[key], note)
    }
  }
  const once = (at: number): void => {
    times[at] = (times[at] ?? 0) + 1
  }
  const lookAtCells = (tests: readonly Core[]): void => {
    for (const test of tests) {
      const read = new Set<number>()
      look(test, (at) => read.add(at))
      for (const at of read) once(at)
    }
  }
  look(program.steps, once)
  look(program.gives, once)
  return times
}

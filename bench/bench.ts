/** The shape of a bench and the few ways to measure, so that every figure stands beside a peer or a floor taken in the same run. */

export interface Measure {
  /** What was done, with its size. */
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'KB' | 'µs' | 'ns'
  /** The figure that may not be passed; absent where none was set. */
  readonly target?: number
  /** The same work done by another program, or the least that any program must do. */
  readonly beside?: { readonly name: string; readonly value: number }
}

export interface Bench {
  readonly name: string
  /** One sentence for the person at the terminal. */
  readonly says: string
  readonly run: () => Promise<readonly Measure[]>
}

/** Milliseconds of each run, in the order they were run. */
export async function times(run: () => unknown, options: { readonly warm: number; readonly runs: number }): Promise<number[]> {
  for (let turn = 0; turn < options.warm; turn += 1) await run()
  const taken: number[] = []
  for (let turn = 0; turn < options.runs; turn += 1) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return taken
}

/** Both runs in turns, so that what the machine does meanwhile falls on both: the medians in milliseconds. */
export async function medians(ours: () => unknown, beside: () => unknown, options: { readonly warm: number; readonly runs: number }): Promise<{ ours: number; beside: number }> {
  await times(ours, { warm: options.warm, runs: 0 })
  await times(beside, { warm: options.warm, runs: 0 })
  const taken = { ours: [] as number[], beside: [] as number[] }
  for (let turn = 0; turn < options.runs; turn += 1) {
    taken.ours.push(...(await times(ours, { warm: 0, runs: 1 })))
    taken.beside.push(...(await times(beside, { warm: 0, runs: 1 })))
  }
  return { ours: quantile(taken.ours, 0.5), beside: quantile(taken.beside, 0.5) }
}

/** The value below which the share `at` of the values lies: 0.5 for the median, 0.99 for all but the slowest hundredth. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}

/** Times a function beside another in turns, so that what a noisy machine does meanwhile falls on both: for figures of nanoseconds. */

export interface Paired {
  /** Nanoseconds a call. */
  readonly ours: number
  readonly floor: number
  /** The median of the ratios of neighbouring slices. */
  readonly ratio: number
}

export interface PairedOptions {
  readonly slices?: number
  readonly sliceMs?: number
}

type Run = (input: never) => unknown

export function paired<A, B>(ours: { run: (input: A) => unknown; inputs: readonly A[] }, floor: { run: (input: B) => unknown; inputs: readonly B[] }, options: PairedOptions = {}): Paired {
  const { slices = 21, sliceMs = 12 } = options
  const [one, other] = [loopOf(ours), loopOf(floor)]
  const [n, m] = [warm(one, sliceMs), warm(other, sliceMs)]
  const taken = Array.from({ length: slices }, () => {
    const before = other(m) / m
    const mine = one(n) / n
    const after = other(m) / m
    return { mine, floor: (before + after) / 2, ratio: mine / ((before + after) / 2) }
  })
  return { ours: median(taken.map((it) => it.mine)) * 1e6, floor: median(taken.map((it) => it.floor)) * 1e6, ratio: median(taken.map((it) => it.ratio)) }
}

/** Nanoseconds a call of one function alone. */
export function alone<A>(run: (input: A) => unknown, inputs: readonly A[], options: PairedOptions = {}): number {
  const { slices = 21, sliceMs = 12 } = options
  const loop = loopOf({ run, inputs })
  const n = warm(loop, sliceMs)
  return median(Array.from({ length: slices }, () => loop(n) / n)) * 1e6
}

/** Milliseconds of one run. Processor time is counted in steps that are too coarse for short runs here. */
export function wallMs(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** A loop of its own for each function, so that no call site sees two; answers are kept for a while, so that none is left out. */
function loopOf<A>({ run, inputs }: { run: (input: A) => unknown; inputs: readonly A[] }): (n: number) => number {
  const body = new Function('run', 'inputs', 'at', 'n', 'keep', 'const len = inputs.length; for (let k = 0, i = at; k < n; k++) { keep[k & 255] = run(inputs[i]); if (++i === len) i = 0 }') as (run: Run, inputs: readonly unknown[], at: number, n: number, keep: unknown[]) => void
  const keep: unknown[] = Array.from({ length: 256 }, () => 0)
  let at = 0
  return (n) =>
    wallMs(() => {
      // In pieces, so that the loop is entered often and runs as optimised code from its first line.
      for (let left = n; left > 0; ) {
        const piece = Math.min(left, 8192)
        body(run as Run, inputs, at, piece, keep)
        at = (at + piece) % inputs.length
        left -= piece
      }
    })
}

function warm(loop: (n: number) => number, sliceMs: number): number {
  const end = performance.now() + 120
  for (let n = 1; ; ) {
    const ms = loop(n)
    if (ms >= sliceMs * 0.6) {
      if (performance.now() >= end) return Math.max(1, Math.round((n * sliceMs) / ms))
    } else n = Math.min(n * (ms < sliceMs / 16 ? 8 : 2), 400_000_000)
  }
}

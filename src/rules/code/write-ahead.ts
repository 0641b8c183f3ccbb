import type { Writing } from './writing.ts'

/**
 * Steps that several places ask for on some ways only, and that are short and cannot fail, are worked out ahead at the top of the function into `v3` and `q3`; where something asks for
 * one, its digit is marked. So the path says of each step whether it was worked out, as if it had been worked out only then.
 */
export function aheadOf(w: Writing, at: number): string | null {
  // In a step's own function nothing is known of what the main function has done.
  if (w.inApart) return null
  const had = w.ahead.get(at)
  if (had !== undefined) return w.hoisting === 'no' ? had : null
  if (!w.wanted.has(at)) return null
  // While one step is tried, no other is.
  if (w.hoisting !== 'no') return null
  const before = { lines: w.lines, flow: w.flow, leaves: w.leaves, written: new Map(w.written), throws: w.throws }
  w.lines = []
  w.flow = { steps: new Map(w.top.flow.steps), known: new Map(w.top.flow.known) }
  w.flow.steps.set(at, 'sure')
  w.hoisting = 'yes'
  w.step(w, at, `v${at}`, `q${at}`)
  const alone = w.hoisting === 'yes'
  w.hoisting = 'no'
  const lines = w.lines
  const good = alone && w.leaves === before.leaves && w.throws === before.throws && lines.join('\n').length < 900
  w.lines = before.lines
  w.flow = before.flow
  if (!good) {
    w.leaves = before.leaves
    w.throws = before.throws
    for (const step of w.written.keys()) w.written.set(step, before.written.get(step) ?? 0)
    return null
  }
  w.top.lines.push(...lines)
  const mark = `p${at} = q${at}`
  w.ahead.set(at, mark)
  return mark
}

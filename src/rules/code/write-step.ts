import type { Core, Step, StepBody } from '#rules/core/core.ts'
import { branchesOf } from '#rules/core/path.ts'
import { give, type Target } from './give-value.ts'
import { aheadOf } from './write-ahead.ts'
import { provedBounds } from './write-arithmetic.ts'
import { writeLookUp } from './write-look-up.ts'
import { writeTable } from './write-table.ts'
import { branch, leaveNow, line, type Writing } from './writing.ts'

/** Writes steps: worked out where something asks for them, once, with the digit that says what fired. `v3` is step 3's value, `p3` its digit; `v3_1` one column of several. */

export function demand(w: Writing, at: number): void {
  const state = w.flow.steps.get(at)
  if (state === 'sure') return
  w.flow.steps.set(at, 'sure')
  if (w.hoisting === 'yes') w.hoisting = 'spoilt'
  const mark = w.depth > 0 ? aheadOf(w, at) : null
  if (mark !== null) return line(w, mark)
  const times = (w.written.get(at) ?? 0) + 1
  w.written.set(at, times)
  if (w.apart.has(at)) return leaveNow(w, `p${at} === 0 && s${at}() < 0`)
  if (state === undefined) return writeStep(w, at, `v${at}`, `p${at}`)
  const inside = branch(w, () => writeStep(w, at, `v${at}`, `p${at}`))
  w.lines.push(`if (p${at} === 0) {`, ...inside.lines, '}')
}

/** Everything of a step: `when`, exceptions, body; sets its value and its digit. */
export function writeStep(w: Writing, at: number, value: string, digit: string): void {
  const step = w.program.steps[at] as Step
  const body = step.bodies[w.bodies[at] ?? 0] ?? step.bodies[0]
  if (body === undefined) return leaveNow(w)
  const target: Target = { step, value, digit }
  if (writeLookUp(w, target, body)) return
  if (step.when === null) {
    writeExceptions(w, target, body, 0)
    if (body.is === 'formula' && step.exceptions.length === 0) prove(w, at, body.value)
    return
  }
  const when = step.when
  const test = w.expression(w, when.test).js
  const holds = branch(w, () => writeExceptions(w, target, body, 0))
  const not = branch(w, () => give(w, target, when.otherwise, 1 + branchesOf(step) + step.exceptions.length))
  w.lines.push(`if (${test}) {`, ...holds.lines, '} else {', ...not.lines, '}')
}

/** What a formula can give, with 0, which stands there before it is worked out. */
function prove(w: Writing, at: number, value: Core): void {
  if (value.type.is !== 'number' || value.type.orNull) return
  const { low, high } = provedBounds(w, value)
  w.proved.set(at, { low: Math.min(0, low), high: Math.max(0, high) })
}

function writeExceptions(w: Writing, target: Target, body: StepBody, from: number): void {
  const exception = target.step.exceptions[from]
  if (exception === undefined) return writeBody(w, target, body)
  const test = w.expression(w, exception.when).js
  const holds = branch(w, () => give(w, target, exception.instead, 1 + branchesOf(target.step) + from))
  const not = branch(w, () => writeExceptions(w, target, body, from + 1))
  w.lines.push(`if (${test}) {`, ...holds.lines, '} else {', ...not.lines, '}')
}

function writeBody(w: Writing, target: Target, body: StepBody): void {
  if (body.is === 'formula') give(w, target, body.value, 1)
  else writeTable(w, target, body)
}

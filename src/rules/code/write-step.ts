import type { Core, Step, StepBody } from '#rules/core/core.ts'
import { branchesOf } from '#rules/core/path.ts'
import { keyLiteral, literal } from './literal.ts'
import { aheadOf } from './write-ahead.ts'
import { writeAs, writeExpression, writeStored } from './write-expression.ts'
import { writeTable } from './write-table.ts'
import { as, branch, leaveNow, line, named, type Writing, type Written } from './writing.ts'

/** Writes steps: worked out where something asks for them, once, with the digit that says what fired. `v3` is step 3's value, `p3` its digit; `v3_1` one column of several. */

export function demand(w: Writing, at: number): void {
  const state = w.flow.steps.get(at)
  if (state === 'sure') return
  w.flow.steps.set(at, 'sure')
  const mark = w.depth > 0 ? aheadOf(w, at) : null
  if (mark !== null) return line(w, mark)
  const times = (w.written.get(at) ?? 0) + 1
  w.written.set(at, times)
  if (w.apart.has(at)) return leaveNow(w, `p${at} === 0 && s${at}() < 0`)
  if (state === undefined) return writeStep(w, at, `v${at}`, `p${at}`)
  const inside = branch(w, () => writeStep(w, at, `v${at}`, `p${at}`))
  w.lines.push(`if (p${at} === 0) {`, ...inside.lines, '}')
}

export function readStep(w: Writing, at: number): Written {
  const step = w.program.steps[at] as Step
  const outputs = outputsOf(step)
  if (outputs === null) return { js: `v${at}`, codes: step.type.is === 'choice' ? step.type.of : null }
  const record = `{ ${outputs.map((output, column) => `${keyLiteral(output.name)}: ${as(w, readColumn(w, at, column), null, true)}`).join(', ')} }`
  return { js: step.type.orNull ? `(n${at} ? null : ${record})` : record, codes: null }
}

export function readColumn(w: Writing, at: number, column: number): Written {
  const type = outputsOf(w.program.steps[at] as Step)?.[column]?.type
  return { js: `v${at}_${column}`, codes: type?.is === 'choice' ? type.of : null }
}

type Table = Extract<StepBody, { is: 'table' }>

/** The columns of a step that has several; null for a step of one value. All its readings have the same. */
export function outputsOf(step: Step): Table['outputs'] | null {
  for (const body of step.bodies) if (body.is === 'table' && body.outputs.length > 1) return body.outputs
  return null
}

/** Everything of a step: `when`, exceptions, body; sets its value and its digit. */
export function writeStep(w: Writing, at: number, value: string, digit: string): void {
  const step = w.program.steps[at] as Step
  const body = step.bodies[w.bodies[at] ?? 0] ?? step.bodies[0]
  if (body === undefined) return leaveNow(w)
  const target: Target = { step, value, digit }
  if (step.when === null) return writeExceptions(w, target, body, 0)
  const when = step.when
  const test = writeExpression(w, when.test).js
  const holds = branch(w, () => writeExceptions(w, target, body, 0))
  const not = branch(w, () => give(w, target, when.otherwise, 1 + branchesOf(step) + step.exceptions.length))
  w.lines.push(`if (${test}) {`, ...holds.lines, '} else {', ...not.lines, '}')
}

export interface Target {
  readonly step: Step
  readonly value: string
  readonly digit: string
}

function writeExceptions(w: Writing, target: Target, body: StepBody, from: number): void {
  const exception = target.step.exceptions[from]
  if (exception === undefined) return writeBody(w, target, body)
  const test = writeExpression(w, exception.when).js
  const holds = branch(w, () => give(w, target, exception.instead, 1 + branchesOf(target.step) + from))
  const not = branch(w, () => writeExceptions(w, target, body, from + 1))
  w.lines.push(`if (${test}) {`, ...holds.lines, '} else {', ...not.lines, '}')
}

function writeBody(w: Writing, target: Target, body: StepBody): void {
  if (body.is === 'formula') give(w, target, body.value, 1)
  else writeTable(w, target, body)
}

/** One expression becomes the whole value, also of a step with columns. */
function give(w: Writing, target: Target, core: Core, digit: number): void {
  const { step, value } = target
  const outputs = outputsOf(step)
  if (outputs === null) line(w, `${value} = ${writeAs(w, core, step.type.is === 'choice' ? step.type.of : null)}`)
  else if (core.op === 'constant') giveNothing(w, target, outputs.length)
  else {
    const record = named(w, writeStored(w, core))
    if (step.type.orNull) line(w, `${value.replace('v', 'n')} = ${record} === null`)
    outputs.forEach((output, column) => {
      const item = core.type.orNull ? `(${record} === null ? null : ${record}[${literal(output.name)}])` : `${record}[${literal(output.name)}]`
      line(w, `${value}_${column} = ${as(w, { js: item, codes: null }, output.type.is === 'choice' ? output.type.of : null, true)}`)
    })
  }
  line(w, `${target.digit} = ${digit}`)
}

function giveNothing(w: Writing, target: Target, columns: number): void {
  line(w, `${target.value.replace('v', 'n')} = true`)
  for (let column = 0; column < columns; column++) line(w, `${target.value}_${column} = null`)
}

/** The cells of a row become the value. */
export function giveRow(w: Writing, target: Target, cells: readonly Core[], digit: number): void {
  const { step, value } = target
  const outputs = outputsOf(step)
  if (outputs === null) line(w, `${value} = ${cells[0] === undefined ? 'null' : writeAs(w, cells[0], step.type.is === 'choice' ? step.type.of : null)}`)
  else {
    if (step.type.orNull) line(w, `${value.replace('v', 'n')} = false`)
    outputs.forEach((output, column) => {
      const cell = cells[column]
      line(w, `${value}_${column} = ${cell === undefined ? 'null' : writeAs(w, cell, output.type.is === 'choice' ? output.type.of : null)}`)
    })
  }
  line(w, `${target.digit} = ${digit}`)
}

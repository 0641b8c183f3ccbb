import type { Core, CoreType, Step, StepBody } from '#rules/core/core.ts'
import { keyLiteral, literal } from './literal.ts'
import { as, line, named, writeAs, writeStored, type Writing, type Written } from './writing.ts'

/** How a step's value stands in the code: `v3`, or `v3_0`, `v3_1` where it has columns, and `n3` where the whole may be null. */

export interface Target {
  readonly step: Step
  readonly value: string
  readonly digit: string
}

export function readStep(w: Writing, at: number): Written {
  const step = w.program.steps[at] as Step
  const outputs = outputsOf(step)
  if (outputs === null) return { js: `v${at}`, codes: step.type.is === 'choice' ? step.type.of : null }
  const record = `{ ${outputs.map((output, column) => `${keyLiteral(output.name)}: ${as(w, readColumn(w, at, column), null, true)}`).join(', ')} }`
  return { js: step.type.orNull ? `(n${at} ? null : ${record})` : record, codes: null }
}

export function readColumn(w: Writing, at: number, column: number): Written {
  const step = w.program.steps[at] as Step
  const outputs = outputsOf(step)
  const type = outputs?.[column]?.type
  if (outputs !== null) return { js: `v${at}_${column}`, codes: type?.is === 'choice' ? type.of : null }
  // A formula that gives a record.
  const name = step.type.is === 'record' ? (step.type.fields[column]?.name ?? '') : ''
  return { js: step.type.orNull ? `(v${at} === null ? null : v${at}[${literal(name)}])` : `v${at}[${literal(name)}]`, codes: null }
}

type Columns = readonly { readonly name: string; readonly type: CoreType }[]

/** The columns of a step that has several in some reading, in the order of its type; null for a step of one value. */
export function outputsOf(step: Step): Columns | null {
  return step.type.is === 'record' && step.bodies.some((body) => body.is === 'table' && body.outputs.length > 1) ? step.type.fields : null
}

/** The cells of a row in the order of the step's columns. */
export function cellsInOrder(step: Step, body: Extract<StepBody, { is: 'table' }>, cells: readonly Core[]): readonly Core[] {
  const columns = outputsOf(step)
  return columns === null ? cells : columns.map((column) => cells[body.outputs.findIndex((it) => it.name === column.name)] as Core)
}

/** One expression becomes the whole value, also of a step with columns. */
export function give(w: Writing, target: Target, core: Core, digit: number): void {
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

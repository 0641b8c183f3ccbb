import type { Core } from '#rules/core/core.ts'
import { never as neverType } from '#rules/core/core-types.ts'
import { unified } from '#rules/core/convert.ts'
import { lowerTable } from '#rules/core/lower-table.ts'
import { expectedWords } from '#rules/core/output-words.ts'
import { type Frame, isCheap, type Lowering, newLocal, type Scope } from '#rules/core/lowering.ts'
import { both, ifElse, yes } from '#rules/core/make-core.ts'
import { never, sureWhen, surer } from '#rules/core/nulls.ts'
import type { Body, Value } from '#rules/rule-book.ts'

/** A value written where it is used, inside a loop: its table becomes conditions, its plain reading stands. */
export function inlineValue(lowering: Lowering, value: Value, frame: Frame): Core {
  const expected = frame.expected.get(value.name) ?? null
  const start: Scope = { frame, locals: new Map(), sure: new Set() }
  const plain = value.readings.find((reading) => reading.plain) ?? value.readings[0]
  const condition = (it: Value['exceptions'][number]['when'], scope: Scope): Core => never(lowering, lowering.lower(it, scope), scope, it)
  const defeated = (at: number, scope: Scope): Core => {
    const exception = value.exceptions[at]
    if (exception === undefined) return inlineBody(lowering, value, plain?.body ?? value.body, scope, expected)
    const holds = condition(exception.when, scope)
    return choose(lowering, holds, lowering.lower(exception.instead, surer(scope, sureWhen(holds, true)), expected), defeated(at + 1, surer(scope, sureWhen(holds, false))))
  }
  if (value.when === null) return defeated(0, start)
  const test = condition(value.when.test, start)
  return choose(lowering, test, defeated(0, surer(start, sureWhen(test, true))), lowering.lower(value.when.otherwise, start, expected))
}

function choose(lowering: Lowering, test: Core, then: Core, otherwise: Core): Core {
  const { type, cores } = unified(lowering, [then, otherwise], 'The cases of this value')
  return ifElse(test, cores[0] ?? then, cores[1] ?? otherwise, type)
}

function inlineBody(lowering: Lowering, value: Value, body: Body, scope: Scope, expected: ReturnType<Frame['expected']['get']> | null): Core {
  if (body.is === 'formula') return lowering.lower(body.value, scope, expected ?? (body.value.is === 'if' ? expectedWords(lowering, [body.value], scope) : null))
  const lets: { readonly local: number; readonly value: Core }[] = []
  const table = lowerTable(lowering, value, body, scope, expected ?? null, (_, core) => {
    if (isCheap(core)) return core
    const local = newLocal(lowering, core.type)
    lets.push({ local: local.at, value: core })
    return local
  })
  const last: Core = table.otherwise === null ? { op: 'not covered', why: `No row of the table ${value.name.replaceAll('_', ' ')} fits.`, type: neverType } : outputOf(table.names, table.otherwise)
  const { type, cores } = unified(lowering, [...table.rows.map((row) => outputOf(table.names, row.outputs)), last], 'The rows of this table')
  const rows = table.rows.reduceRight((rest, row, at) => ifElse(row.tests.reduce((a, b) => both(a, b), yes), cores[at] ?? rest, rest, type), cores.at(-1) ?? last)
  return lets.reduceRight<Core>((inner, it) => ({ op: 'let', local: it.local, value: it.value, body: inner, type: inner.type }), rows)
}

function outputOf(names: readonly string[], outputs: readonly Core[]): Core {
  const only = outputs[0]
  if (names.length === 1 && only !== undefined) return only
  const fields = names.map((name, at) => ({ name, value: outputs[at] as Core }))
  if (fields.some((field) => field.value.op === 'not covered')) return outputs[0] as Core
  return { op: 'record', fields, type: { is: 'record', fields: fields.map((field) => ({ name: field.name, type: field.value.type })), orNull: false } }
}

import type { Core, CoreType, StepBody } from '#rules/core/core.ts'
import { converted } from '#rules/core/convert.ts'
import { sayingRow } from '#rules/core/saying.ts'
import { hiddenStep } from '#rules/core/hidden-step.ts'
import { type DraftTable, lowerTable } from '#rules/core/lower-table.ts'
import { isCheap, type Lowering, type Scope } from '#rules/core/lowering.ts'
import type { Body, Value } from '#rules/rule-book.ts'
import { expectedWords } from '#rules/core/output-words.ts'

/** The body of a step: a formula or a table, first as it was lowered, then brought to the step's one type. */

export type DraftBody = { readonly is: 'formula'; readonly value: Core; readonly text: string } | DraftTable

export function lowerBody(lowering: Lowering, value: Value, body: Body, scope: Scope, expected: CoreType | null): DraftBody {
  if (body.is === 'formula') {
    return { is: 'formula', value: lowering.lower(body.value, scope, expected ?? (body.value.is === 'if' ? expectedWords(lowering, [body.value], scope) : null)), text: body.text }
  }
  return lowerTable(lowering, value, body, scope, expected, (head, core) => (isCheap(core) ? core : hiddenStep(lowering, head, core)))
}

/** All that may be the step's value. */
export function draftCores(draft: DraftBody): readonly Core[] {
  if (draft.is === 'formula') return [draft.value]
  const rows = [...draft.rows.map((row) => row.outputs), ...(draft.otherwise === null ? [] : [draft.otherwise])]
  return rows.map((outputs) => asRecord(draft, outputs))
}

function asRecord(draft: DraftTable, outputs: readonly Core[]): Core {
  const only = outputs[0]
  if (draft.names.length === 1 && only !== undefined) return only
  const fields = draft.names.map((name, at) => ({ name, value: outputs[at] ?? outputs[0] as Core }))
  return { op: 'record', fields, type: { is: 'record', fields: fields.map((field) => ({ name: field.name, type: field.value.type })), orNull: false } }
}

export function finishedBody(lowering: Lowering, draft: DraftBody, type: CoreType): StepBody {
  if (draft.is === 'formula') return { is: 'formula', value: converted(lowering, draft.value, type), text: draft.text }
  const types = draft.names.map((name) => (draft.names.length === 1 ? type : fieldType(type, name)))
  const finish = (outputs: readonly Core[]): readonly Core[] => outputs.map((core, at) => converted(lowering, core, types[at] ?? core.type))
  return {
    is: 'table',
    rows: draft.rows.map((row) => sayingRow(row.tests, finish(row.outputs), row.clause, row.words)),
    otherwise: draft.otherwise === null ? null : finish(draft.otherwise),
    outputs: draft.names.map((name, at) => ({ name, type: types[at] ?? type })),
  }
}

function fieldType(type: CoreType, name: string): CoreType {
  return (type.is === 'record' ? type.fields.find((field) => field.name === name)?.type : undefined) ?? { is: 'nothing', orNull: true }
}

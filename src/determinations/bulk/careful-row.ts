import { textOf } from '#determinations/bulk/answer-cells.ts'
import type { HeadOfDecision } from '#determinations/bulk/bulk-head.ts'
import type { BulkWishes } from '#determinations/bulk/bulk-wishes.ts'
import { cellText } from '#determinations/bulk/column-filler.ts'
import { typedCell } from '#determinations/bulk/typed-cell.ts'
import { decide } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import type { RowBatch } from '#plain/csv/row-batch.ts'

/** One row answered as a single question is, with a note of what keeps the answer from being sure. */

export interface CarefulAnswer {
  /** By answer, as the text of a cell. */
  readonly cells: readonly string[]
  /** Empty where the answer is sure. */
  readonly note: string
}

export function carefulRow(pack: LoadedPack, head: HeadOfDecision, wishes: BulkWishes, batch: RowBatch, row: number): CarefulAnswer {
  const { decision, program, columns } = head
  const input: Record<string, unknown> = {}
  for (const [at, column] of columns.entries()) {
    const fact = decision.facts.find((it) => it.name === program.facts[at]?.name)
    const value = fact === undefined || column < 0 ? undefined : typedCell(cellText(batch, row, column), fact)
    if (fact !== undefined && value !== undefined) input[fact.name] = value
  }
  const answer = decide(pack, { decision: decision.name, input, asOf: wishes.asOf ?? null, calendar: wishes.calendar ?? null })
  return { cells: program.gives.map((give) => textOf(answer.value?.[give.name], give.as === 'money')), note: noteOf(answer, program.warnings.filter((it) => it.when !== null).map((it) => it.says)) }
}

/** What a person must know of this row alone; what holds of every row is told once, at the end. */
function noteOf(answer: Determination, conditional: readonly string[]): string {
  const warned = answer.warnings.filter((it) => conditional.includes(it.says)).map((it) => it.says)
  const said = [statusNote(answer), ...warned].filter((it) => it !== '')
  return said.length === 0 ? '' : `${answer.decision}: ${said.join(' ')}`
}

function statusNote(answer: Determination): string {
  switch (answer.status) {
    case 'determined':
      return ''
    case 'contested':
      return `contested: ${answer.readings.map((it) => `${it.id} gives ${Object.entries(it.value).map(([name, value]) => `${name} ${value === null ? 'nothing' : textOf(value, false)}`).join(', ')}`).join('; ')}.`
    case 'needs_input':
      return `needs ${answer.needs.map((it) => it.input).join(', ')}.`
    case 'needs_judgment':
      return `needs the judgment of ${[...new Set(answer.needs.map((it) => it.judgedBy ?? 'a person'))].join(', ')} on ${answer.needs.map((it) => it.input).join(', ')}.`
    case 'not_covered':
      return `not covered. ${answer.warnings[0]?.says ?? ''}`.trim()
    case 'error':
      return answer.error?.message ?? 'it cannot be answered.'
  }
}

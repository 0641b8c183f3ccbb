import type { Expression } from '#rules/feel/expression.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { number } from '#rules/read/make-expression.ts'
import { expressionOf } from '#rules/read/node-expression.ts'

/** A count of days and its kind, as a deadline or a step prints it: `20 work days`, `6 months`, `{count: n + 1, of: work}`. */
export interface Count {
  readonly count: Expression
  /** The figure, where it is one. */
  readonly figure: number | null
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
  /** The kind of day, with `days`. */
  readonly kind: string
}

export function readCount(sheet: Sheet, key: string): Count | null {
  const node = sheet.node(key)
  if (node === null) return null
  if (node.is === 'map') return readCounted(sheet, key)
  if (node.is === 'text') {
    const count = countOf(node.text)
    if (count !== null) return count
  }
  sheet.tell('rules/count', `"${node.is === 'text' ? node.text : key}" is no count of days.`, 'Write "20 work days", "6 calendar days", "2 weeks", "3 months" or "{count: expression, of: work}".', node.line)
  return null
}

/** `20 work days`; null where the text is no count. */
export function countOf(text: string): Count | null {
  const found = /^(\d{1,6})\s+(?:([a-z][a-z0-9_]*)\s+)?(days?|weeks?|months?|years?)$/.exec(text.trim())
  if (found === null) return null
  const unit = `${(found[3] ?? '').replace(/s$/, '')}s` as Count['unit']
  const kind = found[2] ?? ''
  if ((unit === 'days') !== (kind !== '')) return null
  // It stands in the agreement, so it has a place in a text, unlike the numbers that kinds are spelled with.
  return { count: { ...number(Number(found[1])), at: { from: 0, to: found[1]?.length ?? 1 } }, figure: Number(found[1]), unit, kind }
}

function readCounted(sheet: Sheet, key: string): Count | null {
  const inner = sheet.sheet(key)
  if (inner === null) return null
  inner.only(['count', 'of'])
  const node = inner.node('count')
  if (node === null) inner.missing('count')
  const of = inner.needed('of')
  const count = node === null ? null : expressionOf(node, inner.place)
  if (count === null || of === null) return null
  if (of === 'weeks' || of === 'months' || of === 'years') return { count, figure: null, unit: of, kind: '' }
  const kind = of.replace(/\s+days?$/, '')
  if (/^[a-z][a-z0-9_]*$/.test(kind)) return { count, figure: null, unit: 'days', kind }
  inner.tell('rules/count', `"${of}" is no kind of day.`, 'Write the kind as the calendar names it: work; or weeks, months, years.', inner.lineOf('of'))
  return null
}

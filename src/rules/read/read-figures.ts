import type { Expression } from '#rules/feel/expression.ts'
import type { BlockNode } from '#plain/block/block-node.ts'
import type { BlockPlace, Sheet } from '#rules/read/block-sheet.ts'
import { checkName } from '#rules/read/check-names.ts'
import { list, text } from '#rules/read/make-expression.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { formula } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** `figures:` of a block: each is a value of its own whose formula is the figure. */
export function readFigures(sheet: Sheet, clauses: readonly string[]): Value[] {
  const inner = sheet.sheet('figures')
  if (inner === null) return []
  return inner.map.entries.flatMap(({ key, line, value: node }): Value[] => {
    checkName(key, 'figure', line, inner.place)
    const value = figureOf(node, inner.place)
    if (value === null) return []
    return [{ name: key, at: inner.at(line), clauses, says: null, kind: 'figure', frame: {}, body: formula(value, node.is === 'text' ? node.text : null), readings: [], ruling: null, exceptions: [], when: null }]
  })
}

/** Words in quotes are a text; inside a list whatever stands in quotes is one: `["6050", "6052"]`. */
function figureOf(node: BlockNode, place: BlockPlace): Expression | null {
  if (node.is === 'text' && !node.plain && !/[\d=<>(]/.test(node.text)) return text(node.text)
  if (node.is !== 'list') return expressionOf(node, place)
  const items = node.items.map((item) => (item.is === 'text' && !item.plain ? text(item.text) : figureOf(item, place)))
  return items.some((item) => item === null) ? null : list(items.filter((item) => item !== null))
}

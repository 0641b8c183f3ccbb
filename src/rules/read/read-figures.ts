import type { Sheet } from '#rules/read/block-sheet.ts'
import { checkName } from '#rules/read/check-names.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { formula } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** `figures:` of a block: each is a value of its own whose formula is the figure. */
export function readFigures(sheet: Sheet, clauses: readonly string[]): Value[] {
  const inner = sheet.sheet('figures')
  if (inner === null) return []
  return inner.map.entries.flatMap(({ key, line, value: node }): Value[] => {
    checkName(key, 'figure', line, inner.place)
    const value = expressionOf(node, inner.place)
    if (value === null) return []
    return [{ name: key, at: inner.at(line), clauses, says: null, kind: 'figure', frame: {}, body: formula(value, node.is === 'text' ? node.text : null), readings: [], ruling: null, exceptions: [], when: null }]
  })
}

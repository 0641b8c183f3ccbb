import { problem } from '#plain/problem.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { parseExpression } from '#rules/feel/parse-expression.ts'
import type { BlockNode } from '#plain/block/block-node.ts'
import type { BlockPlace } from '#rules/read/block-sheet.ts'
import { changeExpression } from '#rules/read/change-expression.ts'
import { daysAllowed } from '#rules/read/days-allowed.ts'
import { list, record } from '#rules/read/make-expression.ts'

/** The expression that a value of a block is: its text parsed; a list or map of texts is a list or record of expressions. Null, and told, where it cannot be read. */
export function expressionOf(node: BlockNode, place: BlockPlace): Expression | null {
  if (node.is === 'text') return parsed(node.text, node.textLine, place)
  if (node.is === 'list') {
    const items = node.items.map((item) => expressionOf(item, place))
    return items.some((item) => item === null) ? null : list(items.filter((item) => item !== null))
  }
  const fields = node.entries.map(({ key, value }) => [key, expressionOf(value, place)] as const)
  return fields.some(([, value]) => value === null) ? null : record(Object.fromEntries(fields.flatMap(([key, value]) => (value === null ? [] : [[key, value]]))))
}

/** The expression of a text that stands on a line of the place's file. */
export function parsed(text: string, line: number, place: BlockPlace): Expression | null {
  const read = remembered(place.pack.expressions, text, parseExpression)
  if (read.ok) return text.includes('days allowed') ? changeExpression(read.value, (part) => daysAllowed(part, line, place)) : read.value
  place.problems.push(problem('rules/expression', `"${shortened(text)}" cannot be read: ${read.problem.what}`, read.problem.next, { file: place.file, line, clause: place.clause }))
  return null
}

export function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 80 ? `${line.slice(0, 77)}...` : line
}

/** What reading a text gave before, or gives now. */
export function remembered<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  const there = known.get(text)
  if (there !== undefined) return there
  const made = read(text)
  known.set(text, made)
  return made
}

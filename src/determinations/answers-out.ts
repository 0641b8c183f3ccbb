import type { CoreType } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'

/**
 * The edge where answers leave: a stored value as JSON (dollars, ISO days, HH:MM, nothing as null).
 * A list of choices leaves in the order in which its type names them, every other list as it came.
 */
export function answerOut(stored: unknown, type: CoreType): unknown {
  return leave(type, inOrder(stored, type))
}

function inOrder(stored: unknown, type: CoreType): unknown {
  if (type.is === 'record' && typeof stored === 'object' && stored !== null) {
    const record = stored as Readonly<Record<string, unknown>>
    return Object.fromEntries(type.fields.map((field) => [field.name, inOrder(record[field.name], field.type)]))
  }
  if (type.is !== 'list' || !Array.isArray(stored)) return stored
  const { items } = type
  if (items.is !== 'choice') return stored.map((item) => inOrder(item, items))
  return stored.toSorted((a, b) => items.of.indexOf(String(a)) - items.of.indexOf(String(b)))
}

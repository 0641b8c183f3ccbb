import { civilText } from '#plain/civil-day.ts'
import type { CoreType } from '#rules/core/core.ts'

/** The edge where answers leave: stored values become JSON (dollars, ISO days, HH:MM); nothing is null. */

/**
 * One stored value as it leaves. A list of choices leaves in the order in which its type names them, every other list as it came.
 */
export function answerOut(stored: unknown, type: CoreType): unknown {
  if (stored === null || stored === undefined) return null
  switch (type.is) {
    case 'number':
      // The quotient of two whole numbers is the double nearest to the decimal, so JSON prints the decimal itself.
      return typeof stored === 'number' ? stored / type.per + 0 : stored
    case 'date':
      return typeof stored === 'number' ? civilText(stored) : stored
    case 'time':
      return typeof stored === 'number' ? timeText(stored) : stored
    case 'list':
      return Array.isArray(stored) ? listOut(stored, type.items) : stored
    case 'record':
      return recordOut(stored as Readonly<Record<string, unknown>>, type)
    default:
      return stored
  }
}

/** A minute of the day as `08:05`. */
export function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function listOut(list: readonly unknown[], items: CoreType): readonly unknown[] {
  if (items.is !== 'choice') return list.map((item) => answerOut(item, items))
  return list.toSorted((a, b) => items.of.indexOf(String(a)) - items.of.indexOf(String(b)))
}

function recordOut(record: Readonly<Record<string, unknown>>, type: Extract<CoreType, { is: 'record' }>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(type.fields.map((field) => [field.name, answerOut(record[field.name], field.type)]))
}

import type { FactType } from '#rules/rule-book.ts'
import type { ColumnView } from '#web/answers/answer-shapes.ts'

/** Which kind of field a type of fact is asked for by. */

/** The kind of field for a plain value; null for lists and records. */
export function columnKindOf(type: FactType): ColumnView['kind'] | null {
  switch (type.is) {
    case 'boolean':
      return 'yes-no'
    case 'choice':
    case 'date':
    case 'time':
    case 'text':
      return type.is
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
      return 'number'
    default:
      return null
  }
}

/** Whether a fact is asked for as a small table: a record of plain fields, or a list of such. */
export function isTable(type: FactType): boolean {
  const record = type.is === 'list' ? type.items : type
  return record.is === 'record' && record.fields.every((field) => columnKindOf(field.type) !== null)
}

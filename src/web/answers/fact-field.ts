import { questionOfFact } from '#determinations/question-of-fact.ts'
import { spaced } from '#determinations/value-in-words.ts'
import type { Fact, FactType } from '#rules/rule-book.ts'
import type { Choice, ColumnView, FieldView } from '#web/answers/answer-shapes.ts'
import { columnKindOf, isTable } from '#web/answers/field-kinds.ts'
import { capital } from '#web/answers/say-value.ts'

/** A fact as a field of a form, in the clause's words. */

/** Rows to fill that stand under those that are filled. */
const emptyRows = 2

/** The field of a fact: `value` and `rows` as somebody typed them. */
export function factField(fact: Fact, value: string, rows: readonly (readonly string[])[], trouble: string | null): FieldView {
  const table = isTable(fact.type)
  const columns = table ? columnsOf(fact.type) : []
  const blank = columns.map(() => '')
  const room = fact.type.is === 'record' ? Math.max(0, 1 - rows.length) : Math.max(emptyRows, 3 - rows.length)
  return {
    name: fact.name,
    asks: questionOfFact(fact),
    kind: table ? 'table' : (columnKindOf(fact.type) ?? (fact.type.is === 'list' && columnKindOf(fact.type.items) !== null ? 'lines' : 'json')),
    hint: hintOf(fact),
    optional: fact.optional,
    list: fact.type.is === 'list',
    judgedBy: fact.judgedBy,
    choices: choicesOf(fact.type),
    value,
    columns,
    rows: table ? [...rows, ...Array.from({ length: room }, () => blank)] : [],
    trouble,
  }
}

function columnsOf(type: FactType): readonly ColumnView[] {
  const record = type.is === 'list' ? type.items : type
  if (record.is !== 'record') return []
  return record.fields.map((field) => ({ name: field.name, label: `${capital(spaced(field.name))}${field.optional ? ' (if any)' : ''}`, kind: columnKindOf(field.type) ?? 'text', choices: choicesOf(field.type) }))
}

function choicesOf(type: FactType): readonly Choice[] {
  return type.is === 'choice' ? type.of.map((value) => ({ value, label: spaced(value) })) : []
}

function hintOf({ type, unit, min, max, note, ask }: Fact): string {
  const bounds = min !== null && max !== null ? `${min} to ${max}` : min !== null ? `${min} or more` : max !== null ? `${max} or less` : ''
  const words = [kindHint(type, unit), bounds, ask === null ? '' : (note ?? '')].filter((it) => it !== '')
  return words.join(' · ')
}

function kindHint(type: FactType, unit: string | null): string {
  switch (type.is) {
    case 'money':
      return 'dollars'
    case 'percent':
      return 'percent'
    case 'integer':
    case 'decimal':
      return unit === null ? 'a number' : spaced(unit)
    case 'list':
      return listHint(type)
    case 'record':
      return isTable(type) ? '' : `as data: ${JSON.stringify(exampleOf(type))}`
    default:
      return ''
  }
}

function listHint(type: Extract<FactType, { is: 'list' }>): string {
  const { items } = type
  if (items.is === 'choice') return `one a line, of these: ${items.of.map(spaced).join(', ')}; or “none”`
  if (items.is === 'date') return 'one day a line, written 2024-11-04; or “none”'
  if (columnKindOf(items) !== null) return 'one a line; or “none”'
  return isTable(type) ? 'one a row; leave rows empty that you do not need' : `as data: ${JSON.stringify([exampleOf(items)])}`
}

/** An invented value of a type, to show how it is written. */
function exampleOf(type: FactType): unknown {
  switch (type.is) {
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, exampleOf(field.type)]))
    case 'list':
      return [exampleOf(type.items)]
    case 'boolean':
      return true
    case 'choice':
      return type.of[0] ?? ''
    case 'date':
      return '2024-11-04'
    case 'time':
      return '08:00'
    case 'text':
      return 'name'
    default:
      return 1
  }
}

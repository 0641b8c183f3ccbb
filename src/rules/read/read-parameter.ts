import { parseCivilDay } from '#plain/civil-day.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { BlockEntry, BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { checkClause } from '#rules/read/check-clause.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import { leftOut } from '#rules/read/left-out.ts'
import { readType, typeKeys } from '#rules/read/read-types.ts'
import type { FactType, Parameter } from '#rules/rule-book.ts'

/** A figure of the agreement, with the days from which each of its values is in force. */
export function readParameter(map: BlockMap, name: string, place: BlockPlace): Parameter | null {
  const sheet = new Sheet(map, place)
  const before = place.problems.length
  sheet.only(['parameter', ...headKeys, ...typeKeys, 'is', 'values', 'doubt', 'unit'])
  const head = readHead(sheet, name, map.line)
  const values = sheet.has('values') ? datedValues(sheet) : undatedValue(sheet)
  const first = values[0]
  if (first === undefined) return null
  const last = values.at(-1)?.from ?? null
  if (last !== null && head.until !== null && last > head.until) sheet.tell('rules/force', `The value from ${last} begins after the parameter ends on ${head.until}.`, 'Mend one of the two days.', sheet.lineOf('until'))
  const type = sheet.has('type') ? readType(sheet, `The parameter "${name}"`) : typeOf(first.is, sheet, name)
  return type === null || leftOut(place, before) ? null : { ...head, type, values, doubt: sheet.words('doubt') }
}

function undatedValue(sheet: Sheet): Parameter['values'] {
  const is = sheet.neededExpression('is')
  return is === null ? [] : [{ from: sheet.day('from'), is, clause: sheet.place.clause }]
}

function datedValues(sheet: Sheet): Parameter['values'] {
  if (sheet.has('is')) sheet.tell('rules/shape', 'The parameter has both "is" and "values".', 'Keep one of them.', sheet.lineOf('is'))
  const entries = sheet.sheet('values')?.map.entries ?? []
  const values = entries.flatMap((entry) => {
    const value = datedValue(entry, sheet)
    return value === null ? [] : [{ from: entry.key, ...value }]
  })
  // Without one of its values another would seem to be in force on its days.
  if (values.length < entries.length) return []
  return values.sort((a, b) => (a.from < b.from ? -1 : 1))
}

function datedValue({ key, line, value }: BlockEntry, sheet: Sheet): { is: Expression; clause: string } | null {
  if (parseCivilDay(key) === null) {
    sheet.tell('rules/no-day', `${key} is not a day.`, 'Write the day from which the value is in force: 2010-07-01.', line)
    return null
  }
  const inner = value.is === 'map' ? new Sheet(value, sheet.place) : null
  inner?.only(['is', 'clause'])
  const is = inner === null ? expressionOf(value, sheet.place) : inner.neededExpression('is')
  return is === null ? null : { is, clause: (inner === null ? null : checkClause(inner, 'clause')) ?? sheet.place.clause }
}

function typeOf(is: Expression, sheet: Sheet, name: string): FactType | null {
  const figure = is.is === 'negative' ? is.of : is
  if (figure.is === 'number') return figure.money ? { is: 'money' } : /^\d+$/.test(figure.text) ? { is: 'integer' } : { is: 'decimal', decimals: 4 }
  if (figure.is === 'date' || figure.is === 'time' || figure.is === 'boolean' || figure.is === 'text') return { is: figure.is }
  return readType(sheet, `The parameter "${name}"`)
}

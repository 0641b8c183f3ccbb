import { readAnyDay } from '#calendar/import/read-csv-events.ts'
import { typedValue } from '#determinations/typed-value.ts'
import { civilText } from '#plain/civil-day.ts'
import type { Fact } from '#rules/rule-book.ts'

/** A cell of somebody's table as the JSON value of a fact: days as spreadsheets write them, yes and no, dollars. Undefined where the cell is empty: not known. */
export function typedCell(text: string, fact: Fact): unknown {
  const plain = text.trim()
  if (plain === '') return undefined
  if (fact.type.is === 'date') {
    const day = readAnyDay(plain)
    return day === null ? plain : civilText(day)
  }
  if (fact.type.is === 'time') {
    const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(plain) ?? []
    return hour === undefined ? plain : `${hour.padStart(2, '0')}:${minute}`
  }
  return typedValue(plain, fact) ?? undefined
}

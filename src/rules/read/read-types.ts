import { problem } from '#plain/problem.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { checkName } from '#rules/read/check-names.ts'
import { Sheet } from '#rules/read/block-sheet.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Fact, FactType } from '#rules/rule-book.ts'

/** Types as blocks write them, and the facts that have them. */

export const typeKeys = ['type', 'of', 'items', 'fields', 'decimals']
const factKeys = [...typeKeys, 'min', 'max', 'unit', 'note', 'ask', 'optional', 'missing means', 'judged by']
const plainTypes = ['integer', 'money', 'date', 'time', 'boolean', 'text'] as const
const usualDecimals = 4
const mostDecimals = 9

/** The facts under `facts:`; each that cannot be read is told and left out. */
export function readFacts(sheet: Sheet): Fact[] {
  const facts = entriesOf(sheet, 'facts')
  return facts.flatMap(({ key, line, entry }) => {
    if (entry === null) return []
    entry.only(factKeys)
    checkName(key, 'fact', line, entry.place)
    const type = readType(entry, `The fact "${key}"`)
    if (type?.is === 'choice') sheet.place.choices.set(key, type.of)
    return type === null ? [] : [readFact(key, type, entry, line)]
  })
}

/** A map of maps, entry by entry; an entry that is no map is told and null. */
export function entriesOf(sheet: Sheet, under: string): { key: string; line: number; entry: Sheet | null }[] {
  const found = sheet.sheet(under)
  if (found === null) return []
  return found.map.entries.map(({ key, line, value }) => {
    const entry = value.is === 'map' ? new Sheet(value, sheet.place) : null
    if (entry === null) sheet.tell('rules/shape', `"${key}" has no keys of its own.`, `Write "${key}: {type: ...}".`, line)
    return { key, line, entry }
  })
}

function readFact(key: string, type: FactType, entry: Sheet, line: number): Fact {
  const missing = entry.node('missing means')
  const fact: Fact = {
    name: key,
    type,
    optional: entry.truth('optional') ?? false,
    missingMeans: missing === null ? null : expressionOf(missing, entry.place),
    judgedBy: entry.words('judged by'),
    min: entry.number('min'),
    max: entry.number('max'),
    unit: entry.words('unit'),
    note: entry.words('note'),
    ask: entry.words('ask'),
    at: entry.at(line),
  }
  if (fact.min !== null && fact.max !== null && fact.min > fact.max) entry.tell('rules/bounds', `The least value of "${key}", ${fact.min}, is above the greatest, ${fact.max}.`, 'Mend one of the two.', line)
  return fact
}

/** The type that a map says with `type:` and what belongs to it; null, and told, where it says none. */
export function readType(sheet: Sheet, whose: string): FactType | null {
  const node = sheet.node('type')
  // `type: {type: choice, of: [..]}`, where the keys of a type would stand among others.
  if (node?.is === 'map') return readType(new Sheet(node, sheet.place), whose)
  const is = sheet.words('type')
  if (is === null) {
    sheet.tell('rules/no-type', `${whose} has no type.`, 'Add "type: integer", "type: date", "type: boolean" or another; docs/rule-language.md lists them.')
    return null
  }
  if ((plainTypes as readonly string[]).includes(is)) return { is: is as (typeof plainTypes)[number] }
  if (is === 'decimal' || is === 'percent') return { is, decimals: readDecimals(sheet) }
  if (is === 'choice') return readChoice(sheet, whose)
  if (is === 'list') return readList(sheet, whose)
  if (is === 'record') return readRecord(sheet, whose)
  sheet.tell('rules/no-type', `"${is}" is no type.`, `${didYouMean(is, [...plainTypes, 'decimal', 'percent', 'choice', 'list', 'record'])}Types are: ${plainTypes.join(', ')}, decimal, percent, choice, list, record.`, sheet.lineOf('type'))
  return null
}

function readDecimals(sheet: Sheet): number {
  const said = sheet.number('decimals')
  if (said === null) return usualDecimals
  if (Number.isInteger(said) && said >= 0 && said <= mostDecimals) return said
  sheet.tell('rules/shape', `"decimals" is ${said}.`, `Write how many figures stand after the point, 0 to ${mostDecimals}.`, sheet.lineOf('decimals'))
  return usualDecimals
}

function readChoice(sheet: Sheet, whose: string): FactType | null {
  const of = sheet.list('of')
  const twice = of.find((word, index) => of.indexOf(word) !== index)
  if (twice !== undefined) sheet.tell('rules/choice', `${whose} offers "${twice}" twice.`, 'Keep one of them.', sheet.lineOf('of'))
  if (of.length > 0) return { is: 'choice', of: [...new Set(of)] }
  sheet.tell('rules/choice', `${whose} is a choice of nothing.`, 'Add "of: [first, second]" with every word that may be chosen.')
  return null
}

function readList(sheet: Sheet, whose: string): FactType | null {
  const inner = sheet.sheet('items')
  if (inner === null) {
    sheet.tell('rules/no-type', `${whose} is a list of nothing.`, 'Add "items: {type: text}", or what it is a list of.')
    return null
  }
  inner.only([...typeKeys, 'note', 'unit', 'min', 'max'])
  const items = readType(inner, `The items of ${whose.charAt(0).toLowerCase()}${whose.slice(1)}`)
  return items === null ? null : { is: 'list', items }
}

function readRecord(sheet: Sheet, whose: string): FactType | null {
  const fields = entriesOf(sheet, 'fields')
  if (fields.length === 0) {
    sheet.tell('rules/no-type', `${whose} is a record without fields.`, 'Add "fields:" with the type of each.')
    return null
  }
  const read = fields.flatMap(({ key, line, entry }) => {
    if (entry === null) return []
    entry.only([...typeKeys, 'optional', 'note', 'unit', 'min', 'max'])
    const type = readType(entry, `The field "${key}"`)
    if (!/^[A-Za-z]\w*$/.test(key)) entry.place.problems.push(problem('rules/name', `"${key}" is no name of a field.`, 'Use letters, figures and "_", a letter first.', entry.at(line)))
    return type === null ? [] : [{ name: key, type, optional: entry.truth('optional') ?? false }]
  })
  return read.length === fields.length ? { is: 'record', fields: read } : null
}

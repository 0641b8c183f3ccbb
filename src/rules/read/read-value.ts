import type { Expression } from '#rules/feel/expression.ts'
import { tellBareNumbers } from '#rules/read/bare-numbers.ts'
import type { BlockNode } from '#plain/block/block-node.ts'
import { Sheet } from '#rules/read/block-sheet.ts'
import { checkClause } from '#rules/read/check-clause.ts'
import { call, record, text } from '#rules/read/make-expression.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { readReadings, readRuling, readingKeys } from '#rules/read/read-readings.ts'
import { formula, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import { kindNames, kindOf, readKind } from '#rules/read/value-kinds.ts'
import { readOtherwise, tableKeys } from '#rules/read/value-table.ts'
import type { Reading, Value } from '#rules/rule-book.ts'

/** One named step of a decision or definition: a formula, or a map with one kind of value. Gives the value and the values that its kind is made of. */

export const valueKeys = ['formula', 'is', ...kindNames, ...tableKeys, 'otherwise', 'when', 'clause', 'says', 'type', ...readingKeys]

export interface ValueSetting {
  readonly name: string
  readonly clauses: readonly string[]
  readonly names: ReadonlySet<string>
  readonly line: number
}

export function readValue(node: BlockNode, setting: ValueSetting, around: Sheet): Value[] {
  if (node.is !== 'map') {
    const value = expressionOf(node, around.place)
    if (value !== null) tellBareNumbers(value, setting.name, around, setting.line)
    return value === null ? [] : [plainValue(setting, around, formula(value, node.is === 'text' ? node.text : null))]
  }
  const sheet = new Sheet(node, around.place)
  sheet.only([...valueKeys, ...(sheet.has('type') ? ['of', 'items', 'fields', 'decimals'] : [])])
  return readValueSheet(sheet, setting)
}

/** The value of a sheet whose keys were checked: of a value's own map, or of a block that is one value. */
export function readValueSheet(sheet: Sheet, setting: ValueSetting): Value[] {
  const clause = checkClause(sheet, 'clause')
  const clauses = clause === null ? setting.clauses : [clause]
  const room: ValueRoom = { sheet, name: setting.name, kind: kindOf(sheet) ?? 'formula', clauses, names: setting.names }
  const read = sheet.has('readings') ? readReadings(room, (node, id) => readIs(node, { ...room, name: `${room.name}_${id}`, valueName: room.name })) : null
  const spelled = read === null ? readBody(room) : read.spelled
  if (spelled === null) return []
  const when = readWhen(room, spelled)
  // A condition that cannot be read must not be left out in silence.
  if (when === null && sheet.has('when')) return []
  const readings: readonly Reading[] = read?.readings ?? spelled.readings ?? []
  return [...spelled.parts, valueOf(room, setting, spelled, readings, when)]
}

function valueOf(room: ValueRoom, setting: ValueSetting, spelled: Spelled, readings: readonly Reading[], when: Value['when']): Value {
  const { sheet } = room
  return {
    ...plainValue({ ...setting, clauses: room.clauses }, sheet, spelled.body),
    says: sheet.words('says'),
    kind: room.kind,
    frame: spelled.frame,
    readings,
    ruling: readRuling(sheet, readings),
    when,
  }
}

function plainValue(setting: ValueSetting, sheet: Sheet, body: Value['body']): Value {
  return { name: setting.name, at: sheet.at(setting.line), clauses: setting.clauses, says: null, kind: 'formula', frame: {}, body, readings: [], ruling: null, exceptions: [], when: null }
}

/** What a value or a reading is, by its kind. */
function readBody(room: ValueRoom): Spelled | null {
  const { sheet } = room
  if (room.kind !== 'formula') return readKind(room)
  const key = sheet.has('is') && !sheet.has('formula') ? 'is' : 'formula'
  const value = sheet.neededExpression(key)
  if (value === null) return null
  const node = sheet.node(key)
  tellBareNumbers(value, room.name, sheet, sheet.lineOf(key))
  return { body: formula(value, node?.is === 'text' ? node.text : null), frame: {}, parts: [] }
}

/** The `is:` of a reading: a formula, or a map with one kind of value. */
function readIs(node: BlockNode, room: ValueRoom): Spelled | null {
  if (node.is === 'map') {
    const sheet = new Sheet(node, room.sheet.place)
    const kind = kindOf(sheet)
    if (kind !== null) {
      sheet.only([...kindNames, ...tableKeys, 'otherwise'])
      return readKind({ ...room, sheet, kind })
    }
  }
  const value = expressionOf(node, room.sheet.place)
  if (value !== null) tellBareNumbers(value, room.name, room.sheet, node.line)
  return value === null ? null : { body: formula(value, node.is === 'text' ? node.text : null), frame: {}, parts: [] }
}

/** `when:` and what holds else. */
function readWhen({ sheet, name }: ValueRoom, spelled: Spelled): Value['when'] {
  const test = sheet.expression('when')
  if (test === null) return null
  const outputs = spelled.body.is === 'table' ? spelled.body.outputs.map((output) => output.name) : [name]
  if (!sheet.has('otherwise')) {
    sheet.tell('rules/missing-key', `"when" does not say what "${name}" is else.`, 'Add "otherwise: ..."; "otherwise: null" where the clause then gives nothing.', sheet.lineOf('when'))
    return null
  }
  const otherwise = readOtherwise(sheet, outputs)
  if (otherwise === null) return null
  return { test, otherwise: otherwise === 'not covered' ? call('not covered', text(`No clause says what "${name}" is then.`)) : oneOf(otherwise, outputs) }
}

function oneOf(values: readonly Expression[], outputs: readonly string[]): Expression {
  const only = values[0]
  return values.length === 1 && only !== undefined ? only : record(Object.fromEntries(values.map((value, at) => [outputs[at] ?? '', value])))
}

import type { BlockNode } from '#plain/block/block-node.ts'
import { Sheet } from '#rules/read/block-sheet.ts'
import { checkName } from '#rules/read/check-names.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Spelled, ValueRoom } from '#rules/read/spelled.ts'
import type { Reading, Value } from '#rules/rule-book.ts'

/** The readings that a value bears, and the ruling that settles it. */

export const readingKeys = ['readings', 'ruling', 'ruled by', 'ruled on']

/** All readings of a value; `spell` reads what one of them is. Null, and told, where one cannot be read. */
export function readReadings(room: ValueRoom, spell: (is: BlockNode, id: string) => Spelled | null): { readings: Reading[]; spelled: Spelled | null } {
  const { sheet } = room
  const inner = sheet.sheet('readings')
  if (inner === null) return { readings: [], spelled: null }
  const read = inner.map.entries.map(({ key, line, value }) => {
    if (value.is === 'map') return readOne(key, line, new Sheet(value, inner.place), spell)
    inner.tell('rules/shape', `The reading "${key}" has no keys of its own.`, `Write "${key}: {says: ..., is: ...}".`, line)
    return null
  })
  const good = read.filter((one) => one !== null)
  if (good.length < 2) sheet.tell('rules/readings', `"${room.name}" has ${read.length === 1 ? 'only one reading' : 'fewer than two readings that can be read'}.`, 'Give two or more, or write the value without readings.', sheet.lineOf('readings'))
  if (good.length < 2 || good.length < read.length) return { readings: [], spelled: null }
  const plain = good.filter(({ reading }) => reading.plain)
  if (plain.length > 1) sheet.tell('rules/readings', `"${room.name}" has ${plain.length} plain readings.`, 'Say "plain: true" of one at most.', sheet.lineOf('readings'))
  const leading = plain[0] ?? good[0]
  const spelled = leading === undefined ? null : { body: leading.reading.body, frame: leading.spelled.frame, parts: good.flatMap((one) => one.spelled.parts) }
  return { readings: good.map(({ reading }) => reading), spelled }
}

function readOne(id: string, line: number, sheet: Sheet, spell: (is: BlockNode, id: string) => Spelled | null): { reading: Reading; spelled: Spelled } | null {
  sheet.only(['plain', 'says', 'is', 'clause'])
  checkName(id, 'reading', line, sheet.place)
  const says = sheet.needed('says')
  const is = sheet.node('is')
  if (is === null) {
    sheet.missing('is')
    return null
  }
  const spelled = spell(is, id)
  return spelled === null ? null : { reading: { id, says: says ?? id, plain: sheet.truth('plain') ?? false, body: spelled.body }, spelled }
}

export function readRuling(sheet: Sheet, readings: readonly Reading[]): Value['ruling'] {
  const said = sheet.words('ruling')
  if (said === null || said === 'none') return null
  if (readings.some((reading) => reading.id === said)) return { reading: said, by: sheet.words('ruled by'), on: sheet.day('ruled on') }
  const ids = readings.map((reading) => reading.id)
  sheet.tell('rules/ruling', `The ruling names the reading "${said}", and there is none.`, `${didYouMean(said, ids)}Readings are: ${ids.join(', ')}; or write "ruling: none".`, sheet.lineOf('ruling'))
  return null
}

import type { BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { leftOut } from '#rules/read/left-out.ts'
import { readValues } from '#rules/read/read-decision.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import { readFacts, readType, typeKeys } from '#rules/read/read-types.ts'
import { valueKeys } from '#rules/read/read-value.ts'
import type { Definition } from '#rules/rule-book.ts'

/** A named value that other rules use: facts, then `is:` or one kind of value. Null where it says nothing that can be read. */
export function readDefinition(map: BlockMap, name: string, place: BlockPlace): Definition | null {
  const sheet = new Sheet(map, place)
  const before = place.problems.length
  sheet.only(['definition', ...headKeys, 'facts', 'values', 'figures', 'is', ...valueKeys, ...typeKeys])
  const head = readHead(sheet, name, map.line)
  for (const key of ['from', 'until']) if (sheet.has(key)) sheet.tell('rules/force', `A definition has no days of force of its own, and this one says "${key}".`, 'Say it in the decision that uses it, or make it a condition: `if as of >= 2011-07-01 then ... else ...`.', sheet.lineOf(key))
  const facts = readFacts(sheet)
  const type = sheet.has('type') ? readType(sheet, `The definition "${name}"`) : null
  const values = readValues(sheet, facts, head.clauses, { kind: 'formula', name })
  if (!values.some((value) => value.name === name)) return null
  // Who uses it would else stand on half of what it says.
  if (leftOut(place, before)) return null
  return { ...head, facts, values, type }
}

import type { Sheet } from '#rules/read/block-sheet.ts'
import type { Spelled, ValueRoom } from '#rules/read/spelled.ts'
import { chooseKeys, readChoose } from '#rules/read/value-choose.ts'
import { committeeKeys, readCommittee } from '#rules/read/value-committee.ts'
import { deadlineKeys, readDeadline } from '#rules/read/value-deadline.ts'
import { entitlementKeys, readEntitlement } from '#rules/read/value-entitlement.ts'
import { limitKeys, readLimit } from '#rules/read/value-limit.ts'
import { readSchedule, scheduleKeys } from '#rules/read/value-schedule.ts'
import { readTable, tableKeys } from '#rules/read/value-table.ts'
import { readVote, voteKeys } from '#rules/read/value-vote.ts'

/** The kinds of value by their key, with the keys that each knows and what spells it. */

interface KindOfValue {
  readonly keys: readonly string[]
  readonly read: (room: ValueRoom) => Spelled | null
}

const kinds: ReadonlyMap<string, KindOfValue> = new Map([
  ['deadline', { keys: deadlineKeys, read: readDeadline }],
  ['schedule', { keys: [...scheduleKeys, 'otherwise'], read: readSchedule }],
  ['limit', { keys: limitKeys, read: readLimit }],
  ['entitlement', { keys: entitlementKeys, read: readEntitlement }],
  ['choose', { keys: chooseKeys, read: readChoose }],
  ['vote', { keys: voteKeys, read: readVote }],
  ['committee', { keys: committeeKeys, read: readCommittee }],
])

export const kindNames: readonly string[] = [...kinds.keys()]

/** The kind that a map is of; null for a formula. */
export function kindOf(sheet: Sheet): string | null {
  const kind = sheet.map.entries.find(({ key }) => kinds.has(key))?.key
  return kind ?? (sheet.has('table') || sheet.has('file') ? 'table' : null)
}

/** Spells the value of a map that has its kind's key (a table has its keys in the map itself). */
export function readKind(room: ValueRoom): Spelled | null {
  const { sheet, kind } = room
  const others = [...kindNames, 'table', 'formula'].filter((name) => name !== kind && sheet.has(name))
  if (others.length > 0) sheet.tell('rules/several-kinds', `"${room.name}" is both ${kind} and ${others.join(', ')}.`, 'Keep one; make a value of its own of the other.', sheet.lineOf(others[0] ?? ''))
  if (kind === 'table') return readTable(room)
  const inner = sheet.sheet(kind)
  if (inner === null) return null
  inner.only(keysOfKind(kind))
  return kinds.get(kind)?.read({ ...room, sheet: inner }) ?? null
}

/** Spells a block that is itself of a kind: its keys stand among the block's. */
export function readKindOfBlock(room: ValueRoom): Spelled | null {
  return room.kind === 'table' ? readTable(room) : (kinds.get(room.kind)?.read(room) ?? null)
}

export function keysOfKind(kind: string): readonly string[] {
  return kind === 'table' ? tableKeys : (kinds.get(kind)?.keys ?? [])
}

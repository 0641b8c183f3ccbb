import type { Expression } from '#rules/feel/expression.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { allOf, binary, nothing, record } from '#rules/read/make-expression.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** A committee: its seats by group, their total, and whether those present make a quorum. */

export const committeeKeys = ['seats', 'present', 'quorum']

export function readCommittee(room: ValueRoom): Spelled | null {
  const { sheet } = room
  if (!sheet.has('seats')) sheet.missing('seats')
  const seats = figures(sheet, 'seats')
  const present = figures(sheet, 'present')
  const quorum = figures(sheet, 'quorum')
  if (seats === null || present === null || quorum === null || seats.size === 0) return null
  for (const group of [...present.keys(), ...quorum.keys()]) {
    if (!seats.has(group) && group !== 'total') sheet.tell('rules/committee', `"${group}" has no seats.`, `Groups are: ${[...seats.keys()].join(', ')}.`)
  }
  if (seats.has('total') || seats.has('quorum')) sheet.tell('rules/committee', 'A group of seats may not be called "total" or "quorum".', 'Give it another name.')
  const parts: Value[] = []
  const total = part(room, parts, 'total', formula(sumOf([...seats.values()])), 'seats in all')
  const met = quorum.size === 0 ? null : quorumMet(sheet, quorum, present)
  if (quorum.size > 0 && met === null) return null
  const there = met === null ? nothing() : part(room, parts, 'quorum', formula(met), 'whether enough are present')
  return { body: formula(record({ total, quorum: there, ...Object.fromEntries(seats) })), frame: frameOf(sheet), parts }
}

function quorumMet(sheet: Sheet, quorum: ReadonlyMap<string, Expression>, present: ReadonlyMap<string, Expression>): Expression | null {
  if (present.size === 0) {
    sheet.tell('rules/committee', 'The quorum cannot be told while nobody is counted.', 'Add "present:" with a fact for each group.', sheet.lineOf('quorum'))
    return null
  }
  const tests = [...quorum].flatMap(([group, least]) => {
    const there = group === 'total' ? sumOf([...present.values()]) : present.get(group)
    return there === undefined ? [] : [binary(there, '>=', least)]
  })
  return allOf(tests)
}

function figures(sheet: Sheet, key: string): ReadonlyMap<string, Expression> | null {
  const inner = sheet.sheet(key)
  if (inner === null) return sheet.has(key) ? null : new Map()
  const read = inner.map.entries.map(({ key: group, value }) => [group, expressionOf(value, inner.place)] as const)
  return read.some(([, value]) => value === null) ? null : new Map(read.flatMap(([group, value]) => (value === null ? [] : [[group, value] as const])))
}

function sumOf(all: readonly Expression[]): Expression {
  return all.reduce((sum, one) => binary(sum, '+', one))
}

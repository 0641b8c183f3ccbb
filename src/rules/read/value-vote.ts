import type { Expression } from '#rules/feel/expression.ts'
import { binary, call, nothing, number, record } from '#rules/read/make-expression.ts'
import { parsed } from '#rules/read/node-expression.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** A vote: whether it is carried, whether the quorum was there, and how many votes in favor carry it. Whole votes are compared, never shares. */

export const voteKeys = ['in favor', 'cast', 'electorate', 'carried by', 'quorum', 'present', 'secret']

export function readVote(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const yes = sheet.neededExpression('in favor')
  const carriedBy = sheet.needed('carried by')
  const threshold = carriedBy === null ? null : votesNeeded(room, 'carried by', carriedBy)
  const quorum = sheet.words('quorum')
  const present = sheet.has('present') ? sheet.expression('present') : quorum === null ? null : sheet.neededExpression('cast')
  const least = quorum === null ? null : votesNeeded(room, 'quorum', quorum)
  sheet.truth('secret')
  if (yes === null || threshold === null || (quorum !== null && (least === null || present === null))) return null
  const parts: Value[] = []
  const needed = part(room, parts, 'needed', formula(threshold), 'votes in favor that carry it')
  const met = least === null || present === null ? null : part(room, parts, 'quorum_met', formula(binary(present, '>=', least)), 'whether the quorum was there')
  const enough = binary(yes, '>=', needed)
  const carried = part(room, parts, 'carried', formula(met === null ? enough : binary(met, 'and', enough)), 'whether it is carried')
  return { body: formula(record({ carried, quorum_met: met ?? nothing(), needed })), frame: frameOf(sheet), parts }
}

/** `at least 2/3 of cast` is the least whole number not below it, `more than half of electorate` the least above it; `at least 5` is 5. */
function votesNeeded(room: ValueRoom, key: string, said: string): Expression | null {
  const { sheet } = room
  const found = /^(at least|more than)\s+(.+?)(?:\s+of\s+(.+))?$/.exec(said)
  if (found === null) {
    sheet.tell('rules/vote', `"${key}" is "${said}".`, 'Write "at least 2/3 of cast", "more than 1/2 of electorate" or "at least 5".', sheet.lineOf(key))
    return null
  }
  const line = sheet.lineOf(key)
  const share = parsed((found[2] ?? '').replace(/^half$/, '1/2').replace(/^(\d+(?:\.\d+)?)\s*%$/, '$1/100'), line, sheet.place)
  const base = found[3] === undefined ? null : groupOf(room, found[3], line)
  if (share === null || (found[3] !== undefined && base === null)) return null
  const exact = base === null ? share : share.is === 'binary' && share.sign === '/' ? binary(binary(base, '*', share.left), '/', share.right) : binary(base, '*', share)
  // Two thirds of nobody are one: what nobody voted for is not carried.
  return found[1] === 'at least' ? call('max', number(1), call('ceiling', exact)) : binary(call('floor', exact), '+', number(1))
}

function groupOf({ sheet }: ValueRoom, group: string, line: number): Expression | null {
  if (group === 'cast' || group === 'electorate' || group === 'present') return sheet.neededExpression(group)
  return parsed(group, line, sheet.place)
}

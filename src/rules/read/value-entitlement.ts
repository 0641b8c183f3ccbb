import type { Expression } from '#rules/feel/expression.ts'
import { binary, call, number, record } from '#rules/read/make-expression.ts'
import { parsed } from '#rules/read/node-expression.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** An entitlement of a period: what is granted, what is left, and what the next period opens with. */

export const entitlementKeys = ['amount', 'per', 'share', 'rounded', 'opening', 'used', 'carries over']

export function readEntitlement(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const amount = sheet.neededExpression('amount')
  const share = sheet.expression('share')
  const opening = sheet.expression('opening')
  const used = sheet.expression('used')
  if (amount === null || [share, opening, used].some((one, at) => one === null && sheet.has(['share', 'opening', 'used'][at] ?? ''))) return null
  const whole = rounded(room, share === null ? amount : binary(amount, '*', share))
  if (whole === null) return null
  const parts: Value[] = []
  const granted = part(room, parts, 'granted', formula(whole), 'what the period grants')
  const available = opening === null ? granted : binary(opening, '+', granted)
  const left = part(room, parts, 'left', formula(used === null ? available : binary(available, '-', used)), 'what is left of it')
  const next = carried(room, left)
  if (next === null) return null
  const nextOpening = part(room, parts, 'next_opening', formula(next), 'what the next period opens with')
  return { body: formula(record({ granted, left, next_opening: nextOpening })), frame: frameOf(sheet), parts }
}

/** `up to 0.5`, `down to 1`, `half up to 0.25`. */
function rounded({ sheet }: ValueRoom, value: Expression): Expression | null {
  const said = sheet.words('rounded')
  if (said === null) return value
  const found = /^(up|down|half up) to (\d+(?:\.\d+)?)$/.exec(said)
  const step = found === null ? null : parsed(found[2] ?? '', sheet.lineOf('rounded'), sheet.place)
  if (found !== null && step !== null && Number(found[2]) > 0) return call(`round ${found[1]} to`, value, step)
  sheet.tell('rules/shape', `"rounded" is "${said}".`, 'Write "up to 0.5", "down to 1" or "half up to 0.25".', sheet.lineOf('rounded'))
  return null
}

function carried({ sheet }: ValueRoom, left: Expression): Expression | null {
  const said = sheet.words('carries over') ?? 'none'
  const rest = call('max', number(0), left)
  if (said === 'all') return rest
  if (said === 'none') return number(0)
  const most = /^at most (.+)$/.exec(said)?.[1]
  const bound = most === undefined ? null : parsed(most, sheet.lineOf('carries over'), sheet.place)
  if (bound !== null) return call('min', rest, bound)
  if (most === undefined) sheet.tell('rules/shape', `"carries over" is "${said}".`, 'Write "all", "none" or "at most 5".', sheet.lineOf('carries over'))
  return null
}

import { binary, call, choose, isNull, nothing, number, record, truth } from '#rules/read/make-expression.ts'
import { formula, frameOf, part, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { Value } from '#rules/rule-book.ts'

/** A limit: what is counted, the limit, how far it is passed, and whether it is kept. Without a limit (null, or `unless` holds) it is kept. */

const bounds = { 'at most': '<=', 'less than': '<', 'at least': '>=', 'more than': '>' } as const

export const limitKeys = ['of', ...Object.keys(bounds), 'unless', 'remedy']

export function readLimit(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const said = (Object.keys(bounds) as (keyof typeof bounds)[]).filter((key) => sheet.has(key))
  const key = said[0]
  if (key === undefined || said.length > 1) {
    sheet.tell('rules/limit', said.length === 0 ? 'The limit has no bound.' : `The limit has several bounds: ${said.join(', ')}.`, `Write one of "at most", "at least", "less than", "more than".`)
    return null
  }
  const of = sheet.neededExpression('of')
  const bound = sheet.expression(key)
  const unless = sheet.expression('unless')
  if (of === null || bound === null || (unless === null && sheet.has('unless'))) return null
  const parts: Value[] = []
  const counted = part(room, parts, 'counted', formula(of), 'what is counted')
  const limit = part(room, parts, 'limit', formula(unless === null ? bound : choose(unless, nothing(), bound)), `the limit: ${key}`)
  const upper = key === 'at most' || key === 'less than'
  const beyond = call('max', number(0), upper ? binary(counted, '-', limit) : binary(limit, '-', counted))
  const over = part(room, parts, 'over', formula(choose(isNull(limit), nothing(), beyond)), upper ? 'by how much it is over' : 'how much is lacking')
  const within = part(room, parts, 'within', formula(choose(isNull(limit), truth(true), binary(counted, bounds[key], limit))), 'whether the limit is kept')
  return { body: formula(record({ counted, limit, over, within })), frame: frameOf(sheet), parts }
}

import type { Rounding } from '#rules/core/core.ts'
import { halt, inBounds } from '#rules/core/halt.ts'

/** Functions on stored numbers: whole, below 2^52 in magnitude. */

export const numberFunctions = {
  /** Without its sign. */
  abs: (x: number): number => (x < 0 ? -x : x),
  /** The lesser of two numbers, days or times. */
  min: (a: number, b: number): number => (b < a ? b : a),
  max: (a: number, b: number): number => (b > a ? b : a),
  'least of': (list: readonly number[]): number => edgeOf(list, (a, b) => b < a),
  'greatest of': (list: readonly number[]): number => edgeOf(list, (a, b) => b > a),
  /** The sum of a list; 0 of an empty one. */
  sum: (list: readonly number[]): number => {
    let total = 0
    for (const item of list) total = inBounds(total + item)
    return total
  },
  /** The same of `[top, bottom]` pairs. */
  'sum of fractions': (list: readonly (readonly [number, number])[]): readonly [number, number] => {
    let total: readonly [number, number] = [0, 1]
    for (const [top, bottom] of list) total = lowestTerms(inBounds(inBounds(total[0] * bottom) + inBounds(top * total[1])), inBounds(total[1] * bottom))
    return total
  },
} as const

function edgeOf(list: readonly number[], goesBefore: (a: number, b: number) => boolean): number {
  let edge = list[0]
  if (edge === undefined) return halt({ is: 'empty list', what: 'The least or the greatest of an empty list is asked for.' })
  for (const item of list) if (goesBefore(edge, item)) edge = item
  return edge
}

/** The whole quotient, rounded so. Exact: the remainder of two doubles is, and so is the quotient of what is left. `right` is not 0. */
export function divideWhole(left: number, right: number, mode: Rounding): number {
  const over = left % right
  const toward = (left - over) / right
  if (over === 0) return toward + 0
  const away = left < 0 === right < 0 ? toward + 1 : toward - 1
  return roundsAway(mode, Math.abs(over) * 2 - Math.abs(right), toward, away) ? away : toward + 0
}

// `beyond` is above 0 where the quotient is nearer to `away`, 0 where it lies in the middle.
function roundsAway(mode: Rounding, beyond: number, toward: number, away: number): boolean {
  switch (mode) {
    case 'half up':
      return beyond >= 0
    case 'half down':
      return beyond > 0
    case 'half even':
      return beyond > 0 || (beyond === 0 && toward % 2 !== 0)
    case 'up':
      return true
    case 'down':
      return false
    case 'floor':
      return away < toward
    case 'ceiling':
      return away > toward
  }
}

/** left - right * floor(left / right): has the sign of right, which is not 0. */
export function moduloOf(left: number, right: number): number {
  const over = left % right
  return over !== 0 && over < 0 !== right < 0 ? over + right : over + 0
}

/** `[top, bottom]` in lowest terms with the bottom above 0. */
export function lowestTerms(top: number, bottom: number): readonly [number, number] {
  if (bottom === 0) halt({ is: 'divided by nothing', what: 'A quotient has 0 below the line.' })
  let [a, b] = [Math.abs(top), Math.abs(bottom)]
  while (b !== 0) [a, b] = [b, a % b]
  const sign = bottom < 0 ? -a : a
  return [top / sign + 0, bottom / sign]
}

/** Equal by value: lists and records too. Null equals null only. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return Object.keys(one).every((name) => sameValue(one[name], other[name]))
}


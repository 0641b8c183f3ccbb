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

/** The whole quotient, rounded so. `right` is not 0. Exact: what the quotient of doubles misses by is put right by the remainder, which is exact below 2^53. */
export function divideWhole(left: number, right: number, mode: Rounding): number {
  const [top, bottom] = right < 0 ? [-left, -right] : [left, right]
  const down = floorQuotient(top, bottom)
  const rest = top - down * bottom
  return (rest !== 0 && roundsUp(mode, rest * 2 - bottom, top < 0, down) ? down + 1 : down) + 0
}

// `bottom` is above 0.
function floorQuotient(top: number, bottom: number): number {
  const near = Math.floor(top / bottom)
  const rest = top - near * bottom
  return rest < 0 ? near - 1 : rest >= bottom ? near + 1 : near
}

// `beyond` is above 0 where the quotient is nearer to the number above, 0 where it lies in the middle.
function roundsUp(mode: Rounding, beyond: number, negative: boolean, down: number): boolean {
  switch (mode) {
    case 'half up':
      return negative ? beyond > 0 : beyond >= 0
    case 'half down':
      return negative ? beyond >= 0 : beyond > 0
    case 'half even':
      return beyond > 0 || (beyond === 0 && down % 2 !== 0)
    case 'up':
      return !negative
    case 'down':
      return negative
    case 'floor':
      return false
    case 'ceiling':
      return true
  }
}

/** left - right * floor(left / right): has the sign of right, which is not 0. */
export function moduloOf(left: number, right: number): number {
  return (right < 0 ? left - floorQuotient(-left, -right) * right : left - floorQuotient(left, right) * right) + 0
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


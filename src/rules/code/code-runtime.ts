/** What written code calls while it runs: exact rounding for figures of any sign, days from and to text, and equality by value. */

/** Halves away from zero. */
export function divideHalfUp(a: number, b: number): number {
  return signed(a, b, (top, bottom) => nearest(top, bottom, (double) => double >= bottom))
}

/** Halves toward zero. */
export function divideHalfDown(a: number, b: number): number {
  return signed(a, b, (top, bottom) => nearest(top, bottom, (double) => double > bottom))
}

/** Halves to the even neighbour. */
export function divideHalfEven(a: number, b: number): number {
  return signed(a, b, (top, bottom) => nearest(top, bottom, (double, whole) => double > bottom || (double === bottom && whole % 2 === 1)))
}

/** Away from zero. */
export function divideUp(a: number, b: number): number {
  return signed(a, b, (top, bottom) => Math.ceil(top / bottom))
}

/** Toward zero. */
export function divideDown(a: number, b: number): number {
  return Math.trunc(a / b) + 0
}

export function divideFloor(a: number, b: number): number {
  return Math.floor(a / b) + 0
}

export function divideCeiling(a: number, b: number): number {
  return Math.ceil(a / b) + 0
}

/** The whole quotient, one more where twice the rest says so: exact for everything below 2^52. */
function nearest(top: number, bottom: number, more: (doubleRest: number, whole: number) => boolean): number {
  const whole = Math.floor(top / bottom)
  return more((top - whole * bottom) * 2, whole) ? whole + 1 : whole
}

/** Rounds the magnitude and gives it its sign again; never -0. */
function signed(a: number, b: number, round: (top: number, bottom: number) => number): number {
  const size = round(Math.abs(a), Math.abs(b))
  return a < 0 !== b < 0 && size !== 0 ? -size : size
}

/** Equal by value: lists, records and quotients by their parts. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((it, at) => equal(it, b[at]))
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const names = Object.keys(x)
  return !Array.isArray(b) && names.length === Object.keys(y).length && names.every((name) => name in y && equal(x[name], y[name]))
}

/** The lines that are there. */
export function thoseThere(lines: readonly unknown[]): unknown[] {
  return lines.filter((it) => it !== null)
}

/** Thrown by a comparison that must leave. */
export const leaving: unique symbol = Symbol('leaving')

/** A stable sort: an item stands before another only where `before` says so. */
export function sorted(list: readonly unknown[], before: (first: unknown, second: unknown) => boolean): unknown[] {
  return list.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
}

import type { Core, CoreType, Rounding } from '#rules/core/core.ts'
import { highOf, lowOf, nothing, type NumberType, yesNo } from '#rules/core/core-types.ts'
import { tooLarge } from '#rules/core/halt.ts'

/** Makes nodes of the core: constants are worked out at once, bounds are carried along, and what cannot be proved to stay below 2^52 is marked to be checked. */

export type NumberCore = Core & { readonly type: NumberType }

export function constantNumber(value: number, per: number, money = false): NumberCore {
  return { op: 'constant', value, type: { is: 'number', per, money, low: value, high: value, orNull: false } } as NumberCore
}

export const yes: Core = { op: 'constant', value: true, type: yesNo }
export const no: Core = { op: 'constant', value: false, type: yesNo }
export const nullConstant: Core = { op: 'constant', value: null, type: nothing }

export function isNumber(core: Core): core is NumberCore {
  return core.type.is === 'number'
}

/** The constant's number, or null where it is none. */
export function fixedNumber(core: Core): number | null {
  return core.op === 'constant' && typeof core.value === 'number' && core.type.is === 'number' ? core.value : null
}

/** Of two numbers of one `per`. */
export function sum(op: 'add' | 'subtract', left: NumberCore, right: NumberCore, money: boolean): NumberCore {
  const [a, b] = [left.type, right.type]
  const low = op === 'add' ? lowOf(a) + lowOf(b) : lowOf(a) - highOf(b)
  const high = op === 'add' ? highOf(a) + highOf(b) : highOf(a) - lowOf(b)
  const [x, y] = [fixedNumber(left), fixedNumber(right)]
  if (x !== null && y !== null && low > -tooLarge && high < tooLarge) return constantNumber(op === 'add' ? x + y : x - y, a.per, money)
  if (y === 0) return retyped(left, money)
  if (x === 0 && op === 'add') return retyped(right, money)
  // A constant stands on the right, where it is read once.
  if (x !== null && y === null && op === 'add') return sum(op, right, left, money)
  return { op, left, right, ...boundsAndCheck(low, high, a.per, money) } as NumberCore
}

/** The product; `per` of the result is the product of both. */
export function product(left: NumberCore, right: NumberCore, money: boolean): NumberCore {
  const [a, b] = [left.type, right.type]
  const ends = [lowOf(a) * lowOf(b), lowOf(a) * highOf(b), highOf(a) * lowOf(b), highOf(a) * highOf(b)]
  const per = a.per * b.per
  const [x, y] = [fixedNumber(left), fixedNumber(right)]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  if (x !== null && y !== null && low > -tooLarge && high < tooLarge) return constantNumber(x * y, per, money)
  if (y === 1) return retyped(left, money, per)
  if (x === 1) return retyped(right, money, per)
  if (x !== null && y === null) return product(right, left, money)
  return { op: 'multiply', left, right, ...boundsAndCheck(low, high, per, money) } as NumberCore
}

function boundsAndCheck(low: number, high: number, per: number, money: boolean): { type: NumberType; checked?: true } {
  const checked = low <= -tooLarge || high >= tooLarge
  const type: NumberType = { is: 'number', per, money, low: Math.max(low, 1 - tooLarge), high: Math.min(high, tooLarge - 1), orNull: false }
  return checked ? { type, checked: true } : { type }
}

function retyped(core: NumberCore, money: boolean, per = core.type.per): NumberCore {
  return core.type.money === money && core.type.per === per ? core : ({ ...core, type: { ...core.type, money, per } } as NumberCore)
}

/** The same number, stored per `per` (a multiple of its own). */
export function scaled(core: NumberCore, per: number): NumberCore {
  const factor = per / core.type.per
  if (factor === 1) return core
  const raised = product(core, constantNumber(factor, 1), core.type.money)
  return retyped(raised, core.type.money, per)
}

export function negative(of: NumberCore): NumberCore {
  const value = fixedNumber(of)
  if (value !== null) return constantNumber(0 - value, of.type.per, of.type.money)
  return { op: 'negative', of, type: { ...of.type, low: -highOf(of.type), high: -lowOf(of.type) } } as NumberCore
}

/** The whole quotient of two stored numbers; `right` is never 0. */
export function wholeQuotient(left: NumberCore, right: NumberCore, mode: Rounding, per: number, money: boolean): NumberCore {
  const most = Math.max(Math.abs(lowOf(left.type)), Math.abs(highOf(left.type)))
  const least = lowOf(right.type) > 0 ? lowOf(right.type) : highOf(right.type) < 0 ? -highOf(right.type) : 1
  const bound = Math.ceil(most / least)
  const positive = lowOf(left.type) >= 0 && lowOf(right.type) > 0
  if (fixedNumber(right) === 1) return retyped(left, money, per)
  return { op: 'divide', left, right, mode, type: { is: 'number', per, money, low: positive ? 0 : -bound, high: bound, orNull: false } } as NumberCore
}

export function nonZero(of: NumberCore): NumberCore {
  if (lowOf(of.type) > 0 || highOf(of.type) < 0) return of
  return { op: 'non zero', of, type: of.type } as NumberCore
}

/** Of numbers of one `per`, dates or times. */
export function compared(sign: '<' | '<=' | '>' | '>=', left: Core, right: Core): Core {
  if (left.op === 'constant' && right.op === 'constant') {
    const [a, b] = [left.value as number, right.value as number]
    return (sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b) ? yes : no
  }
  return { op: 'compare', sign, left, right, type: yesNo }
}

export function same(left: Core, right: Core): Core {
  if (left.op === 'constant' && right.op === 'constant') return left.value === right.value ? yes : no
  return { op: 'same', left, right, type: yesNo }
}

export function not(of: Core): Core {
  if (of.op === 'constant') return of.value === true ? no : yes
  return of.op === 'not' ? of.of : { op: 'not', of, type: yesNo }
}

export function both(left: Core, right: Core): Core {
  if (left.op === 'constant') return left.value === true ? right : no
  if (right.op === 'constant' && right.value === true) return left
  return { op: 'and', left, right, type: yesNo }
}

export function either(left: Core, right: Core): Core {
  if (left.op === 'constant') return left.value === true ? yes : right
  if (right.op === 'constant' && right.value === false) return left
  return { op: 'or', left, right, type: yesNo }
}

export function ifElse(test: Core, then: Core, otherwise: Core, type: CoreType): Core {
  if (test.op === 'constant') return test.value === true ? then : otherwise
  // oxlint-disable-next-line unicorn/no-thenable -- the key is the word of the language; nothing awaits a node
  return { op: 'if', test, then, else: otherwise, type }
}

export function call(name: string, type: CoreType, args: readonly Core[], kind: string | null = null): Core {
  return { op: 'call', name, kind, arguments: args, type }
}

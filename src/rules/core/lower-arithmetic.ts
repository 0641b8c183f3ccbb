import type { Core, CoreType, Rounding } from '#rules/core/core.ts'
import { greatestCommon, isNumeric, isZero, leastCommon, lowOf, typeInWords } from '#rules/core/core-types.ts'
import { apart, asQuotient, partsOf, quotientOf } from '#rules/core/convert.ts'
import { held, isCheap, type Lowering, refuse } from '#rules/core/lowering.ts'
import { call, compared, constantNumber, fixedNumber, isNumber, negative, nonZero, type NumberCore, product, same, scaled, sum, wholeQuotient } from '#rules/core/make-core.ts'

/** Arithmetic on exact numbers: alignment of scales, fractions as pairs, one rounding that becomes one whole division. */

type NumericType = Extract<CoreType, { readonly is: 'number' | 'quotient' }>

export function added(lowering: Lowering, op: 'add' | 'subtract', left: Core, right: Core): Core {
  const [a, b] = [left.type, right.type]
  if (!isNumeric(a) || !isNumeric(b)) return otherSum(lowering, op, left, right)
  if (a.money !== b.money && !isZero(a) && !isZero(b)) {
    const verb = op === 'add' ? 'added to' : 'taken from'
    const [what, other] = op === 'add' ? [a, b] : [b, a]
    return refuse(lowering, 'rules/unlike-units', `${typeInWords(what)} is ${verb} ${typeInWords(other)}.`, 'Write amounts with a dollar sign, and multiply a rate by a number first.')
  }
  const money = a.money || b.money
  const per = leastCommon(a.per, b.per)
  if (isNumber(left) && isNumber(right)) return sum(op, scaled(left, per), scaled(right, per), money)
  return readTwice(lowering, left, right, (x, y) => {
    const [one, other] = [partsOf(x), partsOf(y)]
    const top = sum(op, product(scaled(one.top, per), other.bottom, money), product(scaled(other.top, per), one.bottom, money), money)
    return quotientOf(lowering, { ...top, type: { ...top.type, per, money } } as NumberCore, product(one.bottom, other.bottom, false), per, money)
  })
}

// Days: their difference is a number of days; texts are joined.
function otherSum(lowering: Lowering, op: 'add' | 'subtract', left: Core, right: Core): Core {
  const [a, b] = [left.type, right.type]
  if (op === 'subtract' && a.is === b.is && (a.is === 'date' || a.is === 'time')) {
    return { op: 'subtract', left, right, type: { is: 'number', per: 1, money: false, low: -4e6, high: 4e6, orNull: false } }
  }
  if (op === 'add' && isWords(a) && isWords(b)) return call('join', { is: 'text', orNull: false }, [left, right])
  const help = a.is === 'date' || b.is === 'date' ? 'Use `add days(day, n)` or `days after(day, n, kind)`.' : a.is === 'time' || b.is === 'time' ? 'Use `add minutes(time, n)`.' : 'Add numbers, amounts or texts.'
  return refuse(lowering, 'rules/cannot-add', `${typeInWords(a)} and ${typeInWords(b)} cannot be ${op === 'add' ? 'added' : 'subtracted'}.`, help)
}

export function isWords(type: CoreType): boolean {
  return type.is === 'text' || type.is === 'choice'
}

export function multiplied(lowering: Lowering, left: Core, right: Core): Core {
  const [a, b] = numeric(lowering, left, right, 'multiplied by')
  if (a.money && b.money) return refuse(lowering, 'rules/money-by-money', 'An amount of money is multiplied by an amount of money.', 'Multiply money by a number.')
  const money = a.money || b.money
  if (a.per * b.per >= 2 ** 40) return refuse(lowering, 'rules/too-fine', 'This product would need more than twelve decimals.', 'Round on the way where the clause rounds.')
  if (isNumber(left) && isNumber(right)) return reduced(product(left, right, money))
  return readTwice(lowering, left, right, (x, y) => {
    const [one, other] = [partsOf(x), partsOf(y)]
    return quotientOf(lowering, product(one.top, other.top, money), product(one.bottom, other.bottom, false), a.per * b.per, money)
  })
}

// A constant in no more parts than it needs.
function reduced(core: NumberCore): NumberCore {
  const value = fixedNumber(core)
  if (value === null || core.type.money) return core
  const common = greatestCommon(value, core.type.per)
  return constantNumber(value / common, core.type.per / common)
}

/** `x ** n`: n stands in the formula. */
export function raised(lowering: Lowering, left: Core, right: Core): Core {
  const power = fixedNumber(right)
  const per = right.type.is === 'number' ? right.type.per : 1
  if (power === null || power < 0 || power % per !== 0 || power / per > 12) return refuse(lowering, 'rules/power', 'The power is no whole number from 0 to 12 written in the formula.', 'Write it as a number, or as repeated products.')
  if (power === 0) return constantNumber(1, 1)
  return held(lowering, left, (read) => {
    let result = read
    for (let times = 1; times < power / per; times++) result = multiplied(lowering, result, read)
    return result
  })
}

export function negated(lowering: Lowering, of: Core): Core {
  if (isNumber(of)) return negative(of)
  if (of.type.is !== 'quotient') return refuse(lowering, 'rules/not-numbers', `A minus stands before ${typeInWords(of.type)}.`, 'Put it before a number.')
  const { type } = of
  return apart(lowering, of, (read) => {
    const { top, bottom } = partsOf(read)
    return asQuotient(negative(top), bottom, type.per, type.money)
  })
}

type Sign = '<' | '<=' | '>' | '>='

/** Which is greater; `words` names both sides in a refusal. */
export function ordered(lowering: Lowering, sign: Sign, left: Core, right: Core, words: readonly [string, string]): Core {
  const [a, b] = [left.type, right.type]
  if (a.is === b.is && (a.is === 'date' || a.is === 'time')) return compared(sign, left, right)
  if (!isNumeric(a) || !isNumeric(b)) return refuse(lowering, 'rules/cannot-compare', `${words[0]} (${typeInWords(a)}) is compared with ${words[1]} (${typeInWords(b)}).`, 'Compare numbers with numbers, money with money, days with days, times with times.')
  refuseUnlike(lowering, a, b, words)
  return compareNumbers(lowering, left, right, (x, y) => compared(sign, x, y))
}

function refuseUnlike(lowering: Lowering, a: NumericType, b: NumericType, words: readonly [string, string]): void {
  if (a.money === b.money || isZero(a) || isZero(b)) return
  refuse(lowering, 'rules/unlike-units', `${words[0]} (${typeInWords(a)}) is compared with ${words[1]} (${typeInWords(b)}).`, a.money || b.money ? 'Write amounts of money with a dollar sign, and numbers without.' : 'Compare like with like.')
}

/** Are two numeric values the same? */
export function sameNumbers(lowering: Lowering, left: Core, right: Core, words: readonly [string, string]): Core {
  refuseUnlike(lowering, left.type as NumericType, right.type as NumericType, words)
  return compareNumbers(lowering, left, right, (x, y) => same(x, y))
}

function compareNumbers(lowering: Lowering, left: Core, right: Core, test: (x: NumberCore, y: NumberCore) => Core): Core {
  const [a, b] = [left.type as NumericType, right.type as NumericType]
  const per = leastCommon(a.per, b.per)
  if (isNumber(left) && isNumber(right)) return test(scaled(left, per), scaled(right, per))
  return withPositiveBottom(lowering, left, (x) =>
    withPositiveBottom(lowering, right, (y) => {
      const [one, other] = [partsOf(x), partsOf(y)]
      return test(product(scaled(one.top, per), other.bottom, false), product(scaled(other.top, per), one.bottom, false))
    }),
  )
}

// Where it is not proved to be above 0 the quotient is kept, and what is kept is in lowest terms with a bottom above 0.
function withPositiveBottom(lowering: Lowering, value: Core, body: (read: Core) => Core): Core {
  if (isNumber(value) || (value.op === 'quotient' && isNumber(value.bottom) && lowOf(value.bottom.type) > 0)) return body(value)
  return held(lowering, value, body)
}

/** Rounded to `places` after the point (before it where negative), once. */
export function rounded(lowering: Lowering, of: Core, places: number, mode: Rounding): Core {
  if (!isNumeric(of.type)) return refuse(lowering, 'rules/not-numbers', `${typeInWords(of.type)} cannot be rounded.`, 'Round a number or an amount.')
  const { per, money } = of.type
  if (isNumber(of) && places >= 0 && 10 ** places % per === 0) return of
  const [up, down] = places >= 0 ? [10 ** places, 1] : [1, 10 ** -places]
  const common = greatestCommon(up, per * down)
  return apart(lowering, of, (read) => {
    const { top, bottom } = partsOf(read)
    const below = product(nonZero(bottom), constantNumber((per * down) / common, 1), false)
    const result = wholeQuotient(product(top, constantNumber(up / common, 1), money), below, mode, up, money)
    return down === 1 ? result : ({ ...product(result, constantNumber(down, 1), money), type: { ...product(result, constantNumber(down, 1), money).type, per: 1 } } as Core)
  })
}

/** a - b * floor(a / b): has the sign of b. */
export function remainder(lowering: Lowering, left: Core, right: Core): Core {
  const [a, b] = numeric(lowering, left, right, 'taken modulo')
  if (!isNumber(left) || !isNumber(right)) return refuse(lowering, 'rules/fraction', 'A fraction stands in modulo.', 'Round it first.')
  if (a.money !== b.money) return refuse(lowering, 'rules/unlike-units', 'modulo of money and a number.', 'Give both the same unit.')
  const per = leastCommon(a.per, b.per)
  const below = nonZero(scaled(right, per))
  const most = Math.max(Math.abs(lowOf(below.type)), Math.abs(below.type.high ?? 2 ** 52))
  return { op: 'modulo', left: scaled(left, per), right: below, type: { is: 'number', per, money: a.money, low: -most, high: most, orNull: false } }
}

function numeric(lowering: Lowering, left: Core, right: Core, verb: string): readonly [NumericType, NumericType] {
  if (isNumeric(left.type) && isNumeric(right.type)) return [left.type, right.type]
  return refuse(lowering, 'rules/not-numbers', `${typeInWords(left.type)} is ${verb} ${typeInWords(right.type)}.`, 'Use numbers or amounts here.')
}

// The bottom is read twice.
function readTwice(lowering: Lowering, left: Core, right: Core, body: (x: Core, y: Core) => Core): Core {
  return heldForTwo(lowering, left, (x) => heldForTwo(lowering, right, (y) => body(x, y)))
}

function heldForTwo(lowering: Lowering, value: Core, body: (read: Core) => Core): Core {
  return isNumber(value) || (value.op === 'quotient' && isCheap(value.bottom)) ? body(value) : held(lowering, value, body)
}

import type { CoreType } from '#rules/core/core.ts'
import type { FactType } from '#rules/rule-book.ts'

/** Types of the core: made from the types of facts, brought together, put into words. */

export const yesNo: CoreType = { is: 'boolean', orNull: false }
export const aDay: CoreType = { is: 'date', orNull: false }
export const aTime: CoreType = { is: 'time', orNull: false }
export const words: CoreType = { is: 'text', orNull: false }
export const nothing: CoreType = { is: 'nothing', orNull: true }
/** Of what never gives a value: `not covered`. */
export const never: CoreType = { is: 'nothing', orNull: false }
export const whole: CoreType = { is: 'number', per: 1, money: false, orNull: false }

export type NumberType = Extract<CoreType, { readonly is: 'number' }>

/** The greatest magnitude of a stored fact that names no `min` or `max`: a billion of its unit. */
export function defaultLimit(per: number): number {
  return Math.min(1e9 * per, 2 ** 50)
}

/** The type of a fact, a parameter or an answer; numbers with their bounds. */
export function typeOfFact(type: FactType, min: number | null = null, max: number | null = null): CoreType {
  switch (type.is) {
    case 'integer':
      return bounded(1, false, min, max)
    case 'money':
      return bounded(100, true, min, max)
    case 'decimal':
    case 'percent':
      return bounded(10 ** type.decimals, false, min, max)
    case 'choice':
      return { is: 'choice', of: type.of, orNull: false }
    case 'list':
      return { is: 'list', items: typeOfFact(type.items), orNull: false }
    case 'record':
      return { is: 'record', fields: type.fields.map((it) => ({ name: it.name, type: { ...typeOfFact(it.type), orNull: it.optional } })), orNull: false }
    default:
      return { is: type.is, orNull: false }
  }
}

function bounded(per: number, money: boolean, min: number | null, max: number | null): CoreType {
  const limit = defaultLimit(per)
  const low = min === null ? -limit : Math.max(-limit, Math.ceil(min * per - 1e-6))
  const high = max === null ? limit : Math.min(limit, Math.floor(max * per + 1e-6))
  return { is: 'number', per, money, low, high, orNull: false }
}

/** The least type that holds both, or null where there is none. Numbers come to one `per`; zero is zero of money too. */
export function typeOfBoth(a: CoreType, b: CoreType): CoreType | null {
  if (a === b) return a
  const orNull = a.orNull || b.orNull
  if (a.is === 'nothing') return { ...b, orNull }
  if (b.is === 'nothing') return { ...a, orNull }
  if (isNumeric(a) && isNumeric(b)) return typeOfBothNumbers(a, b, orNull)
  if (a.is === 'choice' && b.is === 'choice') return a.of === b.of && a.orNull === orNull ? a : { is: 'choice', of: [...new Set([...a.of, ...b.of])], orNull }
  if ((a.is === 'choice' && b.is === 'text') || (a.is === 'text' && b.is === 'choice')) return { is: 'text', orNull }
  if (a.is === 'list' && b.is === 'list') {
    const items = typeOfBoth(a.items, b.items)
    return items === null ? null : { is: 'list', items, orNull }
  }
  if (a.is === 'record' && b.is === 'record') return typeOfBothRecords(a, b, orNull)
  return a.is === b.is ? { ...a, orNull } : null
}

type NumericType = Extract<CoreType, { readonly is: 'number' | 'quotient' }>

export function isNumeric(type: CoreType): type is NumericType {
  return type.is === 'number' || type.is === 'quotient'
}

function typeOfBothNumbers(a: NumericType, b: NumericType, orNull: boolean): CoreType | null {
  if (a.money !== b.money && !isZero(a) && !isZero(b)) return null
  const per = a.per === b.per ? a.per : leastCommon(a.per, b.per)
  const money = a.money || b.money
  if (a.is === 'number' && b.is === 'number' && a.per === per && a.money === money && a.orNull === orNull && lowOf(a) <= lowOf(b) * (per / b.per) && highOf(a) >= highOf(b) * (per / b.per)) return a
  if (a.is === 'quotient' || b.is === 'quotient') return { is: 'quotient', per, money, orNull }
  const low = Math.min(lowOf(a) * (per / a.per), lowOf(b) * (per / b.per))
  const high = Math.max(highOf(a) * (per / a.per), highOf(b) * (per / b.per))
  return { is: 'number', per, money, low: Math.max(low, 1 - 2 ** 52), high: Math.min(high, 2 ** 52 - 1), orNull }
}

/** Zero needs no unit. */
export function isZero(type: CoreType): boolean {
  return type.is === 'number' && type.low === 0 && type.high === 0
}

export function greatestCommon(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

export function leastCommon(a: number, b: number): number {
  return (a / greatestCommon(a, b)) * b
}

function typeOfBothRecords(a: Extract<CoreType, { is: 'record' }>, b: Extract<CoreType, { is: 'record' }>, orNull: boolean): CoreType | null {
  if (a.fields.length !== b.fields.length) return null
  const fields = a.fields.map((field) => {
    const other = b.fields.find((it) => it.name === field.name)
    const type = other === undefined ? null : typeOfBoth(field.type, other.type)
    return type === null ? null : { name: field.name, type }
  })
  return fields.some((it) => it === null) ? null : { is: 'record', fields: fields.filter((it) => it !== null), orNull }
}

export function lowOf(type: NumberType): number {
  return type.low ?? -(2 ** 52)
}

export function highOf(type: NumberType): number {
  return type.high ?? 2 ** 52
}

/** The type as a person would say it. */
export function typeInWords(type: CoreType): string {
  const may = type.orNull && type.is !== 'nothing' ? ' or null' : ''
  switch (type.is) {
    case 'number':
    case 'quotient':
      if (type.money) return `money${may}`
      return `${type.is === 'quotient' ? 'fraction' : type.per === 1 ? 'integer' : 'decimal'}${may}`
    case 'choice':
      return `choice of ${type.of.slice(0, 6).join(', ')}${type.of.length > 6 ? ' …' : ''}${may}`
    case 'list':
      return `list of ${typeInWords(type.items)}${may}`
    case 'nothing':
      return 'null'
    default:
      return `${type.is}${may}`
  }
}

/** Never null from here on. */
export function surely(type: CoreType): CoreType {
  return type.orNull ? { ...type, orNull: false } : type
}

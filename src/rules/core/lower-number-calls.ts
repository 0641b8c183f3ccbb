import type { Core, Rounding } from '#rules/core/core.ts'
import { highOf, isNumeric, lowOf, typeInWords, whole } from '#rules/core/core-types.ts'
import { argument, type Call, refuseCount } from '#rules/core/call-arguments.ts'
import { divided, unified } from '#rules/core/convert.ts'
import { multiplied, ordered, remainder, rounded } from '#rules/core/lower-arithmetic.ts'
import { listOf } from '#rules/core/lower-lists.ts'
import { held, type Lowering, nameOf, refuse } from '#rules/core/lowering.ts'
import { call as made, fixedNumber, ifElse, isNumber, nonZero, type NumberCore } from '#rules/core/make-core.ts'

/** Functions on numbers: roundings, least and greatest, sums. */

const roundings: Readonly<Record<string, Rounding>> = { 'round half up': 'half up', 'round half down': 'half down', 'round half even': 'half even', 'round up': 'up', 'round down': 'down' }
const steps: Readonly<Record<string, Rounding>> = { 'round up to': 'up', 'round down to': 'down', 'round half up to': 'half up' }

export function lowerNumberCall(lowering: Lowering, call: Call): Core | null {
  const { name } = call
  const mode = roundings[name]
  if (mode !== undefined) return roundedTo(lowering, call, mode)
  const step = steps[name]
  if (step !== undefined) return roundedToStep(lowering, call, step)
  switch (name) {
    case 'floor':
    case 'ceiling':
      refuseCount(lowering, call, 1, 2, `${name}(x)`)
      return rounded(lowering, argument(lowering, call, 0), call.arguments.length === 2 ? placesOf(lowering, call) : 0, name)
    case 'abs':
      return absolute(lowering, call)
    case 'modulo':
      refuseCount(lowering, call, 2, 2, 'modulo(a, b)')
      return remainder(lowering, argument(lowering, call, 0), argument(lowering, call, 1))
    case 'min':
    case 'max':
      return edge(lowering, call, name)
    case 'sum':
    case 'mean':
      return total(lowering, call)
    default:
      return null
  }
}

function roundedTo(lowering: Lowering, call: Call, mode: Rounding): Core {
  refuseCount(lowering, call, 1, 2, `${call.name}(x, places)`)
  return rounded(lowering, argument(lowering, call, 0), call.arguments.length === 2 ? placesOf(lowering, call) : 0, mode)
}

function placesOf(lowering: Lowering, call: Call): number {
  const places = argument(lowering, call, 1)
  const value = fixedNumber(places)
  if (value !== null && places.type.is === 'number' && places.type.per === 1 && Math.abs(value) <= 9) return value
  return refuse(lowering, 'rules/places', `The places of ${call.name}(…) are no whole number from -9 to 9.`, 'Write how many decimals are kept: 2 for cents, 0 for dollars, -3 for thousands.')
}

function roundedToStep(lowering: Lowering, call: Call, mode: Rounding): Core {
  refuseCount(lowering, call, 2, 2, `${call.name}(x, 0.5)`)
  return held(lowering, argument(lowering, call, 1), (step) => multiplied(lowering, rounded(lowering, divided(lowering, argument(lowering, call, 0), step), 0, mode), step))
}

function absolute(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 1, 1, 'abs(x)')
  const of = argument(lowering, call, 0)
  if (!isNumber(of)) return refuse(lowering, 'rules/not-numbers', `abs(…) of ${typeInWords(of.type)}.`, 'Give it a number or an amount; round a fraction first.')
  const [low, high] = [lowOf(of.type), highOf(of.type)]
  return made('abs', { ...of.type, low: low > 0 ? low : 0, high: Math.max(Math.abs(low), Math.abs(high)) }, [of])
}

// Of a list, or of the arguments.
function edge(lowering: Lowering, call: Call, name: 'min' | 'max'): Core {
  refuseCount(lowering, call, 1, 60, `${name}(a, b)`)
  const only = call.arguments[0]
  if (call.arguments.length === 1 && only !== undefined) {
    const list = listOf(lowering, only, call.scope)
    refuseUnordered(lowering, call, list.type.items)
    return made(name === 'min' ? 'least of' : 'greatest of', list.type.items, [list])
  }
  const { type, cores } = unified(lowering, call.arguments.map((_, at) => argument(lowering, call, at)), `What ${name}(…) compares`)
  if (type.is !== 'quotient') {
    refuseUnordered(lowering, call, type)
    return cores.reduce((one, other) => made(name, edgeType(name, one, other), [one, other]))
  }
  return cores.reduce((one, other) => held(lowering, one, (x) => held(lowering, other, (y) => ifElse(ordered(lowering, name === 'min' ? '<=' : '>=', x, y, ['one', 'the other']), x, y, type))))
}

function refuseUnordered(lowering: Lowering, call: Call, type: Core['type']): void {
  if (!type.orNull && (type.is === 'number' || type.is === 'date' || type.is === 'time')) return
  refuse(lowering, 'rules/cannot-compare', `${call.name}(…) cannot compare ${typeInWords(type)}.`, 'Give it numbers, amounts, days or times; round fractions first, and leave nulls out.')
}

function edgeType(name: 'min' | 'max', one: Core, other: Core): Core['type'] {
  if (!isNumber(one) || !isNumber(other)) return one.type
  const pick = name === 'min' ? Math.min : Math.max
  return { ...one.type, low: pick(lowOf(one.type), lowOf(other.type)), high: pick(highOf(one.type), highOf(other.type)) }
}

function total(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 1, 60, `${call.name}(list)`)
  const only = call.arguments[0]
  const list = call.arguments.length === 1 && only !== undefined ? listOf(lowering, only, call.scope) : lowering.lower({ is: 'list', items: call.arguments, at: { from: 0, to: 0 } }, call.scope)
  if (list.type.is !== 'list' || list.type.items.orNull || !isNumeric(list.type.items)) {
    if (list.type.is !== 'list' || list.type.items.is !== 'nothing') return refuse(lowering, 'rules/not-numbers', `${call.name}(…) of ${nameOf(only ?? { is: 'null', at: { from: 0, to: 0 } })} (${typeInWords(list.type)}).`, 'Give it a list of numbers or amounts; leave nulls out.')
  }
  const { items } = list.type
  const fractions = items.is === 'quotient'
  const type: Core['type'] = fractions ? items : items.is === 'number' ? { is: 'number', per: items.per, money: items.money, orNull: false } : whole
  return held(lowering, list, (read) => {
    const sum = made(fractions ? 'sum of fractions' : 'sum', type, [read])
    if (call.name === 'sum') return sum
    return divided(lowering, sum, nonZero(made('count', { ...whole, low: 0, high: 2 ** 32 } as Core['type'], [read]) as NumberCore))
  })
}

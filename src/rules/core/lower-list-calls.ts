import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords, typeOfBoth, yesNo } from '#rules/core/core-types.ts'
import { argumentOf, type Call, expressionAt, refuseCount, wholeArgument } from '#rules/core/call-arguments.ts'
import { converted } from '#rules/core/convert.ts'
import { listOf, lowerSort } from '#rules/core/lower-lists.ts'
import { type Lowering, nameOf, refuse } from '#rules/core/lowering.ts'
import { call as made } from '#rules/core/make-core.ts'

/** Functions on lists. */

type ListType = Extract<CoreType, { readonly is: 'list' }>
type ListCore = Core & { readonly type: ListType }

const count: CoreType = { is: 'number', per: 1, money: false, low: 0, high: 2 ** 32, orNull: false }

export function lowerListCall(lowering: Lowering, call: Call): Core | null {
  const form = forms[call.name]
  if (form === undefined) return null
  refuseCount(lowering, call, form[0], form[1], form[2])
  if (call.name === 'sort') return lowerSort(lowering, expressionAt(call, 0), call.arguments[1], call.scope)
  const list = listOf(lowering, expressionAt(call, 0), call.scope, call.expected?.is === 'list' && call.name !== 'flatten' ? call.expected : null)
  switch (call.name) {
    case 'count':
      return made('count', count, [list])
    case 'all':
    case 'any':
      if (list.type.items.is !== 'boolean' && list.type.items.is !== 'nothing') return refuse(lowering, 'rules/not-yes-no', `${call.name}(…) of ${typeInWords(list.type)}.`, 'Give it a list of yes and no.')
      return made(call.name, yesNo, [list])
    case 'reverse':
    case 'distinct values':
      return made(call.name, list.type, [list])
    case 'sublist':
      return made('sublist', list.type, [list, ...call.arguments.slice(1).map((_, at) => wholeArgument(lowering, call, at + 1))])
    case 'remove':
      return made('remove', list.type, [list, wholeArgument(lowering, call, 1)])
    case 'flatten':
      return flattened(lowering, call, list)
    case 'list contains':
    case 'index of':
      return found(lowering, call, list)
    case 'lot':
      return made('lot', list.type, [list, argumentOf(lowering, call, 1, ['text', 'choice'], 'the seed, a text')])
    default:
      return joined(lowering, call, list)
  }
}

const forms: Readonly<Record<string, readonly [number, number, string]>> = {
  count: [1, 1, 'count(list)'],
  all: [1, 1, 'all(list)'],
  any: [1, 1, 'any(list)'],
  reverse: [1, 1, 'reverse(list)'],
  'distinct values': [1, 1, 'distinct values(list)'],
  sublist: [2, 3, 'sublist(list, start, length)'],
  remove: [2, 2, 'remove(list, at)'],
  flatten: [1, 1, 'flatten(list)'],
  'list contains': [2, 2, 'list contains(list, x)'],
  'index of': [2, 2, 'index of(list, x)'],
  append: [2, 60, 'append(list, x)'],
  concatenate: [1, 60, 'concatenate(list, list)'],
  union: [1, 60, 'union(list, list)'],
  'insert before': [3, 3, 'insert before(list, at, x)'],
  sort: [1, 2, 'sort(list, function(a, b) a.x < b.x)'],
  lot: [2, 2, 'lot(list, seed)'],
}

function flattened(lowering: Lowering, call: Call, list: ListCore): Core {
  const inner = list.type.items
  if (inner.is !== 'list') return inner.is === 'nothing' || !hasLists(inner) ? list : refuse(lowering, 'rules/not-a-list', `${call.name}(…) of ${typeInWords(list.type)}.`, 'Give it a list of lists.')
  return made('flatten', { ...inner, orNull: false }, [list])
}

function hasLists(type: CoreType): boolean {
  return type.is === 'list'
}

function found(lowering: Lowering, call: Call, list: ListCore): Core {
  const sought = lowering.lower(expressionAt(call, 1), call.scope, list.type.items)
  const type = bothOf(lowering, call, list.type.items, sought, 1)
  const result: CoreType = call.name === 'list contains' ? yesNo : { is: 'list', items: count, orNull: false }
  return made(call.name, result, [converted(lowering, list, { ...list.type, items: type }), converted(lowering, sought, type)])
}

// append, concatenate, union, insert before: the items come to one type.
function joined(lowering: Lowering, call: Call, list: ListCore): Core {
  const lists = call.name === 'concatenate' || call.name === 'union'
  const skip = call.name === 'insert before' ? 2 : 1
  const others = call.arguments.slice(skip).map((_, at) => (lists ? listOf(lowering, expressionAt(call, at + skip), call.scope, list.type) : lowering.lower(expressionAt(call, at + skip), call.scope, list.type.items)))
  let { items } = list.type
  others.forEach((other, at) => (items = bothOf(lowering, call, items, lists ? { ...other, type: (other as ListCore).type.items } : other, at + skip)))
  const type: ListType = { is: 'list', items, orNull: false }
  const place = skip === 2 ? [wholeArgument(lowering, call, 1)] : []
  return made(call.name, type, [converted(lowering, list, type), ...place, ...others.map((other) => converted(lowering, other, lists ? type : items))])
}

function bothOf(lowering: Lowering, call: Call, items: CoreType, other: Core, at: number): CoreType {
  return typeOfBoth(items, other.type) ?? refuse(lowering, 'rules/types-differ', `${call.name}(…): ${nameOf(expressionAt(call, at))} (${typeInWords(other.type)}) does not go with a list of ${typeInWords(items)}.`, 'Give both one type.')
}


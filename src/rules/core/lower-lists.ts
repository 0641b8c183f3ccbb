import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords, yesNo } from '#rules/core/core-types.ts'
import { unified } from '#rules/core/convert.ts'
import { type Lowering, nameOf, newLocal, refuse, type Scope } from '#rules/core/lowering.ts'
import { call, fixedNumber } from '#rules/core/make-core.ts'
import { never } from '#rules/core/nulls.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** Lists and records: written out, filtered, gone through one by one. */

type ListType = Extract<CoreType, { readonly is: 'list' }>

export function lowerList(lowering: Lowering, it: Extract<Expression, { is: 'list' }>, scope: Scope, expected: CoreType | null): Core {
  const inside = expected?.is === 'list' ? expected.items : null
  const { type, cores } = unified(lowering, it.items.map((item) => lowering.lower(item, scope, inside)), 'The items of this list')
  const items = cores.length === 0 ? (inside ?? type) : type
  return { op: 'list', items: cores, type: { is: 'list', items, orNull: false } }
}

export function lowerRecord(lowering: Lowering, it: Extract<Expression, { is: 'record' }>, scope: Scope, expected: CoreType | null): Core {
  const fields = it.fields.map(({ name, value }) => {
    if (name === '__proto__') refuse(lowering, 'rules/name', 'A field cannot be named __proto__.', 'Give it another name.')
    const inside = expected?.is === 'record' ? (expected.fields.find((field) => field.name === name)?.type ?? null) : null
    return { name, value: lowering.lower(value, scope, inside) }
  })
  return { op: 'record', fields, type: { is: 'record', fields: fields.map((field) => ({ name: field.name, type: field.value.type })), orNull: false } }
}

/** `list[item > 3]`, `list[1]`, `list[-1]`. */
export function lowerFilter(lowering: Lowering, it: Extract<Expression, { is: 'filter' }>, scope: Scope): Core {
  const list = listOf(lowering, it.of, scope)
  if (it.by.is === 'number' || it.by.is === 'negative') return itemAt(lowering, list, lowering.lower(it.by, scope))
  const item = newLocal(lowering, list.type.items)
  const body = never(lowering, lowering.lower(it.by, withItem(scope, item)), scope, it.by)
  if (body.type.is === 'boolean') return { op: 'filter', list, local: item.at, body, type: list.type }
  if (body.type.is === 'number') return itemAt(lowering, list, lowering.lower(it.by, scope))
  return refuse(lowering, 'rules/not-yes-no', `Between the brackets of ${nameOf(it.of)}[…] stands ${typeInWords(body.type)}.`, 'Put a condition on the item there, or the number of the item.')
}

function itemAt(lowering: Lowering, list: Core & { readonly type: ListType }, at: Core): Core {
  if (at.type.is !== 'number' || at.type.per !== 1 || fixedNumber(at) === 0) return refuse(lowering, 'rules/item-number', 'An item is asked for by a number that is none: items count from 1, from the end -1.', 'Use a whole number other than 0.')
  return call('item at', { ...list.type.items, orNull: true }, [list, at])
}

// Inside the brackets the element is `item`, and its fields go by their names.
function withItem(scope: Scope, item: Core): Scope {
  const locals = new Map(scope.locals)
  if (item.type.is === 'record') for (const field of item.type.fields) locals.set(field.name, { op: 'field', of: item, name: field.name, type: field.type })
  locals.set('item', item)
  return { ...scope, locals }
}

export function lowerFor(lowering: Lowering, it: Extract<Expression, { is: 'for' }>, scope: Scope, expected: CoreType | null): Core {
  const list = listOf(lowering, it.list, scope)
  const item = newLocal(lowering, list.type.items)
  const body = lowering.lower(it.body, withLocal(scope, it.name, item), expected?.is === 'list' ? expected.items : null)
  return { op: 'each', list, local: item.at, body, type: { is: 'list', items: body.type, orNull: false } }
}

export function lowerSome(lowering: Lowering, it: Extract<Expression, { is: 'some' | 'every' }>, scope: Scope): Core {
  const list = listOf(lowering, it.list, scope)
  const item = newLocal(lowering, list.type.items)
  const inner = withLocal(scope, it.name, item)
  const body = never(lowering, lowering.lower(it.test, inner), inner, it.test)
  if (body.type.is !== 'boolean') return refuse(lowering, 'rules/not-yes-no', `What ${it.is} … satisfies tests is ${typeInWords(body.type)}.`, 'Put a condition there.')
  return { op: it.is, list, local: item.at, body, type: yesNo }
}

/** `sort(list, function(a, b) a.units > b.units)`: stable. */
export function lowerSort(lowering: Lowering, of: Expression, by: Expression | undefined, scope: Scope): Core {
  const list = listOf(lowering, of, scope)
  const [first, second] = [newLocal(lowering, list.type.items), newLocal(lowering, list.type.items)]
  if (by === undefined) {
    const before = lowering.lower({ is: 'binary', sign: '<', left: nameAt('first'), right: nameAt('second'), at: { from: 0, to: 0 } }, withLocal(withLocal(scope, 'first', first), 'second', second))
    return { op: 'sort', list, first: first.at, second: second.at, before, type: list.type }
  }
  if (by.is !== 'function' || by.parameters.length !== 2) return refuse(lowering, 'rules/sort-order', 'sort needs a function of two items that says which goes first.', 'Write `sort(list, function(a, b) a.x < b.x)`.')
  const inner = withLocal(withLocal(scope, by.parameters[0] ?? '', first), by.parameters[1] ?? '', second)
  const before = never(lowering, lowering.lower(by.body, inner), inner, by.body)
  if (before.type.is !== 'boolean') return refuse(lowering, 'rules/sort-order', `The order of sort is ${typeInWords(before.type)}.`, 'It must be a condition: true where a goes before b.')
  return { op: 'sort', list, first: first.at, second: second.at, before, type: list.type }
}

function nameAt(name: string): Expression {
  return { is: 'name', name, at: { from: 0, to: 0 } }
}

export function withLocal(scope: Scope, name: string, value: Core): Scope {
  return { ...scope, locals: new Map([...scope.locals, [name, value]]) }
}

/** An expression that must be a list. */
export function listOf(lowering: Lowering, it: Expression, scope: Scope, expected: CoreType | null = null): Core & { readonly type: ListType } {
  return asList(lowering, never(lowering, lowering.lower(it, scope, expected), scope, it), it)
}

function asList(lowering: Lowering, core: Core, it: Expression): Core & { readonly type: ListType } {
  if (core.type.is === 'list') return core as Core & { readonly type: ListType }
  return refuse(lowering, 'rules/not-a-list', `${nameOf(it)} (${typeInWords(core.type)}) stands where a list is needed.`, 'Use a list, or put the value into square brackets.')
}


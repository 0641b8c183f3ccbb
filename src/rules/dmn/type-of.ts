import type { Block, Named } from '#rules/dmn/named-blocks.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { Body, FactType } from '#rules/rule-book.ts'

/** As much of an expression's type as tells whether a bare word is a word of a choice: `grievant` where a choice stands, though a definition has that name too. */

export interface TypeRoom {
  readonly block: Block
  readonly named: Named
  /** Names that a form binds, with their types as far as known. */
  readonly bound: ReadonlyMap<string, FactType | null>
}

export function typeOf(it: Expression, room: TypeRoom, depth = 0): FactType | null {
  if (depth > deepest) return null
  const of = (part: Expression): FactType | null => typeOf(part, room, depth + 1)
  switch (it.is) {
    case 'name': return room.bound.has(it.name) ? (room.bound.get(it.name) ?? null) : typeOfName(it.name, room, depth)
    case 'if': return of(it.then) ?? of(it.else)
    case 'list': return listOf(it.items.map(of).find(type => type !== null) ?? null)
    case 'record': return { is: 'record', fields: it.fields.flatMap(field => {
      const type = of(field.value)
      return type === null ? [] : [{ name: field.name, type, optional: false }]
    }) }
    case 'field': return typeOfField(it, room, depth)
    case 'filter': return it.by.is === 'number' || it.by.is === 'negative' ? itemsOf(of(it.of)) : of(it.of)
    case 'for': return listOf(typeOf(it.body, { ...room, bound: new Map([...room.bound, [it.name, itemsOf(of(it.list))]]) }, depth + 1))
    case 'call': return typeOfCall(it, room, depth)
    default: return null
  }
}

/** Values name each other; deeper than this nothing is told apart any more. */
const deepest = 12

export function itemsOf(type: FactType | null): FactType | null {
  return type?.is === 'list' ? type.items : null
}

function listOf(items: FactType | null): FactType | null {
  return items === null ? null : { is: 'list', items }
}

function typeOfName(name: string, room: TypeRoom, depth: number): FactType | null {
  const fact = room.block.facts.find(it => it.name === name)
  if (fact !== undefined) return fact.type
  const value = room.block.values.find(it => it.name === name)
  if (value !== undefined) return givenType(name, room.block) ?? typeOfBody(value.body, { ...room, bound: new Map() }, depth)
  return room.named.blocks.has(name) ? typeOfBlock(name, room, depth) : (room.named.parameters.get(name)?.type ?? null)
}

/** What an answer that is the value itself says of its type. */
export function givenType(name: string, block: Block): FactType | null {
  return block.gives.find(give => give.is.is === 'name' && give.is.name === name)?.type ?? (block.isDecision || block.name !== name ? null : block.type)
}

function typeOfBody(body: Body, room: TypeRoom, depth: number): FactType | null {
  if (body.is === 'formula') return typeOf(body.value, room, depth + 1)
  const [first] = body.outputs
  if (body.outputs.length === 1) return first?.type ?? null
  return { is: 'record', fields: body.outputs.flatMap(output => (output.type === null ? [] : [{ name: output.name, type: output.type, optional: false }])) }
}

function typeOfBlock(name: string, room: TypeRoom, depth: number): FactType | null {
  const block = room.named.blocks.get(name)
  if (block === undefined) return null
  if (block.isDecision) return { is: 'record', fields: block.gives.map(give => ({ name: give.name, type: give.type, optional: true })) }
  const value = block.values.find(it => it.name === name)
  return block.type ?? (value === undefined ? null : typeOfBody(value.body, { block, named: room.named, bound: new Map() }, depth + 1))
}

function typeOfField(it: Expression & { is: 'field' }, room: TypeRoom, depth: number): FactType | null {
  const type = typeOf(it.of, room, depth + 1)
  if (type?.is === 'record') return type.fields.find(field => field.name === it.name)?.type ?? null
  if (type?.is === 'list' && type.items.is === 'record') return listOf(type.items.fields.find(field => field.name === it.name)?.type ?? null)
  return null
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
/** Functions whose lists, in and out, hold the same kind of thing. */
export const LIST_FUNCTIONS: ReadonlySet<string> = new Set(['append', 'concatenate', 'distinct values', 'reverse', 'sort', 'sublist', 'flatten', 'remove', 'insert before', 'union', 'lot'])

function typeOfCall(it: Expression & { is: 'call' }, room: TypeRoom, depth: number): FactType | null {
  if (it.name === 'day of week') return { is: 'choice', of: weekdays }
  if (room.named.blocks.has(it.name)) return typeOfBlock(it.name, room, depth)
  if (!LIST_FUNCTIONS.has(it.name)) return null
  const types = it.arguments.map(argument => typeOf(argument.value, room, depth + 1))
  const first = types.find(type => type !== null) ?? null
  return it.name === 'flatten' && first?.is === 'list' && first.items.is === 'list' ? first.items : first
}

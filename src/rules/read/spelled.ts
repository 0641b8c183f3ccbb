import type { Expression } from '#rules/feel/expression.ts'
import { printExpression } from '#rules/feel/print-expression.ts'
import type { BlockNode } from '#plain/block/block-node.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { name as named } from '#rules/read/make-expression.ts'
import type { Body, Reading, Value } from '#rules/rule-book.ts'

/** A kind of value spelled as formulas and tables: what every reader of a kind hands back. */
export interface Spelled {
  readonly body: Body
  /** What the author wrote, for words and screens. */
  readonly frame: Readonly<Record<string, string>>
  /** Values that it is made of and that stand beside it. */
  readonly parts: readonly Value[]
  /** Readings that the kind has by itself (ties that may fall either way). */
  readonly readings?: readonly Reading[]
}

/** What a reader of a kind is given. */
export interface ValueRoom {
  readonly sheet: Sheet
  /** The value's name; its parts are named after it. */
  readonly name: string
  /** The value's own name, in a reading of it, which is named after both. */
  readonly valueName?: string
  /** `table`, `deadline` ... */
  readonly kind: string
  readonly clauses: readonly string[]
  /** Facts, figures and values of its decision. */
  readonly names: ReadonlySet<string>
}

export function formula(value: Expression, text: string | null = null): Body {
  return { is: 'formula', value, text: text ?? printExpression(value) }
}

/** A part of a value, as a value of its own named `name_word`. Gives the name that stands for it. */
export function part(room: ValueRoom, into: Value[], word: string, body: Body, says: string, kind = 'part', frame: Spelled['frame'] = {}): Expression {
  const name = `${room.name}_${word}`
  if (room.names.has(name)) room.sheet.tell('rules/name-twice', `The ${room.kind} "${room.name}" makes a value "${name}" itself, and there is one already.`, 'Give yours another name.')
  into.push({ name, at: room.sheet.at(), clauses: room.clauses, says, kind, frame, body, readings: [], ruling: null, exceptions: [], when: null })
  return named(name)
}

/** The texts of a map as they were written, nested ones in one line. */
export function frameOf(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(sheet.map.entries.map(({ key, value }) => [key, inOneLine(value)]))
}

export function inOneLine(node: BlockNode): string {
  if (node.is === 'text') return node.text
  if (node.is === 'list') return `[${node.items.map(inOneLine).join(', ')}]`
  return `{${node.entries.map(({ key, value }) => `${key}: ${inOneLine(value)}`).join(', ')}}`
}

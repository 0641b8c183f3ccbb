import type { BinarySign, Expression } from '#rules/feel/expression.ts'

/** Makes pieces of expressions that stand nowhere in a text. */

const at = { from: 0, to: 0 }

export function nameNode(name: string): Expression {
  return { is: 'name', name, at }
}

export function numberNode(value: number): Expression {
  return value < 0 ? { is: 'negative', of: numberNode(-value), at } : { is: 'number', text: String(value), money: false, at }
}

export function textNode(text: string): Expression {
  return { is: 'text', text, at }
}

export const nullNode: Expression = { is: 'null', at }

export function callNode(name: string, ...values: readonly Expression[]): Expression {
  return { is: 'call', name, arguments: values.map(value => ({ name: null, value })), at }
}

export function joinNode(left: Expression, sign: BinarySign, right: Expression): Expression {
  return { is: 'binary', sign, left, right, at }
}

export function fieldNode(of: Expression, name: string): Expression {
  return { is: 'field', of, name, at }
}

export function ifNode(test: Expression, yes: Expression, no: Expression): Expression {
  // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
  return { is: 'if', test, then: yes, else: no, at }
}

export function recordNode(fields: readonly { readonly name: string; readonly value: Expression }[]): Expression {
  return { is: 'record', fields, at }
}

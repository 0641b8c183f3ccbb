import type { BinarySign, Expression } from '#rules/feel/expression.ts'

/** Small makers of expressions, for the kinds of value that are spelled as formulas. */

const nowhere = { from: 0, to: 0 }

export function nothing(): Expression {
  return { is: 'null', at: nowhere }
}

export function text(words: string): Expression {
  return { is: 'text', text: words, at: nowhere }
}

export function name(word: string): Expression {
  return { is: 'name', name: word, at: nowhere }
}

export function number(value: number): Expression {
  const figure: Expression = { is: 'number', text: String(Math.abs(value)), money: false, at: nowhere }
  return value < 0 ? { is: 'negative', of: figure, at: nowhere } : figure
}

export function date(day: string): Expression {
  return { is: 'date', text: day, at: nowhere }
}

export function truth(value: boolean): Expression {
  return { is: 'boolean', value, at: nowhere }
}

export function call(called: string, ...given: readonly Expression[]): Expression {
  return { is: 'call', name: called, arguments: given.map((value) => ({ name: null, value })), at: nowhere }
}

export function binary(left: Expression, sign: BinarySign, right: Expression): Expression {
  return { is: 'binary', sign, left, right, at: nowhere }
}

export function choose(test: Expression, then: Expression, otherwise: Expression): Expression {
  // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
  return { is: 'if', test, then, else: otherwise, at: nowhere }
}

export function list(items: readonly Expression[]): Expression {
  return { is: 'list', items, at: nowhere }
}

export function record(fields: Readonly<Record<string, Expression>>): Expression {
  return { is: 'record', fields: Object.entries(fields).map(([field, value]) => ({ name: field, value })), at: nowhere }
}

export function field(of: Expression, key: string): Expression {
  return { is: 'field', of, name: key, at: nowhere }
}

export function each(variable: string, over: Expression, body: Expression): Expression {
  return { is: 'for', name: variable, list: over, body, at: nowhere }
}

/** All of them with `and` between (true where there are none). */
export function allOf(tests: readonly Expression[]): Expression {
  return tests.length === 0 ? truth(true) : tests.reduce((left, right) => binary(left, 'and', right))
}

export function isNull(value: Expression): Expression {
  return binary(value, '=', nothing())
}

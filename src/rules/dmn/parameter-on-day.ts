import { ifNode, joinNode, nullNode } from '#rules/dmn/feel-nodes.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { Parameter } from '#rules/rule-book.ts'

/** The value of a parameter in force on a day that an expression gives: the dated values, the latest first; null before the first and after the last day of force. */
export function valueOnDay(parameter: Parameter, day: Expression, turn: (value: Expression) => Expression): Expression {
  const dated = parameter.values.reduce<Expression>((before, { from, is }) => (from === null ? turn(is) : ifNode(joinNode(day, '>=', dayNode(from)), turn(is), before)), nullNode)
  return parameter.until === null ? dated : ifNode(joinNode(day, '>', dayNode(parameter.until)), nullNode, dated)
}

/** The value in force on a day that is known; null where none is. */
export function valueInForce(parameter: Parameter, day: string): Expression | null {
  if (parameter.until !== null && day > parameter.until) return null
  return parameter.values.findLast(value => value.from === null || value.from <= day)?.is ?? null
}

function dayNode(text: string): Expression {
  return { is: 'date', text, at: { from: 0, to: 0 } }
}

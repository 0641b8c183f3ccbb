import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords } from '#rules/core/core-types.ts'
import { type Lowering, nameOf, refuse, type Scope } from '#rules/core/lowering.ts'
import { isNumber, type NumberCore } from '#rules/core/make-core.ts'
import { never } from '#rules/core/nulls.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** A call as the families of functions see it, and its arguments with their types checked. */
export interface Call {
  readonly name: string
  readonly arguments: readonly Expression[]
  readonly scope: Scope
  readonly expected: CoreType | null
}

/** How many arguments: at least, at most. */
export function refuseCount(lowering: Lowering, call: Call, least: number, most: number, form: string): void {
  const count = call.arguments.length
  if (count >= least && count <= most) return
  refuse(lowering, 'rules/arguments', `${call.name}(…) has ${count} ${count === 1 ? 'argument' : 'arguments'}.`, `Write \`${form}\`.`)
}

/** The argument's expression; `refuseCount` asked before that it is there. */
export function expressionAt(call: Call, at: number): Expression {
  return call.arguments[at] ?? { is: 'null', at: { from: 0, to: 0 } }
}

/** An argument that is never null. */
export function argument(lowering: Lowering, call: Call, at: number, expected: CoreType | null = null): Core {
  const it = expressionAt(call, at)
  return never(lowering, lowering.lower(it, call.scope, expected), call.scope, it)
}

/** An argument of one type, as `what` says it in a refusal: `a day`. */
export function argumentOf(lowering: Lowering, call: Call, at: number, is: readonly CoreType['is'][], what: string): Core {
  const core = argument(lowering, call, at)
  if (is.includes(core.type.is)) return core
  return refuse(lowering, 'rules/wrong-type', `${call.name}(…) needs ${what} where ${nameOf(expressionAt(call, at))} (${typeInWords(core.type)}) stands.`, `Give it ${what}.`)
}

/** An argument that is a whole number. */
export function wholeArgument(lowering: Lowering, call: Call, at: number): NumberCore {
  const core = argumentOf(lowering, call, at, ['number'], 'a whole number')
  if (isNumber(core) && core.type.per === 1 && !core.type.money) return core
  return refuse(lowering, 'rules/not-whole', `${call.name}(…) needs a whole number where ${nameOf(expressionAt(call, at))} (${typeInWords(core.type)}) stands.`, 'Round it where the clause rounds.')
}

import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords, yesNo } from '#rules/core/core-types.ts'
import { lowerCalledDefinition } from '#rules/core/lower-called.ts'
import type { Call } from '#rules/core/call-arguments.ts'
import { lowerDayCall } from '#rules/core/lower-day-calls.ts'
import { lowerListCall } from '#rules/core/lower-list-calls.ts'
import { lowerNumberCall } from '#rules/core/lower-number-calls.ts'
import { lowerPlainCall } from '#rules/core/lower-plain-calls.ts'
import { lowerQuestionCall } from '#rules/core/lower-question-calls.ts'
import { type Lowering, nameOf, refuse, type Scope } from '#rules/core/lowering.ts'
import { not } from '#rules/core/make-core.ts'
import { never } from '#rules/core/nulls.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { FUNCTION_NAMES } from '#rules/feel/function-names.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/** A call: a function of the language, or a definition of the pack called with names. */
export function lowerCall(lowering: Lowering, it: Extract<Expression, { is: 'call' }>, scope: Scope, expected: CoreType | null): Core {
  const definition = lowering.book.definitions.get(it.name)
  if (definition !== undefined) return lowerCalledDefinition(lowering, definition, it.arguments, scope)
  const call: Call = { name: it.name, arguments: it.arguments.map((argument) => argument.value), scope, expected }
  if (it.name === 'not') return negation(lowering, call)
  const core = lowerNumberCall(lowering, call) ?? lowerListCall(lowering, call) ?? lowerDayCall(lowering, call) ?? lowerQuestionCall(lowering, call) ?? lowerPlainCall(lowering, call)
  if (core !== null) return core
  if (lowering.book.decisions.has(it.name)) return refuse(lowering, 'rules/decision-as-value', `${it.name} is a decision and has several answers.`, `Say which: \`${it.name}(…).answer\`.`)
  return refuse(lowering, 'rules/unknown-function', `There is no function "${it.name}".`, `${didYouMean(it.name, [...FUNCTION_NAMES, ...lowering.book.definitions.keys()])}The functions stand in docs/rule-language.md.`)
}

function negation(lowering: Lowering, call: Call): Core {
  const of = call.arguments[0]
  if (of === undefined || call.arguments.length !== 1) return refuse(lowering, 'rules/arguments', 'not(…) takes one condition.', 'Write `not(approved)`.')
  const core = never(lowering, lowering.lower(of, call.scope), call.scope, of)
  return core.type.is === yesNo.is ? not(core) : refuse(lowering, 'rules/not-yes-no', `not(${nameOf(of)}) negates ${typeInWords(core.type)}.`, 'Negate a condition.')
}

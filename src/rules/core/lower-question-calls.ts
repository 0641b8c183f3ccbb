import type { Core } from '#rules/core/core.ts'
import { aDay, never as neverType, typeOfFact, yesNo } from '#rules/core/core-types.ts'
import { argumentOf, type Call, expressionAt, refuseCount } from '#rules/core/call-arguments.ts'
import { hiddenStep } from '#rules/core/hidden-step.ts'
import { hasLocal } from '#rules/core/lower-called.ts'
import { type Lowering, mention, nameOf, refuse } from '#rules/core/lowering.ts'
import { nullConstant, not, same, yes } from '#rules/core/make-core.ts'
import { parameterSlot } from '#rules/core/parameter-slots.ts'

/** Functions of the question: its day, a parameter on another day, whether a fact is there, that no clause answers. */
export function lowerQuestionCall(lowering: Lowering, call: Call): Core | null {
  switch (call.name) {
    case 'as of':
      return { op: 'asOf', type: aDay }
    case 'known':
      return known(lowering, call)
    case 'on':
      return parameterOn(lowering, call)
    case 'not covered': {
      const why = expressionAt(call, 0)
      return { op: 'not covered', why: why.is === 'text' ? why.text : 'No clause answers this.', type: neverType }
    }
    default:
      return null
  }
}

function known(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 1, 1, 'known(fact)')
  const it = expressionAt(call, 0)
  const fact = it.is === 'name' && !call.scope.locals.has(it.name) ? call.scope.frame.facts.get(it.name) : undefined
  if (fact === undefined) return refuse(lowering, 'rules/unknown-name', `known(…) asks for ${nameOf(it)}, which is no fact.`, 'Name a fact.')
  if (fact.is === 'value') return fact.core.type.orNull ? not(same(fact.core, nullConstant)) : yes
  mention(lowering, { is: 'fact', at: fact.at })
  return { op: 'known', at: fact.at, type: yesNo }
}

function parameterOn(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 2, 2, 'on(parameter, day)')
  const it = expressionAt(call, 0)
  const parameter = it.is === 'name' ? lowering.book.parameters.get(it.name) : undefined
  if (parameter === undefined) return refuse(lowering, 'rules/unknown-name', `on(…) asks for ${nameOf(it)}, which is no parameter.`, 'Name a parameter of the pack.')
  const day = argumentOf(lowering, call, 1, ['date'], 'a day')
  const core: Core = { op: 'parameter', at: parameterSlot(lowering, parameter), day, type: typeOfFact(parameter.type) }
  if (hasLocal(core) || call.scope.frame.inline) return core
  const { place } = lowering
  lowering.place = { ...place, clause: parameter.values[0]?.clause ?? place.clause }
  const step = hiddenStep(lowering, `${parameter.name} on ${nameOf(expressionAt(call, 1))}`, core)
  lowering.place = place
  return step
}

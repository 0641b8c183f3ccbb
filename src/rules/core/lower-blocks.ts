import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords, typeOfBoth, typeOfFact } from '#rules/core/core-types.ts'
import { constantFor } from '#rules/core/constant-for.ts'
import { lowerValue } from '#rules/core/lower-value.ts'
import { type FactBinding, type Frame, type Lowering, refuse, type Scope, within } from '#rules/core/lowering.ts'
import { ifElse, nullConstant, same } from '#rules/core/make-core.ts'
import { keyOf, sureIn } from '#rules/core/nulls.ts'
import type { Decision, Definition, Fact, Give } from '#rules/rule-book.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/** Definitions and decisions that another rule names: their facts stand for the caller's facts and values of the same names, their values become steps. */

export function lowerBareDefinition(lowering: Lowering, definition: Definition, scope: Scope): Core {
  const frame = frameOf(lowering, definition, bareBindings(lowering, definition, scope), scope.frame.inline, false)
  return within(lowering, definition.name, () => mainValue(lowering, definition, frame))
}

/** The value that the definition stands for. */
export function mainValue(lowering: Lowering, definition: Definition, frame: Frame): Core {
  const value = frame.values.get(definition.name)
  if (value === undefined) return refuse(lowering, 'rules/definition-empty', `The definition ${definition.name} has no value.`, 'Give it `is:` or one kind of value.')
  return lowerValue(lowering, value, frame)
}

export function lowerBareAnswer(lowering: Lowering, decision: Decision, answer: string, scope: Scope): Core {
  const bindings = bareBindings(lowering, decision, scope)
  return within(lowering, decision.name, () => answerOf(lowering, decision, answer, frameOf(lowering, decision, bindings, scope.frame.inline, false)))
}

/** An answer of a decision, or one of its values. */
export function answerOf(lowering: Lowering, decision: Decision, answer: string, frame: Frame): Core {
  const give = decision.gives.find((it) => it.name === answer)
  if (give !== undefined) return giveCore(lowering, give, frame)
  const value = frame.values.get(answer)
  if (value !== undefined) return lowerValue(lowering, value, frame)
  const names = decision.gives.map((it) => it.name)
  return refuse(lowering, 'rules/no-such-answer', `The decision ${decision.name} gives no "${answer}".`, `${didYouMean(answer, names)}It gives ${names.join(', ')}.`)
}

/** The expression of an answer; null while an optional fact that it cannot do without is left out. */
export function giveCore(lowering: Lowering, give: Give, frame: Frame): Core {
  const scope: Scope = { frame, locals: new Map(), sure: new Set() }
  const core = lowering.lower(give.is, scope, typeOfFact(give.type))
  return give.nullWithout.reduceRight((rest, name) => {
    const fact = frame.facts.get(name)
    if (fact === undefined) return refuse(lowering, 'rules/unknown-name', `"null without" names "${name}", which is no fact.`, `${didYouMean(name, frame.facts.keys())}Name an optional fact.`)
    const asked = whetherThere(fact)
    return asked === null ? rest : ifElse(same(asked, nullConstant), nullConstant, rest, { ...rest.type, orNull: true })
  }, core)
}

function whetherThere(fact: FactBinding): Core | null {
  if (fact.is === 'value') return fact.core.type.orNull ? fact.core : null
  return fact.optional ? { op: 'fact', at: fact.at, type: { ...fact.type, orNull: true } } : null
}

/** The block's frame for these bindings: made once, so that its steps stand once. */
export function frameOf(lowering: Lowering, block: Decision | Definition, facts: ReadonlyMap<string, FactBinding>, inline: boolean, plainOnly: boolean): Frame {
  const key = `${block.name} ${plainOnly} ${inline} ${[...facts.values()].map((it) => (it.is === 'fact' ? `f${it.at}` : keyOf(it.core))).join()}`
  const known = lowering.frames.get(key)
  if (known !== undefined) return known
  const twin = [...lowering.frames.values()].filter((it) => it.block === block.name && !it.inline).length
  const frame: Frame = {
    prefix: twin === 0 ? block.name : `${block.name} ${twin + 1}`,
    block: block.name,
    facts,
    values: new Map(block.values.map((value) => [value.name, value])),
    steps: new Map(),
    further: new Map(),
    expected: expectedOf(block),
    inline,
    plainOnly,
  }
  lowering.frames.set(key, frame)
  return frame
}

/** What the answers say of the values' types: so words of a choice are known in the value. */
export function expectedOf(block: Decision | Definition): ReadonlyMap<string, CoreType> {
  if (!('gives' in block)) return block.type === null ? new Map() : new Map([[block.name, typeOfFact(block.type)]])
  return new Map(block.gives.flatMap((give) => (give.is.is === 'name' ? [[give.is.name, typeOfFact(give.type)] as const] : [])))
}

function bareBindings(lowering: Lowering, block: Decision | Definition, scope: Scope): ReadonlyMap<string, FactBinding> {
  return new Map(block.facts.map((fact) => [fact.name, bareBinding(lowering, block, fact, scope)]))
}

function bareBinding(lowering: Lowering, block: Decision | Definition, fact: Fact, scope: Scope): FactBinding {
  const own = scope.frame.facts.get(fact.name)
  if (own !== undefined) return checked(lowering, block, fact, own)
  const value = scope.frame.values.get(fact.name)
  if (value !== undefined) {
    const { mentions } = lowering
    lowering.mentions = []
    const core = lowerValue(lowering, value, scope.frame)
    lowering.mentions = mentions
    return checked(lowering, block, fact, { is: 'value', core: sureIn(core, scope) })
  }
  if (fact.missingMeans !== null) return { is: 'value', core: { op: 'constant', value: constantFor(lowering, fact.missingMeans, typeOfFact(fact.type), fact.name) as string, type: typeOfFact(fact.type) } }
  return refuse(lowering, 'rules/fact-not-there', `${block.name} asks for "${fact.name}", and this rule has no fact or value of that name.`, `Add the fact, or call it with names: \`${block.name}(${fact.name}: …)\`.`)
}

/** A fact of the block may stand for this: types agree, and null only where the fact is optional. */
export function checked(lowering: Lowering, block: Decision | Definition, fact: Fact, binding: FactBinding): FactBinding {
  const declared = typeOfFact(fact.type)
  const actual = binding.is === 'fact' ? binding.type : binding.core.type
  const both = typeOfBoth(declared, actual)
  if (both === null) return refuse(lowering, 'rules/wrong-type', `${block.name} needs "${fact.name}" as ${typeInWords(declared)}; here it is ${typeInWords(actual)}.`, 'Give both facts one type.')
  if (binding.is === 'value' && actual.orNull && !fact.optional) return refuse(lowering, 'rules/may-be-null', `"${fact.name}", which ${block.name} needs, may be null here.`, `Ask first: \`if ${fact.name} = null then … else …\`.`)
  if (actual.is !== 'choice' || both.is !== 'choice') return binding
  const type: CoreType = { ...both, orNull: actual.orNull }
  return binding.is === 'fact' ? { ...binding, type } : { is: 'value', core: { ...binding.core, type } }
}

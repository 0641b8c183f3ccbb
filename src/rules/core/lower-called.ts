import type { Core } from '#rules/core/core.ts'
import { typeOfFact } from '#rules/core/core-types.ts'
import { constantFor } from '#rules/core/constant-for.ts'
import { answerOf, checked, frameOf, mainValue } from '#rules/core/lower-blocks.ts'
import { hiddenStep } from '#rules/core/hidden-step.ts'
import { type FactBinding, type Frame, held, isCheap, type Lowering, refuse, type Scope, within } from '#rules/core/lowering.ts'
import { nullConstant } from '#rules/core/make-core.ts'
import { sureIn } from '#rules/core/nulls.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Decision, Definition, Fact } from '#rules/rule-book.ts'

/** Definitions and decisions called with names: outside of loops their values become steps of their own, inside they are written where they are called. */

type Arguments = Extract<Expression, { readonly is: 'call' }>['arguments']

export function lowerCalledDefinition(lowering: Lowering, definition: Definition, handed: Arguments, scope: Scope): Core {
  return called(lowering, definition, handed, scope, (frame) => mainValue(lowering, definition, frame))
}

export function lowerCalledAnswer(lowering: Lowering, decision: Decision, answer: string, handed: Arguments, scope: Scope): Core {
  return called(lowering, decision, handed, scope, (frame) => answerOf(lowering, decision, answer, frame))
}

function called(lowering: Lowering, block: Decision | Definition, handed: Arguments, scope: Scope, take: (frame: Frame) => Core): Core {
  const cores = block.facts.map((fact, at) => argumentFor(lowering, block, fact, at, handed, scope))
  refuseStrangers(lowering, block, handed)
  const inline = scope.frame.inline || cores.some((core) => hasLocal(core))
  const bind = (at: number, bound: readonly Core[]): Core => {
    const core = cores[at]
    const fact = block.facts[at]
    if (core === undefined || fact === undefined) {
      const facts = new Map(block.facts.map((it, place): [string, FactBinding] => [it.name, checked(lowering, block, it, bareFact(it, place, handed, scope) ?? { is: 'value', core: bound[place] ?? nullConstant })]))
      return within(lowering, block.name, () => take(frameOf(lowering, block, facts, inline, true)))
    }
    if (isCheap(core)) return bind(at + 1, [...bound, core])
    if (inline) return held(lowering, core, (read) => bind(at + 1, [...bound, read]))
    return bind(at + 1, [...bound, hiddenStep(lowering, `${block.name}.${fact.name}`, core)])
  }
  return bind(0, [])
}

function argumentFor(lowering: Lowering, block: Decision | Definition, fact: Fact, at: number, handed: Arguments, scope: Scope): Core {
  const argument = handedFor(fact, at, handed)
  const type = typeOfFact(fact.type)
  if (argument !== undefined) return sureIn(lowering.lower(argument.value, scope, type), scope)
  if (fact.missingMeans !== null) return { op: 'constant', value: constantFor(lowering, fact.missingMeans, type, fact.name) as string, type }
  if (fact.optional) return { ...nullConstant, type: { ...type, orNull: true } }
  return refuse(lowering, 'rules/fact-not-there', `${block.name}(…) is called without "${fact.name}".`, `Hand it in: \`${block.name}(${fact.name}: …)\`.`)
}

function handedFor(fact: Fact, at: number, handed: Arguments): Arguments[number] | undefined {
  return handed.find((it) => it.name === fact.name) ?? (handed[at]?.name === null ? handed[at] : undefined)
}

// A fact of the caller handed on as it is may be left out in the block as it may in the caller.
function bareFact(fact: Fact, at: number, handed: Arguments, scope: Scope): FactBinding | undefined {
  const value = handedFor(fact, at, handed)?.value
  return value?.is === 'name' && !scope.locals.has(value.name) && fact.optional ? scope.frame.facts.get(value.name) : undefined
}

function refuseStrangers(lowering: Lowering, block: Decision | Definition, handed: Arguments): void {
  const names = block.facts.map((fact) => fact.name)
  const stranger = handed.find((it) => it.name !== null && !names.includes(it.name))
  if (stranger !== undefined) refuse(lowering, 'rules/unknown-name', `${block.name}(…) has no fact "${stranger.name}".`, `${didYouMean(stranger.name ?? '', names)}Its facts: ${names.join(', ')}.`)
}

/** Does it read a name of a loop? */
export function hasLocal(core: Core): boolean {
  if (core.op === 'local') return true
  return Object.entries(core).some(([key, part]) => key !== 'type' && holdsLocal(part))
}

function holdsLocal(part: unknown): boolean {
  if (Array.isArray(part)) return part.some((it) => holdsLocal(it))
  if (typeof part !== 'object' || part === null) return false
  return 'op' in part ? hasLocal(part as Core) : Object.values(part).some((it) => holdsLocal(it))
}

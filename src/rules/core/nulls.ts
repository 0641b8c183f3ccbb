import type { Core } from '#rules/core/core.ts'
import { surely, typeInWords } from '#rules/core/core-types.ts'
import { type Lowering, nameOf, refuse, type Scope } from '#rules/core/lowering.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** Null: what a test says of it, and that nothing that may be null is used without having asked. */

/** The same key for the same value, read twice. */
export function keyOf(core: Core): string {
  switch (core.op) {
    case 'sure':
      return keyOf(core.of)
    case 'fact':
    case 'need':
      return `f${core.at}`
    case 'step':
      return `s${core.at}`
    case 'column':
      return `s${core.at}.c${core.column}`
    case 'local':
      return `l${core.at}`
    case 'field':
      return `${keyOf(core.of)}.${core.name}`
    case 'constant':
      return JSON.stringify(core.value)
    case 'call':
      return `${core.name}/${core.kind ?? ''}(${core.arguments.map((it) => keyOf(it)).join()})`
    default:
      return `n${numberOf(core)}`
  }
}

// Longer pieces are the same only where they are one node: a value written inside a loop is one node wherever it is read.
const numbers = new WeakMap<Core, number>()
let given = 0

function numberOf(core: Core): number {
  const known = numbers.get(core)
  if (known !== undefined) return known
  given += 1
  numbers.set(core, given)
  return given
}

/** What is surely not null once the test gave this answer. */
export function sureWhen(test: Core, answer: boolean): readonly string[] {
  if (test.op === 'not') return sureWhen(test.of, !answer)
  if (test.op === 'same' && !answer) {
    if (isNull(test.right)) return [keyOf(test.left)]
    return isNull(test.left) ? [keyOf(test.right)] : []
  }
  if (test.op === (answer ? 'and' : 'or')) return [...sureWhen(test.left, answer), ...sureWhen(test.right, answer)]
  return []
}

export function isNull(core: Core): boolean {
  return core.op === 'constant' && core.value === null
}

export function surer(scope: Scope, keys: readonly string[]): Scope {
  return keys.length === 0 ? scope : { ...scope, sure: new Set([...scope.sure, ...keys]) }
}

/** The value, that must not be null here. */
export function never(lowering: Lowering, core: Core, scope: Scope, from: Expression): Core {
  if (!core.type.orNull) return core
  if (isNull(core)) return refuse(lowering, 'rules/null-used', 'null stands where a value is needed.', 'Give a value, or compare with null.')
  if (scope.sure.has(keyOf(core))) return { op: 'sure', of: core, type: surely(core.type) } as Core
  const name = nameOf(from)
  return refuse(lowering, 'rules/may-be-null', `${name} may be null here (it is ${typeInWords(core.type)}).`, `Ask first: \`if ${name} = null then … else …\`, or \`${name} != null and …\`.`)
}

/** The value, known not to be null where that was asked before. */
export function sureIn(core: Core, scope: Scope): Core {
  return core.type.orNull && scope.sure.has(keyOf(core)) ? ({ op: 'sure', of: core, type: surely(core.type) } as Core) : core
}

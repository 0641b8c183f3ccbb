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
      return shapeOf(core)
  }
}

// Names that the piece binds itself are counted anew, so that the same words written twice have the same key.
function shapeOf(core: Core): string {
  const text = JSON.stringify(core, (key, value: unknown) => (key === 'type' ? undefined : value))
  const bound = new Map<string, number>()
  for (const match of text.matchAll(/"(?:local|first|second)":(\d+)/g)) if (!bound.has(match[1] ?? '')) bound.set(match[1] ?? '', bound.size)
  return text.replace(/("(?:local|first|second)":|"op":"local","at":)(\d+)/g, (whole, before: string, at: string) => (bound.has(at) ? `${before}b${bound.get(at)}` : whole))
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

import type { Core, CoreType } from '#rules/core/core.ts'
import { typeInWords, typeOfBoth } from '#rules/core/core-types.ts'
import { converted } from '#rules/core/convert.ts'
import { type Frame, type Lowering, refuse } from '#rules/core/lowering.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** A value that is written down and not worked out, as a parameter or a fact's `missing means` has it: as stored. */
export function constantFor(lowering: Lowering, it: Expression, type: CoreType, what: string): unknown {
  const core = lowering.lower(it, { frame: emptyFrame, locals: new Map(), sure: new Set() }, type)
  const both = typeOfBoth(core.type, type)
  if (both === null || !isSame(both, type)) return refuse(lowering, 'rules/wrong-type', `${what} should be ${typeInWords(type)} and is ${typeInWords(core.type)}.`, 'Write the value in that type; a decimal with no more places than it has.')
  return storedConstant(converted(lowering, core, type)) ?? null
}

function isSame(both: CoreType, type: CoreType): boolean {
  return both.is === type.is && (both.is !== 'number' || (type.is === 'number' && both.per === type.per && both.money === type.money)) && (both.is !== 'choice' || (type.is === 'choice' && both.of.length === type.of.length))
}

/** The stored value of a constant, list or record of constants; undefined where something is worked out. */
export function storedConstant(core: Core): unknown {
  if (core.op === 'constant') return core.value
  if (core.op === 'list') {
    const items = core.items.map((item) => storedConstant(item))
    return items.includes(undefined) ? undefined : items
  }
  if (core.op === 'record') {
    const fields = core.fields.map((field) => [field.name, storedConstant(field.value)] as const)
    return fields.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(fields)
  }
  return undefined
}

export const emptyFrame: Frame = {
  prefix: '',
  block: '',
  facts: new Map(),
  values: new Map(),
  steps: new Map(),
  further: new Map(),
  expected: new Map(),
  inline: true,
  plainOnly: true,
}

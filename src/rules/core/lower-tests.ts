import type { Core } from '#rules/core/core.ts'
import { surely, typeOfBoth } from '#rules/core/core-types.ts'
import { ordered } from '#rules/core/lower-arithmetic.ts'
import { sameValues } from '#rules/core/lower-equality.ts'
import { type Lowering, nameOf, type Scope } from '#rules/core/lowering.ts'
import { both, call, either, not, nullConstant, same, yes } from '#rules/core/make-core.ts'
import { never } from '#rules/core/nulls.ts'
import { yesNo } from '#rules/core/core-types.ts'
import type { Expression, UnaryTests } from '#rules/feel/expression.ts'

/** Does the value pass the tests of a cell (or of `in`)? A value that may be null passes only `null`, and what is not among `not(…)`. */
export function lowerTests(lowering: Lowering, of: Expression, value: Core, tests: UnaryTests, scope: Scope): Core {
  if (tests.any.length === 0) return yes
  const there = value.type.orNull ? not(same(value, nullConstant)) : yes
  const sure = value.type.orNull ? ({ op: 'sure', of: value, type: surely(value.type) } as Core) : value
  const passes = tests.any.map((test): Core => {
    if (test.is === 'equals' && test.value.is === 'null') return same(value, nullConstant)
    return both(there, lowerTest(lowering, of, sure, test, scope))
  })
  const any = passes.reduce((one, other) => either(one, other))
  return tests.not ? not(any) : any
}

/** Does one of the tests ask for null? Else an optional fact that was left out is not known. */
export function asksForNull(tests: UnaryTests): boolean {
  return tests.any.some((test) => test.is === 'equals' && test.value.is === 'null')
}

function lowerTest(lowering: Lowering, of: Expression, value: Core, test: UnaryTests['any'][number], scope: Scope): Core {
  const limit = (it: Expression): Core => never(lowering, lowering.lower(it, scope, value.type.is === 'choice' ? value.type : null), scope, it)
  if (test.is === 'equals') return equals(lowering, of, value, limit(test.value), nameOf(test.value))
  if (test.is === 'compare') return ordered(lowering, test.sign, value, limit(test.value), [nameOf(of), nameOf(test.value)])
  const from = ordered(lowering, test.fromIn ? '>=' : '>', value, limit(test.from), [nameOf(of), nameOf(test.from)])
  return both(from, ordered(lowering, test.throughIn ? '<=' : '<', value, limit(test.through), [nameOf(of), nameOf(test.through)]))
}


// `x in list` asks whether the list has it.
function equals(lowering: Lowering, of: Expression, value: Core, other: Core, name: string): Core {
  if (other.type.is === 'list' && value.type.is !== 'list' && typeOfBoth(value.type, other.type.items) !== null) return call('list contains', yesNo, [other, value])
  return sameValues(lowering, value, other, [nameOf(of), name])
}

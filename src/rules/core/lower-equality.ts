import type { Core } from '#rules/core/core.ts'
import { isNumeric, typeInWords, typeOfBoth } from '#rules/core/core-types.ts'
import { converted } from '#rules/core/convert.ts'
import { sameNumbers } from '#rules/core/lower-arithmetic.ts'
import { type Lowering, nameOf, refuse, type Scope } from '#rules/core/lowering.ts'
import { nullConstant, same } from '#rules/core/make-core.ts'
import { resolves } from '#rules/core/resolves.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** Whether two values are the same; a word of a choice gets its meaning from the other side. */
export function equality(lowering: Lowering, it: Extract<Expression, { is: 'binary' }>, scope: Scope): Core {
  if (it.right.is === 'null') return same(lowering.orNull(it.left, scope), nullConstant)
  if (it.left.is === 'null') return same(lowering.orNull(it.right, scope), nullConstant)
  // A word of a choice gets its meaning from the other side.
  if (isWord(lowering, it.left, scope) && !isWord(lowering, it.right, scope)) {
    const right = lowering.lower(it.right, scope)
    return sameValues(lowering, lowering.lower(it.left, scope, right.type), right, [nameOf(it.left), nameOf(it.right)])
  }
  const left = lowering.lower(it.left, scope)
  return sameValues(lowering, left, lowering.lower(it.right, scope, left.type.is === 'choice' || left.type.is === 'list' ? left.type : null), [nameOf(it.left), nameOf(it.right)])
}

function isWord(lowering: Lowering, it: Expression, scope: Scope): boolean {
  return it.is === 'text' || (it.is === 'name' && !resolves(lowering, it.name, scope))
}

/** Are both the same? A value that may be null equals null only. */
export function sameValues(lowering: Lowering, left: Core, right: Core, names: readonly [string, string]): Core {
  if (isNumeric(left.type) && isNumeric(right.type) && !left.type.orNull && !right.type.orNull) return sameNumbers(lowering, left, right, names)
  const type = typeOfBoth(left.type, right.type)
  if (type === null) return refuse(lowering, 'rules/cannot-compare', `${names[0]} (${typeInWords(left.type)}) is compared with ${names[1]} (${typeInWords(right.type)}).`, 'Compare like with like.')
  return same(converted(lowering, left, type), converted(lowering, right, type))
}

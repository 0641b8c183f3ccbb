import type { Expression, UnaryTests } from '#rules/feel/expression.ts'

/** Whether the tree is more than so many levels deep; looks no deeper than that. */
export function deeperThan(expression: Expression, levels: number): boolean {
  if (levels === 0) return true
  return partsOf(expression).some(part => deeperThan(part, levels - 1))
}

/** The expressions directly under this one, in the order of the text. */
export function partsOf(it: Expression): readonly Expression[] {
  switch (it.is) {
    case 'negative': return [it.of]
    case 'binary': return [it.left, it.right]
    case 'if': return [it.test, it.then, it.else]
    case 'in': return [it.value, ...partsOfTests(it.tests)]
    case 'list': return it.items
    case 'record': return it.fields.map(field => field.value)
    case 'field': return [it.of]
    case 'filter': return [it.of, it.by]
    case 'for': return [it.list, it.body]
    case 'some': case 'every': return [it.list, it.test]
    case 'call': return it.arguments.map(argument => argument.value)
    case 'function': return [it.body]
    default: return none
  }
}

export function partsOfTests(tests: UnaryTests): readonly Expression[] {
  return tests.any.flatMap(test => (test.is === 'range' ? [test.from, test.through] : [test.value]))
}

const none: readonly Expression[] = []

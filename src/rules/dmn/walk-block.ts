import type { Expression, UnaryTests } from '#rules/feel/expression.ts'
import { partsOf, partsOfTests } from '#rules/feel/parts-of.ts'
import type { Give, Value } from '#rules/rule-book.ts'

/** Shows every expression of a block, each with all its parts: values by the reading that holds, what defeats them, answers. */
export function walkBlock(block: { readonly values: readonly Value[]; readonly gives: readonly Give[] }, see: (part: Expression) => void): void {
  const walk = (it: Expression): void => {
    see(it)
    partsOf(it).forEach(walk)
  }
  const walkTests = (tests: UnaryTests): void => partsOfTests(tests).forEach(walk)
  for (const give of block.gives) walk(give.is)
  for (const value of block.values) {
    if (value.when !== null) [value.when.test, value.when.otherwise].forEach(walk)
    for (const exception of value.exceptions) [exception.when, exception.instead].forEach(walk)
    for (const body of [value.body, ...value.readings.map(reading => reading.body)]) {
      if (body.is === 'formula') walk(body.value)
      else {
        body.inputs.forEach(input => walk(input.value))
        for (const row of body.rows) {
          row.tests.forEach(walkTests)
          row.outputs.forEach(walk)
        }
        if (Array.isArray(body.otherwise)) body.otherwise.forEach(walk)
      }
    }
  }
}

/** The name that a part names or calls; null where it is neither. */
export function parameterCall(part: Expression): string | null {
  return part.is === 'name' || part.is === 'call' ? part.name : null
}

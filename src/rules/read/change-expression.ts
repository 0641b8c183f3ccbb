import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'

/** The expression with each of its parts, from the innermost out, changed by `change` (which returns what it leaves alone). */
export function changeExpression(it: Expression, change: (part: Expression) => Expression): Expression {
  return change(changeParts(it, (part) => changeExpression(part, change)))
}

/** The expression with another name wherever `from` stands for what is outside: not where it is bound anew. */
export function renamed(it: Expression, from: string, to: Expression): Expression {
  if (it.is === 'name') return it.name === from ? to : it
  if ((it.is === 'for' || it.is === 'some' || it.is === 'every') && it.name === from) return { ...it, list: renamed(it.list, from, to) }
  if (it.is === 'function' && it.parameters.includes(from)) return it
  return changeParts(it, (part) => renamed(part, from, to))
}

function changeTests(tests: UnaryTests, change: (part: Expression) => Expression): UnaryTests {
  return { not: tests.not, any: tests.any.map((test): UnaryTest => (test.is === 'range' ? { ...test, from: change(test.from), through: change(test.through) } : { ...test, value: change(test.value) })) }
}

/** The expression with each of the parts directly under it changed. */
export function changeParts(it: Expression, change: (part: Expression) => Expression): Expression {
  switch (it.is) {
    case 'negative': return { ...it, of: change(it.of) }
    case 'binary': return { ...it, left: change(it.left), right: change(it.right) }
    // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
    case 'if': return { ...it, test: change(it.test), then: change(it.then), else: change(it.else) }
    case 'in': return { ...it, value: change(it.value), tests: changeTests(it.tests, change) }
    case 'list': return { ...it, items: it.items.map(change) }
    case 'record': return { ...it, fields: it.fields.map((one) => ({ ...one, value: change(one.value) })) }
    case 'field': return { ...it, of: change(it.of) }
    case 'filter': return { ...it, of: change(it.of), by: change(it.by) }
    case 'for': return { ...it, list: change(it.list), body: change(it.body) }
    case 'some': case 'every': return { ...it, list: change(it.list), test: change(it.test) }
    case 'call': return { ...it, arguments: it.arguments.map((one) => ({ ...one, value: change(one.value) })) }
    case 'function': return { ...it, body: change(it.body) }
    default: return it
  }
}

import type { Expression } from '#rules/feel/expression.ts'
import { changeExpression } from '#rules/read/change-expression.ts'
import type { Body, Decision, Definition, RuleBook } from '#rules/rule-book.ts'

/** By the name of a block (a decision, a definition, a parameter), the decisions whose answers may turn on it, itself first. */
export function usersOf(book: RuleBook): ReadonlyMap<string, readonly string[]> {
  const mentions = new Map([...book.definitions, ...book.decisions].map((block) => [block.name, namesOf(block)]))
  const named = new Set([...mentions.keys(), ...book.parameters.map((parameter) => parameter.name)])
  const found = new Map<string, string[]>()
  for (const decision of book.decisions) {
    for (const name of reachedFrom(decision.name, mentions, named)) {
      const users = found.get(name) ?? []
      found.set(name, name === decision.name ? [name, ...users] : [...users, decision.name])
    }
  }
  return found
}

function reachedFrom(first: string, mentions: ReadonlyMap<string, ReadonlySet<string>>, named: ReadonlySet<string>): Set<string> {
  const reached = new Set([first])
  for (const name of reached) for (const other of mentions.get(name) ?? []) if (named.has(other)) reached.add(other)
  return reached
}

function namesOf(block: Decision | Definition): Set<string> {
  const names = new Set<string>()
  const look = (it: Expression): Expression => {
    if (it.is === 'name' || it.is === 'call') names.add(it.name)
    return it
  }
  for (const expression of expressionsOf(block)) changeExpression(expression, look)
  return names
}

function expressionsOf(block: Decision | Definition): Expression[] {
  const values = block.values.flatMap((value) => [
    ...[value.body, ...value.readings.map((reading) => reading.body)].flatMap(expressionsOfBody),
    ...(value.when === null ? [] : [value.when.test, value.when.otherwise]),
    ...value.exceptions.flatMap((exception) => [exception.when, exception.instead]),
  ])
  return 'gives' in block ? [...values, ...block.gives.map((give) => give.is)] : values
}

function expressionsOfBody(body: Body): readonly Expression[] {
  if (body.is === 'formula') return [body.value]
  const tests = body.rows.flatMap((row) => row.tests.flatMap((one) => one.any.flatMap((test) => (test.is === 'range' ? [test.from, test.through] : [test.value]))))
  const otherwise = body.otherwise === null || body.otherwise === 'not covered' ? [] : body.otherwise
  return [...body.inputs.map((input) => input.value), ...tests, ...body.rows.flatMap((row) => row.outputs), ...otherwise]
}

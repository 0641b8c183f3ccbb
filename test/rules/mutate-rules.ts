import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { changeExpression, changeParts } from '#rules/read/change-expression.ts'
import type { Body, Decision, Definition, Parameter, RuleBook, Value } from '#rules/rule-book.ts'

/**
 * Every figure of a pack's rules, changed one at a time, one unit up and one down: table cells, bounds, figures, parameters, counts of deadlines.
 * Left alone are the numbers that a formula may hold without a name (0, 1, 2, 12, 60, 100), the places of a rounding, and what the kinds of value are spelled with.
 */
export interface Mutation {
  readonly block: string
  readonly file: string
  readonly line: number
  /** `20 becomes 21 in due_by`. */
  readonly says: string
  readonly book: RuleBook
}

const free = new Set(['0', '1', '2', '12', '60', '100'])

export function* mutateRules(book: RuleBook): Generator<Mutation> {
  for (const decision of book.decisions) {
    for (const { block, ...rest } of mutateBlock(decision)) yield { ...rest, block: decision.name, book: { ...book, decisions: book.decisions.map((one) => (one === decision ? block : one)) } }
  }
  for (const definition of book.definitions) {
    for (const { block, ...rest } of mutateBlock(definition)) yield { ...rest, block: definition.name, book: { ...book, definitions: book.definitions.map((one) => (one === definition ? block : one)) } }
  }
  for (const parameter of book.parameters) yield* mutateParameter(book, parameter)
}

function* mutateBlock<T extends Decision | Definition>(block: T): Generator<{ block: T; file: string; line: number; says: string }> {
  for (const value of block.values) {
    for (const change of mutateValue(value)) {
      yield { block: { ...block, values: block.values.map((one) => (one === value ? change.value : one)) }, file: block.at.file, line: change.line, says: `${change.says} in ${value.name}` }
    }
  }
}

function* mutateValue(value: Value): Generator<{ value: Value; line: number; says: string }> {
  const named = value.kind === 'formula' || value.kind === 'choose'
  const { line } = value.at
  if (value.readings.length === 0) for (const change of mutateBody(value.body, named, line)) yield { ...change, value: { ...value, body: change.body } }
  for (const reading of value.readings) {
    for (const change of mutateBody(reading.body, named, line)) {
      const readings = value.readings.map((one) => (one === reading ? { ...one, body: change.body } : one))
      yield { ...change, value: { ...value, readings, body: value.body === reading.body ? change.body : value.body } }
    }
  }
  if (value.when !== null) for (const change of mutateExpression(value.when.otherwise, true)) yield { line, says: change.says, value: { ...value, when: { ...value.when, otherwise: change.expression } } }
  for (const exception of value.exceptions) {
    for (const key of ['when', 'instead'] as const) {
      for (const change of mutateExpression(exception[key], false)) yield { line: exception.at.line, says: change.says, value: { ...value, exceptions: value.exceptions.map((one) => (one === exception ? { ...one, [key]: change.expression } : one)) } }
    }
  }
}

function* mutateBody(body: Body, named: boolean, line: number): Generator<{ body: Body; line: number; says: string }> {
  if (body.is === 'formula') {
    // A formula that is one figure and no more stands for it by its name.
    const alone = body.value.is === 'number'
    for (const change of mutateExpression(body.value, named && !alone)) yield { line, says: change.says, body: { ...body, value: change.expression } }
    return
  }
  for (const row of body.rows) {
    for (const [at, tests] of row.tests.entries()) {
      for (const change of mutateTests(tests)) yield { line: row.line, says: change.says, body: { ...body, rows: body.rows.map((one) => (one === row ? { ...row, tests: row.tests.with(at, change.tests) } : one)) } }
    }
    for (const [at, output] of row.outputs.entries()) {
      for (const change of mutateExpression(output, false)) yield { line: row.line, says: change.says, body: { ...body, rows: body.rows.map((one) => (one === row ? { ...row, outputs: row.outputs.with(at, change.expression) } : one)) } }
    }
  }
  if (body.otherwise === null || body.otherwise === 'not covered') return
  for (const [at, output] of body.otherwise.entries()) {
    for (const change of mutateExpression(output, false)) yield { line, says: change.says, body: { ...body, otherwise: body.otherwise.with(at, change.expression) } }
  }
}

function* mutateParameter(book: RuleBook, parameter: Parameter): Generator<Mutation> {
  for (const [at, value] of parameter.values.entries()) {
    for (const change of mutateExpression(value.is, false)) {
      const changed: Parameter = { ...parameter, values: parameter.values.with(at, { ...value, is: change.expression }) }
      yield { block: parameter.name, file: parameter.at.file, line: parameter.at.line, says: `${change.says} in ${parameter.name}`, book: { ...book, parameters: book.parameters.map((one) => (one === parameter ? changed : one)) } }
    }
  }
}

function* mutateTests(tests: UnaryTests): Generator<{ tests: UnaryTests; says: string }> {
  for (const [at, test] of tests.any.entries()) {
    const sides = test.is === 'range' ? (['from', 'through'] as const) : (['value'] as const)
    for (const side of sides) {
      const whole = (test as Record<string, unknown>)[side] as Expression
      for (const change of mutateExpression(whole, false)) yield { says: change.says, tests: { ...tests, any: tests.any.with(at, { ...test, [side]: change.expression } as UnaryTest) } }
    }
  }
}

/** Each number that stands in the expression as somebody wrote it, a unit up and a unit down. `onlyNamed`: the free numbers are left alone. */
function* mutateExpression(whole: Expression, onlyNamed: boolean): Generator<{ expression: Expression; says: string }> {
  const sites: (Expression & { is: 'number' })[] = []
  const places = new Set<Expression>()
  const look = (it: Expression): Expression => {
    if (it.is === 'call' && it.name.startsWith('round')) for (const argument of it.arguments.slice(1)) places.add(argument.value)
    if (it.is === 'number' && it.at.to > 0 && !(onlyNamed && free.has(it.text))) sites.push(it)
    return it
  }
  changeExpression(whole, look)
  for (const site of sites.filter((one) => !places.has(one))) {
    for (const step of [1, -1]) {
      const text = stepped(site.text, step)
      if (text !== null) yield { expression: replaced(whole, site, { ...site, text }), says: `${site.text} becomes ${text}` }
    }
  }
}

/** One unit of its last figure: 20 becomes 21, 6.5 becomes 6.6. Below nothing there is nothing. */
function stepped(text: string, step: number): string | null {
  const plain = text.replaceAll(',', '')
  const decimals = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0
  const units = Math.round(Number(plain) * 10 ** decimals) + step
  return units < 0 ? null : (units / 10 ** decimals).toFixed(decimals)
}

/** The tree with one node, known by itself, put in place of another. */
function replaced(it: Expression, site: Expression, by: Expression): Expression {
  return it === site ? by : changeParts(it, (part) => replaced(part, site, by))
}

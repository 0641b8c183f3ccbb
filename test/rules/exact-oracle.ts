import { parseCivilDay } from '../../src/plain/civil-day.ts'
import type { CoreType } from '../../src/rules/core/core.ts'
import type { Expression, UnaryTests } from '../../src/rules/feel/expression.ts'
import type { Decision, RuleBook, TableBody, Value } from '../../src/rules/rule-book.ts'
import { madeUpFacts } from './generate-program.ts'

/**
 * What a rule means, worked out the slow and plain way: straight from the expressions, with fractions of whole numbers of any size.
 * It shares no code with the engine and knows only what the rules made up for tests use.
 */

/** A number as a fraction in lowest terms, its bottom above 0. */
export class Fraction {
  readonly top: bigint
  readonly bottom: bigint

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new OracleStop('divided by nothing')
    let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
    while (b !== 0n) [a, b] = [b, a % b]
    const sign = bottom < 0n ? -1n : 1n
    this.top = a === 0n ? 0n : (sign * top) / a
    this.bottom = a === 0n ? 1n : (sign * bottom) / a
  }

  get text(): string {
    return `${this.top}/${this.bottom}`
  }
}

export class OracleStop {
  readonly why: 'divided by nothing' | 'unknown'

  constructor(why: 'divided by nothing' | 'unknown') {
    this.why = why
  }
}

type Meaning = Fraction | boolean | string | number | null | readonly Meaning[] | ReadonlyMap<string, unknown>

const whole = (it: number): Fraction => new Fraction(BigInt(it))

export class Oracle {
  private readonly book: RuleBook
  private readonly decision: Decision
  private readonly names: Map<string, () => Meaning>
  private readonly maybe: ReadonlySet<string>

  constructor(book: RuleBook, decision: Decision, facts: readonly unknown[]) {
    this.book = book
    this.decision = decision
    this.maybe = new Set(madeUpFacts.filter((fact, at) => fact.optional === true && facts[at] === undefined).map((fact) => fact.name))
    this.names = new Map(madeUpFacts.map((fact, at) => [fact.name, () => meaningOf(fact.kind, facts[at])]))
    for (const value of decision.values) this.names.set(value.name, () => this.value(value))
  }

  /** What the answer gives. */
  answer(name: string): Meaning {
    const give = this.decision.gives.find((it) => it.name === name)
    return give === undefined ? null : this.of(give.is)
  }

  /** The value by its name. */
  named(name: string): Meaning {
    return this.names.get(name)?.() ?? null
  }

  private value(value: Value): Meaning {
    if (value.when !== null && this.of(value.when.test) !== true) return this.of(value.when.otherwise)
    for (const exception of value.exceptions) if (this.of(exception.when) === true) return this.of(exception.instead)
    const { body } = value
    if (body.is === 'formula') return this.of(body.value)
    for (const row of body.rows) {
      if (row.tests.every((cell, at) => this.passes(body.inputs[at]?.value as Expression, cell, body.rows.some((other) => asksNull(other.tests[at]))))) return this.row(body, row.outputs)
    }
    return this.row(body, body.otherwise as readonly Expression[])
  }

  // All columns of the row, or its one value.
  private row(body: TableBody, cells: readonly Expression[]): Meaning {
    const values = cells.map((cell) => this.of(cell))
    return values.length === 1 ? (values[0] as Meaning) : new Map(body.outputs.map((output, at) => [output.name, values[at]]))
  }

  private passes(of: Expression, cell: UnaryTests, mayBeNull: boolean): boolean {
    if (cell.any.length === 0) return true
    const left = mayBeNull && of.is === 'name' && this.maybe.has(of.name) ? null : this.of(of)
    return this.tests(left, cell)
  }

  private tests(left: Meaning, cell: UnaryTests): boolean {
    const any = cell.any.some((test) => {
      if (test.is === 'equals') return same(left, this.of(test.value))
      if (left === null) return false
      if (test.is === 'compare') return compare(test.sign, left, this.of(test.value))
      return compare(test.fromIn ? '>=' : '>', left, this.of(test.from)) && compare(test.throughIn ? '<=' : '<', left, this.of(test.through))
    })
    return cell.not ? !any : any
  }

  of(it: Expression): Meaning {
    switch (it.is) {
      case 'number':
        return decimal(it.text)
      case 'text':
        return it.text
      case 'boolean':
        return it.value
      case 'null':
        return null
      case 'date':
        return parseCivilDay(it.text)
      case 'name':
        return this.named(it.name)
      case 'field':
        return (this.of(it.of) as ReadonlyMap<string, Meaning>).get(it.name) ?? null
      case 'negative': {
        const of = this.of(it.of) as Fraction
        return new Fraction(-of.top, of.bottom)
      }
      case 'binary':
        return this.binary(it)
      case 'if':
        return this.of(this.of(it.test) === true ? it.then : it.else)
      case 'in':
        return this.tests(this.of(it.value), it.tests)
      case 'list':
        return it.items.map((item) => this.of(item))
      case 'filter':
        return (this.of(it.of) as readonly Meaning[]).filter((item) => this.with('item', item, it.by) === true)
      case 'for':
        return (this.of(it.list) as readonly Meaning[]).map((item) => this.with(it.name, item, it.body))
      case 'some':
        return (this.of(it.list) as readonly Meaning[]).some((item) => this.with(it.name, item, it.test) === true)
      case 'every':
        return (this.of(it.list) as readonly Meaning[]).every((item) => this.with(it.name, item, it.test) === true)
      case 'call':
        return this.call(it)
      default:
        throw new Error(`The oracle knows no ${it.is}.`)
    }
  }

  private with(name: string, value: Meaning, body: Expression): Meaning {
    return this.withMeaning(name, () => value, body)
  }

  private withMeaning(name: string, value: () => Meaning, body: Expression): Meaning {
    const kept = this.names.get(name)
    this.names.set(name, value)
    try {
      return this.of(body)
    } finally {
      if (kept === undefined) this.names.delete(name)
      else this.names.set(name, kept)
    }
  }

  private binary(it: Extract<Expression, { is: 'binary' }>): Meaning {
    if (it.sign === 'and') return this.of(it.left) === true && this.of(it.right) === true
    if (it.sign === 'or') return this.of(it.left) === true || this.of(it.right) === true
    if (it.right.is === 'null' && it.left.is === 'name' && this.maybe.has(it.left.name)) return it.sign === '='
    const [left, right] = [this.of(it.left), this.of(it.right)]
    if (it.sign === '=') return same(left, right)
    if (it.sign === '!=') return !same(left, right)
    if (it.sign === '<' || it.sign === '<=' || it.sign === '>' || it.sign === '>=') return compare(it.sign, left, right)
    return arithmetic(it.sign, left as Fraction, right as Fraction)
  }

  private call(it: Extract<Expression, { is: 'call' }>): Meaning {
    const definition = this.book.definitions.find((one) => one.name === it.name)
    if (definition !== undefined) {
      const body = definition.values[0]?.body
      // What is handed over is worked out only where the definition asks for it.
      const handed = it.arguments[0]?.value as Expression
      return body?.is === 'formula' ? this.withMeaning('n', () => this.of(handed), body.value) : null
    }
    const [a, b] = it.arguments.map((argument) => this.of(argument.value))
    return applied(it.name, a as Meaning, b as Meaning)
  }
}

function asksNull(cell: UnaryTests | undefined): boolean {
  return cell?.any.some((test) => test.is === 'equals' && test.value.is === 'null') === true
}

function meaningOf(kind: (typeof madeUpFacts)[number]['kind'], value: unknown): Meaning {
  if (value === undefined) throw new OracleStop('unknown')
  if (kind === 'integer') return whole(value as number)
  if (kind === 'number' || kind === 'money') return new Fraction(BigInt(value as number), 100n)
  return kind === 'list' ? (value as readonly number[]).map((item) => whole(item)) : (value as Meaning)
}

function decimal(text: string): Fraction {
  const [before = '', after = ''] = text.split('.')
  return new Fraction(BigInt(before + after), 10n ** BigInt(after.length))
}

function arithmetic(sign: string, a: Fraction, b: Fraction): Fraction {
  if (sign === '+') return new Fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  if (sign === '-') return new Fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
  if (sign === '*') return new Fraction(a.top * b.top, a.bottom * b.bottom)
  return new Fraction(a.top * b.bottom, a.bottom * b.top)
}

function order(a: Meaning, b: Meaning): bigint {
  if (a instanceof Fraction && b instanceof Fraction) return a.top * b.bottom - b.top * a.bottom
  return BigInt((a as number) - (b as number))
}

function compare(sign: string, a: Meaning, b: Meaning): boolean {
  const by = order(a, b)
  return sign === '<' ? by < 0n : sign === '<=' ? by <= 0n : sign === '>' ? by > 0n : by >= 0n
}

function same(a: Meaning, b: Meaning): boolean {
  return meaningText(a) === meaningText(b)
}

function floorOf(x: Fraction): bigint {
  const down = x.top / x.bottom
  return x.top % x.bottom < 0n ? down - 1n : down
}

function rounded(name: string, x: Fraction, places: number): Fraction {
  const up = 10n ** BigInt(places)
  const scaled = new Fraction(x.top * up, x.bottom)
  const size = new Fraction(scaled.top < 0n ? -scaled.top : scaled.top, scaled.bottom)
  const down = floorOf(size)
  const over = (size.top - down * size.bottom) * 2n - size.bottom
  const more = size.top !== down * size.bottom && (name === 'round up' || (name !== 'round down' && (over > 0n || (over === 0n && (name === 'round half up' || (name === 'round half even' && down % 2n === 1n))))))
  const result = more ? down + 1n : down
  return new Fraction(scaled.top < 0n ? -result : result, up)
}

function applied(name: string, a: Meaning, b: Meaning): Meaning {
  if (name.startsWith('round')) return rounded(name, a as Fraction, Number((b as Fraction).top))
  const list = a as readonly Meaning[]
  switch (name) {
    case 'not':
      return a !== true
    case 'floor':
      return new Fraction(floorOf(a as Fraction))
    case 'ceiling':
      return new Fraction(-floorOf(new Fraction(-(a as Fraction).top, (a as Fraction).bottom)))
    case 'abs':
      return order(a, whole(0)) < 0n ? new Fraction(-(a as Fraction).top, (a as Fraction).bottom) : a
    case 'min':
      return order(a, b) <= 0n ? a : b
    case 'max':
      return order(a, b) >= 0n ? a : b
    case 'modulo': {
      const [x, y] = [a as Fraction, b as Fraction]
      return arithmetic('-', x, arithmetic('*', y, new Fraction(floorOf(arithmetic('/', x, y)))))
    }
    case 'add days':
      return (a as number) + Number((b as Fraction).top)
    case 'days apart':
      return whole((b as number) - (a as number))
    case 'count':
      return whole(list.length)
    case 'sum':
      return list.reduce<Fraction>((sum, item) => arithmetic('+', sum, item as Fraction), whole(0))
    case 'reverse':
      return [...list].reverse()
    case 'sort':
      return [...list].sort((x, y) => Number(order(x, y)))
    case 'distinct values':
      return list.filter((item, at) => list.findIndex((other) => same(other, item)) === at)
    case 'append':
      return [...list, b]
    default:
      throw new Error(`The oracle knows no ${name}.`)
  }
}

/** A meaning as one text. */
export function meaningText(it: Meaning): string {
  if (it instanceof Fraction) return it.text
  return Array.isArray(it) ? `[${it.map((item) => meaningText(item as Meaning)).join()}]` : String(it)
}

/** A stored answer as the same text. */
export function storedText(type: CoreType, value: unknown): string {
  if (value === null) return 'null'
  if (type.is === 'number') return new Fraction(BigInt(value as number), BigInt(type.per)).text
  if (type.is === 'quotient') {
    const [top, bottom] = value as readonly [number, number]
    return new Fraction(BigInt(top), BigInt(bottom) * BigInt(type.per)).text
  }
  if (type.is === 'list') return `[${(value as readonly unknown[]).map((item) => storedText(type.items, item)).join()}]`
  return String(value)
}


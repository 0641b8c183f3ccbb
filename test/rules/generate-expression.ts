import type { BinarySign, Expression, UnaryTests } from '../../src/rules/feel/expression.ts'
import type { Dice } from './dice.ts'

/** Expressions of a wanted type, made up by dice from the names that stand. */
export type Kind = 'integer' | 'number' | 'money' | 'boolean' | 'choice' | 'date' | 'list' | /** An integer or null. */ 'maybe'

export interface MadeUpName {
  readonly name: string
  readonly kind: Kind
  readonly optional: boolean
}

const spot = { from: 0, to: 0 }

export class ExpressionMaker {
  readonly names: MadeUpName[] = []
  readonly definitions: string[] = []
  private readonly dice: Dice
  private loops = 0

  constructor(dice: Dice) {
    this.dice = dice
  }

  kindOf(name: string): Kind {
    return this.names.find((it) => it.name === name)?.kind ?? 'integer'
  }

  /** Over these names only. */
  alone(kind: Kind, names: readonly MadeUpName[], depth: number): Expression {
    const kept = this.names.splice(0)
    this.names.push(...names)
    const made = this.make(kind, depth)
    this.names.splice(0, this.names.length, ...kept)
    return made
  }

  make(kind: Kind, depth: number): Expression {
    if (depth <= 0) return this.leaf(kind)
    if (this.dice.below(7) === 0) return this.choose(kind, depth)
    switch (kind) {
      case 'integer':
        return this.integer(depth)
      case 'number':
        return this.number(depth)
      case 'money':
        return this.money(depth)
      case 'boolean':
        return this.condition(depth)
      case 'date':
        return this.dice.below(2) === 0 ? this.leaf(kind) : call('add days', this.make('date', depth - 1), this.small())
      case 'list':
        return this.list(depth)
      case 'choice':
        return this.leaf(kind)
      case 'maybe':
        return this.dice.below(2) === 0 ? when(this.make('boolean', depth - 1), this.make('integer', depth - 1), nullNode) : when(this.make('boolean', depth - 1), nullNode, this.make('integer', depth - 1))
    }
  }

  /** A cell that tests a column of this name. */
  cell(name: MadeUpName): UnaryTests {
    const { dice } = this
    if (name.name !== '' && dice.below(6) === 0) return { not: false, any: [] }
    if (name.optional && dice.below(3) === 0) return { not: dice.below(2) === 0, any: [{ is: 'equals', value: { is: 'null', at: spot } }] }
    const value = (): Expression => this.constant(name.kind)
    if (name.kind === 'choice' || name.kind === 'boolean') return { not: dice.below(4) === 0, any: [{ is: 'equals', value: value() }] }
    const compare = { is: 'compare', sign: dice.one(['<', '<=', '>', '>='] as const), value: value() } as const
    const range = { is: 'range', from: value(), through: value(), fromIn: dice.below(2) === 0, throughIn: dice.below(2) === 0 } as const
    return { not: false, any: dice.below(2) === 0 ? [compare] : [range, { is: 'equals', value: value() }] }
  }

  private choose(kind: Kind, depth: number): Expression {
    const maybe = this.names.filter((it) => it.kind === 'maybe')
    if (maybe.length > 0 && this.dice.below(2) === 0) return this.asked(kind, this.dice.one(maybe).name, depth)
    const optional = this.names.filter((it) => it.optional)
    if (optional.length > 0 && this.dice.below(2) === 0) {
      const { name } = this.dice.one(optional)
      return when(binary('=', nameNode(name), nullNode), this.make(kind, depth - 1), this.make(kind, depth - 1))
    }
    return when(this.make('boolean', depth - 1), this.make(kind, depth - 1), this.make(kind, depth - 1))
  }

  // Where it was asked for null it may be used.
  private asked(kind: Kind, name: string, depth: number): Expression {
    const used = (): Expression => {
      this.names.push({ name, kind: 'integer', optional: false })
      const made = this.make(kind, depth - 1)
      this.names.splice(this.names.findLastIndex((it) => it.name === name), 1)
      return made
    }
    switch (this.dice.below(3)) {
      case 0:
        return when(binary('!=', nameNode(name), nullNode), used(), this.make(kind, depth - 1))
      case 1:
        return when(binary('and', this.make('boolean', depth - 2), binary('!=', nameNode(name), nullNode)), used(), this.make(kind, depth - 1))
      default:
        return when(binary('or', binary('=', nameNode(name), nullNode), this.make('boolean', depth - 2)), this.make(kind, depth - 1), used())
    }
  }

  private integer(depth: number): Expression {
    const { dice } = this
    const sub = (): Expression => this.make('integer', depth - 1)
    switch (dice.below(12)) {
      case 0:
      case 1:
        return binary('+', sub(), sub())
      case 2:
        return binary('-', sub(), sub())
      case 3:
        return binary('*', sub(), this.small())
      case 4:
        return call(dice.one(['floor', 'ceiling']), this.make('number', depth - 1))
      case 5:
        return call(dice.one(['round half up', 'round half even', 'round half down', 'round up', 'round down']), this.make('number', depth - 1), number('0'))
      case 6:
        return call(dice.one(['min', 'max']), sub(), sub())
      case 7:
        return call('modulo', sub(), this.small())
      case 8:
        return call(dice.one(['count', 'sum']), this.make('list', depth - 1))
      case 9:
        return call('days apart', this.make('date', depth - 1), this.make('date', depth - 1))
      case 10:
        return this.definitions.length > 0 ? { is: 'call', name: this.definitions[0] ?? '', arguments: [{ name: 'n', value: sub() }], at: spot } : call('abs', sub())
      default:
        return { is: 'negative', of: sub(), at: spot }
    }
  }

  private number(depth: number): Expression {
    const sub = (): Expression => this.make(this.dice.one<Kind>(['integer', 'number']), depth - 1)
    switch (this.dice.below(6)) {
      case 0:
        return binary('/', sub(), sub())
      case 1:
        return binary('*', sub(), number('0.07'))
      case 2:
        return binary('+', sub(), sub())
      case 3:
        return binary('-', sub(), sub())
      case 4:
        return binary('/', this.make('money', depth - 1), this.make('money', depth - 1))
      default:
        return this.leaf('number')
    }
  }

  // Always whole cents.
  private money(depth: number): Expression {
    const sub = (): Expression => this.make('money', depth - 1)
    switch (this.dice.below(5)) {
      case 0:
        return binary('+', sub(), sub())
      case 1:
        return call(this.dice.one(['round half up', 'round down', 'round up']), binary('*', sub(), this.make('number', depth - 1)), number('2'))
      case 2:
        return call('round half up', binary('/', sub(), this.make('integer', depth - 1)), number('2'))
      case 3:
        return call(this.dice.one(['min', 'max']), sub(), sub())
      default:
        return binary('*', sub(), this.small())
    }
  }

  private condition(depth: number): Expression {
    const { dice } = this
    const kind = dice.one<Kind>(['integer', 'number', 'money', 'date'])
    switch (dice.below(8)) {
      case 0:
      case 1:
        return binary(dice.one(['and', 'or']), this.make('boolean', depth - 1), this.make('boolean', depth - 1))
      case 2:
        return call('not', this.make('boolean', depth - 1))
      case 3:
        return binary(dice.one(['=', '!=']), this.leaf('choice'), { is: 'text', text: dice.one(['red', 'green', 'blue']), at: spot })
      case 4:
        return { is: 'in', value: this.make('integer', depth - 1), tests: this.cell({ name: '', kind: 'integer', optional: false }), at: spot }
      case 5:
        return this.loop((name, list, body) => ({ is: dice.one(['some', 'every'] as const), name, list, test: body, at: spot }), depth)
      default:
        return binary(dice.one(['<', '<=', '>', '>=', '=', '!=']), this.make(kind, depth - 1), this.make(kind, depth - 1))
    }
  }

  private list(depth: number): Expression {
    switch (this.dice.below(6)) {
      case 0:
        return { is: 'list', items: [this.make('integer', depth - 1), this.make('integer', depth - 1)], at: spot }
      case 1:
        return { is: 'filter', of: this.make('list', depth - 1), by: binary(this.dice.one(['<', '>', '=']), nameNode('item'), this.make('integer', depth - 2)), at: spot }
      case 2: {
        const loop = `i${(this.loops += 1)}`
        const list = this.make('list', depth - 1)
        return { is: 'for', name: loop, list, body: this.within(loop, () => this.make('integer', depth - 1)), at: spot }
      }
      case 3:
        return call(this.dice.one(['reverse', 'distinct values', 'sort']), this.make('list', depth - 1))
      case 4:
        return call('append', this.make('list', depth - 1), this.make('integer', depth - 1))
      default:
        return this.leaf('list')
    }
  }

  private loop(make: (name: string, list: Expression, body: Expression) => Expression, depth: number): Expression {
    const name = `i${(this.loops += 1)}`
    const list = this.make('list', depth - 1)
    return make(name, list, this.within(name, () => this.make('boolean', depth - 1)))
  }

  private within(name: string, make: () => Expression): Expression {
    this.names.push({ name, kind: 'integer', optional: false })
    const made = make()
    this.names.splice(this.names.findIndex((it) => it.name === name), 1)
    return made
  }

  private leaf(kind: Kind): Expression {
    if (kind === 'maybe') return this.dice.below(3) === 0 ? nullNode : this.leaf('integer')
    const named = this.names.filter((it) => it.kind === kind)
    return named.length > 0 && this.dice.below(4) > 0 ? nameNode(this.dice.one(named).name) : this.constant(kind)
  }

  private small(): Expression {
    return number(String(this.dice.below(9) + 1))
  }

  constant(kind: Kind): Expression {
    const { dice } = this
    switch (kind) {
      case 'integer':
        return number(String(dice.below(14)))
      case 'number':
        return number(dice.one(['0.5', '1.25', '0.07', '3', '12.5']))
      case 'money':
        return { is: 'number', text: dice.one(['0', '1', '999.99', '1250.50']), money: true, at: spot }
      case 'boolean':
        return { is: 'boolean', value: dice.below(2) === 0, at: spot }
      case 'choice':
        return { is: 'text', text: dice.one(['red', 'green', 'blue']), at: spot }
      case 'date':
        return { is: 'date', text: `201${dice.below(3)}-0${dice.below(9) + 1}-1${dice.below(10)}`, at: spot }
      case 'list':
        return { is: 'list', items: [number(String(dice.below(5)))], at: spot }
      case 'maybe':
        return nullNode
    }
  }
}

function number(text: string): Expression {
  return { is: 'number', text, money: false, at: spot }
}

const nullNode: Expression = { is: 'null', at: spot }

// `v2.x` is a column of the value v2.
function nameNode(name: string): Expression {
  const [before = '', field] = name.split('.')
  const node: Expression = { is: 'name', name: before, at: spot }
  return field === undefined ? node : { is: 'field', of: node, name: field, at: spot }
}

function binary(sign: BinarySign, left: Expression, right: Expression): Expression {
  return { is: 'binary', sign, left, right, at: spot }
}

function when(test: Expression, yes: Expression, otherwise: Expression): Expression {
  // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
  return { is: 'if', test, then: yes, else: otherwise, at: spot }
}

function call(name: string, ...values: readonly Expression[]): Expression {
  return { is: 'call', name, arguments: values.map((value) => ({ name: null, value })), at: spot }
}

import { lowerDecision } from '../../src/rules/core/lower-decision.ts'
import type { Program } from '../../src/rules/core/core.ts'
import type { Expression } from '../../src/rules/feel/expression.ts'
import type { Body, Decision, Definition, Fact, FactType, RuleBook, TableBody, Value } from '../../src/rules/rule-book.ts'
import { Dice } from './dice.ts'
import { ExpressionMaker, type Kind } from './generate-expression.ts'

/**
 * Rules made up from a number: facts of every type, values that use each other, tables, exceptions, and facts to ask with, some left out.
 * The same number gives the same rule anywhere, so a failure is told by its number.
 */
export interface MadeUpRule {
  readonly book: RuleBook
  readonly decision: Decision
  /** Null where the rule was refused (too many decimals on the way). */
  readonly program: Program | null
  readonly problems: readonly string[]
  /** Sets of facts as stored, complete. */
  readonly facts: readonly (readonly unknown[])[]
  /** The same sets with some facts left out. */
  readonly holes: readonly (readonly unknown[])[]
}

const at = { file: 'made-up.md', line: 1, clause: '1.1' }
const head = { at, clauses: ['1.1'], from: null, until: null, leftToPeople: [], note: null }

/** The facts of every rule made up: small ones, so that bands and equal values are hit often. */
export const madeUpFacts: readonly { readonly name: string; readonly kind: Kind; readonly type: FactType; readonly optional?: true; readonly min?: number; readonly max?: number }[] = [
  { name: 'a', kind: 'integer', type: { is: 'integer' }, min: -5, max: 40 },
  { name: 'b', kind: 'integer', type: { is: 'integer' } },
  { name: 'd', kind: 'number', type: { is: 'decimal', decimals: 2 }, min: -10, max: 100 },
  { name: 'm', kind: 'money', type: { is: 'money' }, min: 0, max: 100000 },
  { name: 'p', kind: 'boolean', type: { is: 'boolean' } },
  { name: 'q', kind: 'boolean', type: { is: 'boolean' } },
  { name: 'c', kind: 'choice', type: { is: 'choice', of: ['red', 'green', 'blue'] } },
  { name: 't', kind: 'date', type: { is: 'date' } },
  { name: 'o', kind: 'integer', type: { is: 'integer' }, optional: true, min: 0, max: 12 },
  { name: 'l', kind: 'list', type: { is: 'list', items: { is: 'integer' } } },
]

export function generateProgram(seed: number): MadeUpRule {
  const dice = new Dice(seed)
  const maker = new ExpressionMaker(dice)
  for (const fact of madeUpFacts) maker.names.push({ name: fact.name, kind: fact.kind, optional: fact.optional === true })
  const twice: Definition = { ...head, name: 'shifted', facts: [factOf(madeUpFacts[0] as (typeof madeUpFacts)[number], 'n')], type: null, values: [valueOf('shifted', { is: 'formula', value: maker.alone('integer', [{ name: 'n', kind: 'integer', optional: false }], 2), text: '' })] }
  maker.definitions.push('shifted')
  const values: Value[] = []
  for (let count = dice.below(4) + 1; count > 0; count--) {
    const kind = dice.one<Kind>(['integer', 'number', 'money', 'boolean', 'choice', 'date', 'list', 'integer', 'maybe'])
    const name = `v${values.length + 1}`
    if (dice.below(6) === 0) {
      values.push(valueOf(name, madeUpTable(dice, maker, ['integer', 'choice'])))
      maker.names.push({ name: `${name}.x`, kind: 'integer', optional: false }, { name: `${name}.y`, kind: 'choice', optional: false })
      continue
    }
    values.push(madeUpValue(dice, maker, name, kind))
    maker.names.push({ name, kind, optional: false })
  }
  const decision: Decision = {
    ...head,
    name: 'question',
    asks: 'What is it?',
    kind: 'decision',
    facts: madeUpFacts.map((fact) => factOf(fact, fact.name)),
    values,
    gives: maker.names.filter((it) => it.name.startsWith('v')).map((it) => ({ name: it.name.replace('.', '_'), type: giveType(it.kind), is: nameOf(it.name), nullWithout: [], unit: null, note: null, at })),
    examples: [],
    warnings: [],
    law: [],
  }
  const book: RuleBook = { pack: 'made up', decisions: [decision], definitions: [twice], parameters: [], procedures: [], duties: [], schoolYear: { written: 'long', beginsMonth: 7, beginsDay: 1 }, problems: [] }
  const { program, problems } = lowerDecision(book, decision)
  const facts = Array.from({ length: 6 }, () => madeUpFacts.map((fact) => (fact.optional === true && dice.below(3) === 0 ? undefined : storedValue(dice, fact))))
  return { book, decision, program, problems: problems.map((it) => it.what), facts, holes: facts.map((set) => set.map((value) => (dice.below(3) === 0 ? undefined : value))) }
}

/** A value of the fact's type, as stored. */
export function storedValue(dice: Dice, fact: (typeof madeUpFacts)[number]): unknown {
  switch (fact.kind) {
    case 'integer':
      return fact.min === undefined ? dice.one([0, 1, -1, 7, 1000, 999_999_999, -999_999_999, dice.below(2000) - 1000]) : dice.below((fact.max ?? 0) - fact.min + 1) + fact.min
    case 'number':
      return dice.below(11001) - 1000
    case 'money':
      return dice.one([0, 100, 12345, 10_000_000, dice.below(10_000_001)])
    case 'boolean':
      return dice.below(2) === 0
    case 'choice':
      return dice.one(['red', 'green', 'blue'])
    case 'date':
      return 14600 + dice.below(1200)
    case 'list':
      return Array.from({ length: dice.below(5) }, () => dice.below(12) - 2)
    case 'maybe':
      return null
  }
}

function madeUpValue(dice: Dice, maker: ExpressionMaker, name: string, kind: Kind): Value {
  const body: Body = kind !== 'list' && dice.below(3) === 0 ? madeUpTable(dice, maker, [kind]) : { is: 'formula', value: maker.make(kind, 3), text: '' }
  const exceptions = dice.below(5) === 0 ? [{ name: 'but', at, clauses: ['1.2'], when: maker.make('boolean', 2), instead: maker.make(kind, 2) }] : []
  const when = dice.below(6) === 0 ? { test: maker.make('boolean', 2), otherwise: maker.make(kind, 1) } : null
  return { ...valueOf(name, body), exceptions, when }
}

function valueOf(name: string, body: Body): Value {
  return { name, at, clauses: ['1.1'], says: null, kind: body.is, frame: {}, body, readings: [], ruling: null, exceptions: [], when: null }
}

function madeUpTable(dice: Dice, maker: ExpressionMaker, kinds: readonly Kind[]): TableBody {
  const outputs = (): readonly Expression[] => kinds.map((kind) => maker.make(kind, 1))
  const inputs = Array.from({ length: dice.below(2) + 1 }, () => dice.one(maker.names.filter((it) => it.kind === 'integer' || it.kind === 'choice' || it.kind === 'boolean' || it.kind === 'date')))
  const rows = Array.from({ length: dice.below(4) + 1 }, () => ({ tests: inputs.map((input) => maker.cell(input)), outputs: outputs(), clause: null, says: null, line: 1 }))
  return {
    is: 'table',
    hit: 'first',
    inputs: inputs.map((input) => ({ head: input.name, value: nameOf(input.name) })),
    outputs: kinds.map((kind, at) => ({ name: kinds.length === 1 ? 'out' : at === 0 ? 'x' : 'y', type: kind === 'choice' ? giveType('choice') : null })),
    // The first rows come first and no row is proved never to fire: the last takes what is left.
    rows,
    otherwise: outputs(),
  }
}

function nameOf(name: string): Expression {
  const [before = '', field] = name.split('.')
  const node: Expression = { is: 'name', name: before, at: { from: 0, to: 0 } }
  return field === undefined ? node : { is: 'field', of: node, name: field, at: { from: 0, to: 0 } }
}

function factOf(fact: (typeof madeUpFacts)[number], name: string): Fact {
  return { name, type: fact.type, optional: fact.optional === true, missingMeans: null, judgedBy: null, min: fact.min ?? null, max: fact.max ?? null, unit: null, note: null, ask: null, at }
}

function giveType(kind: Kind): FactType {
  if (kind === 'number' || kind === 'integer' || kind === 'maybe') return { is: 'decimal', decimals: 4 }
  if (kind === 'choice') return { is: 'choice', of: ['red', 'green', 'blue'] }
  if (kind === 'list') return { is: 'list', items: { is: 'decimal', decimals: 4 } }
  return { is: kind }
}

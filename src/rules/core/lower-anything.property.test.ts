import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Dice } from '../../../test/rules/dice.ts'
import { generateProgram } from '../../../test/rules/generate-program.ts'
import { lowerDecision } from '#rules/core/lower-decision.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { partsOf } from '#rules/feel/parts-of.ts'
import type { Decision, Value } from '#rules/rule-book.ts'

const runs = Number(process.env['STEWARD_PROPERTY_RUNS'] ?? 600)

/** Every expression within this one. */
function within(it: Expression): readonly Expression[] {
  return [it, ...partsOf(it).flatMap((part) => within(part))]
}

/** The tree with some of its pieces exchanged for others, whatever their types. */
function muddled(it: Expression, others: readonly Expression[], dice: Dice, depth = 0): Expression {
  if (depth > 0 && dice.below(5) === 0) return dice.one(others)
  const of = (part: Expression): Expression => muddled(part, others, dice, depth + 1)
  switch (it.is) {
    case 'binary':
      return { ...it, left: of(it.left), right: of(it.right) }
    case 'if':
      // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
      return { ...it, test: of(it.test), then: of(it.then), else: of(it.else) }
    case 'call':
      return { ...it, name: dice.below(4) === 0 ? dice.one(names) : it.name, arguments: it.arguments.map((argument) => ({ ...argument, value: of(argument.value) })) }
    case 'for':
      return { ...it, list: of(it.list), body: of(it.body) }
    case 'filter':
      return { ...it, of: of(it.of), by: of(it.by) }
    case 'list':
      return { ...it, items: it.items.map(of) }
    case 'negative':
      return { ...it, of: of(it.of) }
    default:
      return it
  }
}

const names = ['days after', 'is day', 'first day', 'calendar date', 'sort', 'sublist', 'flatten', 'string', 'date', 'lot', 'known', 'on', 'as of', 'not covered', 'mean', 'all', 'insert before', 'round up to', 'question', 'shifted', 'nothing of this name', 'min', 'string join', 'school year'] as const

function muddledDecision(decision: Decision, dice: Dice): Decision {
  const all = decision.values.flatMap((value) => (value.body.is === 'formula' ? within(value.body.value) : []))
  const others: readonly Expression[] = [...all, { is: 'null', at: { from: 0, to: 0 } }, { is: 'name', name: 'work', at: { from: 0, to: 0 } }, { is: 'field', of: { is: 'name', name: 'question', at: { from: 0, to: 0 } }, name: 'v1', at: { from: 0, to: 0 } }, { is: 'function', parameters: ['a', 'b'], body: { is: 'boolean', value: true, at: { from: 0, to: 0 } }, at: { from: 0, to: 0 } }]
  const values = decision.values.map((value): Value => (value.body.is === 'formula' ? { ...value, body: { ...value.body, value: muddled(value.body.value, others, dice) } } : value))
  return { ...decision, values }
}

describe('lowering anything', () => {
  test('ends with a program or with problems that say where and what to do, never with a crash', () => {
    let [lowered, refused] = [0, 0]
    assert(
      property(integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const { book, decision } = generateProgram(seed)
        const { program, problems } = lowerDecision(book, muddledDecision(decision, new Dice(seed)))
        expect(program === null).toBe(problems.length > 0)
        for (const it of problems) expect(it.what.length > 10 && it.next.length > 10 && it.where.file === 'made-up.md' && it.where.line !== undefined).toBe(true)
        if (program === null) refused += 1
        else lowered += 1
      }),
      { numRuns: runs },
    )
    expect(Math.min(lowered, refused)).toBeGreaterThan(runs / 20)
  })
})

import * as fc from 'fast-check'
import type { BinarySign, Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { FUNCTION_NAMES } from '#rules/feel/function-names.ts'

/** Made-up expressions and cells of every form, for properties. */

const at = { from: 0, to: 0 }
const name = fc.constantFrom('a', 'pupil_load', 'days', 'first', 'list', 'round', 'is', 'on', 'ord', 'not_yet', 'Über', 'x2')
const digits = fc.stringMatching(/^(0|[1-9]\d{0,7})(\.\d{1,4})?$/)
const signs: readonly BinarySign[] = ['+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or']

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  name.map(it => ({ is: 'name', name: it, at }) as const),
  fc.record({ text: digits, money: fc.boolean() }).map(it => ({ is: 'number', ...it, at }) as const),
  fc.string({ maxLength: 8, unit: 'grapheme' }).map(text => ({ is: 'text', text, at }) as const),
  fc.boolean().map(value => ({ is: 'boolean', value, at }) as const),
  fc.constant({ is: 'null', at } as const),
  fc.constantFrom('2010-11-01', '0001-01-01', '2024-02-29').map(text => ({ is: 'date', text, at }) as const),
  fc.constantFrom('08:30', '00:00', '23:59').map(text => ({ is: 'time', text, at }) as const),
  fc.constant({ is: 'call', name: 'as of', arguments: [], at } as const),
)

export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>(tie => ({
  expression: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, ...forms(tie('expression'))),
})).expression

export const anyTests: fc.Arbitrary<UnaryTests> = testsOf(anyExpression)

function testsOf(value: fc.Arbitrary<Expression>): fc.Arbitrary<UnaryTests> {
  const test: fc.Arbitrary<UnaryTest> = fc.oneof(
    value.map(it => ({ is: 'equals', value: it }) as const),
    fc.record({ sign: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), value }).map(it => ({ is: 'compare', ...it }) as const),
    fc.record({ from: value, through: value, fromIn: fc.boolean(), throughIn: fc.boolean() }).map(it => ({ is: 'range', ...it }) as const),
  )
  return fc.record({ not: fc.boolean(), any: fc.array(test, { minLength: 1, maxLength: 3 }) })
}

function forms(of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression>[] {
  const word = fc.constantFrom('x', 'year', 'and', 'if')
  const some = fc.array(of, { maxLength: 3 })
  return [
    of.map(it => ({ is: 'negative', of: it, at }) as const),
    fc.record({ sign: fc.constantFrom(...signs), left: of, right: of }).map(it => ({ is: 'binary', ...it, at }) as const),
    // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
    fc.tuple(of, of, of).map(([test, then, other]) => ({ is: 'if', test, then, else: other, at }) as const),
    fc.record({ value: of, tests: testsOf(of) }).map(it => ({ is: 'in', ...it, at }) as const),
    some.map(items => ({ is: 'list', items, at }) as const),
    fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b c', 'in', 'say "x"'), value: of }), { selector: it => it.name, maxLength: 3 }).map(fields => ({ is: 'record', fields, at }) as const),
    fc.record({ of, name: word }).map(it => ({ is: 'field', ...it, at }) as const),
    fc.record({ of, by: of }).map(it => ({ is: 'filter', ...it, at }) as const),
    fc.record({ name, list: of, body: of }).map(it => ({ is: 'for', ...it, at }) as const),
    fc.record({ is: fc.constantFrom('some' as const, 'every' as const), name, list: of, test: of }).map(it => ({ ...it, at })),
    fc.record({ name: fc.constantFrom(...FUNCTION_NAMES.filter(it => it !== 'date' && it !== 'time' && it !== 'as of'), 'service_years'), arguments: fc.array(fc.record({ name: fc.option(name), value: of }), { maxLength: 3 }) }).map(it => ({ is: 'call', ...it, at }) as const),
    fc.record({ parameters: fc.array(name, { maxLength: 2 }), body: of }).map(it => ({ is: 'function', ...it, at }) as const),
  ]
}

/** The tree without the places, which printing moves. */
export function withoutPlaces(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(withoutPlaces)
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(Object.entries(it).filter(([key]) => key !== 'at').map(([key, value]) => [key, withoutPlaces(value)]))
}

/** How often a property is tried; a long run sets it higher. */
export const RUNS = Number(process.env['STEWARD_PROPERTY_RUNS'] ?? '400')

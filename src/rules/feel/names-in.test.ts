import { expect, test } from 'vitest'
import { callsIn, namesIn } from './names-in.ts'
import { parseExpression } from './parse-expression.ts'

test.each([
  ['a + b * a', ['a', 'b']],
  ['some x in xs satisfies x > least', ['xs', 'least']],
  ['sort(staff, function(p, q) p.hired < q.hired)', ['staff']],
  ['staff[item.units > most]', ['staff', 'most']],
  ['days between(a, b, work)', ['a', 'b']],
  ['deadline(kind: work)', ['work']],
  ['d.year in [first..2012]', ['d', 'first']],
])('%s uses the names %s', (text, names) => {
  const read = parseExpression(text)
  expect(read.ok && namesIn(read.value)).toEqual(names)
})

test('what an expression calls is named once', () => {
  const read = parseExpression('round half up(rate(of: a), 2) + rate(of: b) + (if known(x) then as of.year else 0)')
  expect(read.ok && callsIn(read.value)).toEqual(['round half up', 'rate', 'known', 'as of'])
})

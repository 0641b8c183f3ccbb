import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyExpression, RUNS, withoutPlaces } from '#rules/feel/invented-expressions.test-support.ts'
import { parseExpression, parseUnaryTests } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'

function refused(text: string): string {
  const read = parseExpression(text)
  return read.ok ? 'read' : read.problem.what
}

function refusedCell(text: string): string {
  const read = parseUnaryTests(text)
  return read.ok ? 'read' : read.problem.what
}

/** The tree in brackets: each sign with what it joins. */
function grouped(text: string): string {
  const read = parseExpression(text)
  if (!read.ok) return read.problem.what
  const show = (it: ReturnType<typeof withoutPlaces>): string => {
    const node = it as { is: string; sign: string; left: unknown; right: unknown; of: unknown; value: unknown; tests: unknown }
    if (node.is === 'binary') return `(${show(node.left)} ${node.sign} ${show(node.right)})`
    if (node.is === 'negative') return `(-${show(node.of)})`
    return printExpression(node as never)
  }
  return show(read.value)
}

describe('what is no expression is told with its character and what to do', () => {
  test.each([
    ['', 'Character 1 of ``: expected a value, found the end.'],
    ['1 +', 'Character 4 of `1 +`: expected a value, found the end.'],
    ['(1', 'Character 3 of `(1`: expected `)` to close the bracket, found the end.'],
    ['1)', 'Character 2 of `1)`: expected a sign or the end, found `)`.'],
    ['20px', 'Character 3 of `20px`: a number runs into `px`.'],
    ['7%', 'Character 2 of `7%`: the percent sign is not part of the language.'],
    ['"abc', 'Character 1 of `"abc`: a text that does not end.'],
    ['a & b', 'Character 3 of `a & b`: `&` is no sign of the language.'],
    ['f(1,, 2)', 'Character 5 of `f(1,, 2)`: expected a value, found `,`.'],
    ['2010-02-30', 'Character 1 of `2010-02-30`: 2010-02-30 is no day of the calendar.'],
    ['date("2010-13-01")', 'Character 1 of `date("2010-13-01")`: "2010-13-01" is no day of the calendar.'],
    ['25:00', 'Character 1 of `25:00`: 25:00 is no time of the day.'],
    ['a < b < c', 'Character 7 of `a < b < c`: a second sign after a comparison: `<`.'],
    ['for x in 1..3 return x', 'Character 11 of `for x in 1..3 return x`: `for` goes through a list, not a range.'],
    ['if a then b', 'Character 12 of `if a then b`: expected `else` after what holds then, found the end.'],
    ['{a: 1, a: 2}', 'Character 8 of `{a: 1, a: 2}`: the field `a` stands twice in one record.'],
    ['$', 'Character 1 of `$`: a dollar sign without an amount.'],
    ['and', 'Character 1 of `and`: expected a value, found `and`.'],
  ])('%s', (text, what) => expect(refused(text)).toBe(what))
  test('a function name with a slip names the functions that begin so', () => {
    const read = parseExpression('days betwen(a, b)')
    expect(read.ok ? '' : read.problem.next).toContain('`days between`')
  })
  test.each([
    ['1,250', '`1,250` in a cell reads as two values.'],
    ['!= 3', 'Character 1 of `!= 3`: `!=` cannot stand in a cell.'],
    ['5..', 'Character 4 of `5..`: expected a value, found the end.'],
    ['[15..30', 'Character 8 of `[15..30`: expected the end of a range, found the end.'],
    ['A B', 'Character 3 of `A B`: no sign and no function joins `A` and `B`.'],
  ])('cell %s', (text, what) => expect(refusedCell(text)).toBe(what))
  test.each(['('.repeat(5000), '['.repeat(5000), '-'.repeat(5000), 'not('.repeat(5000), 'if '.repeat(5000), '1+'.repeat(5000) + '1', 'a' + '.b'.repeat(5000), 'x in ('.repeat(3000), 'a'.repeat(30_000), '[1..'.repeat(4000)])('hostile text is refused at once', text => {
    expect(refused(text)).not.toBe('read')
    expect(refusedCell(text)).not.toBe('read')
  })
  test('no text at all throws', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom('(', ')', '[', ']', '..', 'in', 'if', 'then', 'else', '$1,000', '2010-11-01', 'days between', 'not', '"', '{', ':', ',', '-', ' ', 'x'), fc.string({ maxLength: 3 })), { maxLength: 20 }).map(parts => parts.join(''))
    fc.assert(fc.property(pieces, text => {
      for (const read of [parseExpression(text), parseUnaryTests(text)]) if (!read.ok) expect(read.problem.next).not.toBe('')
    }), { numRuns: RUNS })
  })
  test('every expression with its end cut off is read or refused, never thrown', () => {
    fc.assert(fc.property(anyExpression, fc.nat(), (it, cut) => {
      const text = printExpression(it)
      parseExpression(text.slice(0, cut % (text.length + 1)))
    }), { numRuns: RUNS })
  })
})

describe('signs hold as in DMN 1.5', () => {
  test.each([
    ['0.07 * c + 0.06 * s', '((0.07 * c) + (0.06 * s))'],
    ['1 + 0.07 * c + 0.06 * s', '((1 + (0.07 * c)) + (0.06 * s))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['2 ** 3 ** 2', '((2 ** 3) ** 2)'],
    ['-2 ** 2', '((-2) ** 2)'],
    ['2 ** -1', '(2 ** (-1))'],
    ['-a.b[1]', '(-a.b[1])'],
    ['a or b and c', '(a or (b and c))'],
    ['a + 1 < b and c', '(((a + 1) < b) and c)'],
    ['x between 1 and 5 and y', '(x in [1..5] and y)'],
    ['2010-11-1', '((2010 - 11) - 1)'],
  ])('%s', (text, as) => expect(grouped(text)).toBe(as))
})

describe('figures, days and names', () => {
  test.each([
    ['$1,250.50', { is: 'number', text: '1250.50', money: true }],
    ['-$50', { is: 'negative', of: { is: 'number', text: '50', money: true } }],
    ['2010-11-01', { is: 'date', text: '2010-11-01' }],
    ['@"2010-11-01"', { is: 'date', text: '2010-11-01' }],
    ['date("2010-11-01")', { is: 'date', text: '2010-11-01' }],
    ['8:30', { is: 'time', text: '08:30' }],
    ['time("08:30:00")', { is: 'time', text: '08:30' }],
    ['.5', { is: 'number', text: '0.5', money: false }],
    ['"say \\"yes\\""', { is: 'text', text: 'say "yes"' }],
    ['as of', { is: 'call', name: 'as of', arguments: [] }],
    ['days   between(a, b, work)', { is: 'call', name: 'days between', arguments: ['a', 'b', 'work'].map(name => ({ name: null, value: { is: 'name', name } })) }],
    ['round half up to(x, 2)', { is: 'call', name: 'round half up to', arguments: [{ name: null, value: { is: 'name', name: 'x' } }, { name: null, value: { is: 'number', text: '2', money: false } }] }],
    ['service_years(hired_on: start)', { is: 'call', name: 'service_years', arguments: [{ name: 'hired_on', value: { is: 'name', name: 'start' } }] }],
  ])('%s', (text, tree) => {
    const read = parseExpression(text)
    expect(read.ok && withoutPlaces(read.value)).toEqual(tree)
  })
  test('the place of each part is known', () => {
    const read = parseExpression('a + round up(b, 2)')
    expect(read.ok && read.value.is === 'binary' && read.value.right.at).toEqual({ from: 4, to: 18 })
  })
})

describe('cells', () => {
  test.each([
    ['-', { not: false, any: [] }],
    ['', { not: false, any: [] }],
    ['<= 174', { not: false, any: [{ is: 'compare', sign: '<=', value: number('174') }] }],
    ['175..178', { not: false, any: [{ is: 'range', from: number('175'), through: number('178'), fromIn: true, throughIn: true }] }],
    ['[15..30)', { not: false, any: [{ is: 'range', from: number('15'), through: number('30'), fromIn: true, throughIn: false }] }],
    [']15..30[', { not: false, any: [{ is: 'range', from: number('15'), through: number('30'), fromIn: false, throughIn: false }] }],
    ['(15..30]', { not: false, any: [{ is: 'range', from: number('15'), through: number('30'), fromIn: false, throughIn: true }] }],
    ['A, B', { not: false, any: ['A', 'B'].map(name => ({ is: 'equals', value: { is: 'name', name } })) }],
    ['not(1..5)', { not: true, any: [{ is: 'range', from: number('1'), through: number('5'), fromIn: true, throughIn: true }] }],
    ['1, 250', { not: false, any: [{ is: 'equals', value: number('1') }, { is: 'equals', value: number('250') }] }],
  ])('%s', (text, tests) => {
    const read = parseUnaryTests(text)
    expect(read.ok && withoutPlaces(read.value)).toEqual(tests)
  })
})

function number(text: string) {
  return { is: 'number', text, money: false }
}

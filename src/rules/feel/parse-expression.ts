import type { Outcome } from '#plain/outcome.ts'
import { done, failed } from '#plain/outcome.ts'
import type { Problem } from '#plain/problem.ts'
import { problem } from '#plain/problem.ts'
import { deeperThan } from '#rules/feel/parts-of.ts'
import type { BinarySign, Expression, Spot, UnaryTests } from '#rules/feel/expression.ts'
import { FUNCTION_NAMES } from '#rules/feel/function-names.ts'
import { readOperand } from '#rules/feel/read-operand.ts'
import { readCell, readTestsAfterIn } from '#rules/feel/read-tests.ts'
import { Tokens } from '#rules/feel/tokens.ts'

/** More characters than this are no formula that a person reads. */
export const LONGEST_EXPRESSION = 20_000
/** Deeper nesting than this is refused, so that nothing that walks the tree runs out of stack. */
export const DEEPEST_EXPRESSION = 200

/** The tree of an expression of the rule language, or what was expected, at which character, and what to do. Places count from 0 in the tree, from 1 in words. */
export function parseExpression(text: string): Outcome<Expression> {
  const long = tooLong(text)
  if (long !== null) return failed(long)
  const tokens = new Tokens(text, grammar)
  const value = expression(tokens)
  if (tokens.kind !== 'end') unexpected(tokens)
  if (tokens.fault === null && text.length > DEEPEST_EXPRESSION && deeperThan(value, DEEPEST_EXPRESSION)) tooDeep(tokens)
  return tokens.fault === null ? done(value) : failed(tokens.fault)
}

/** The tests of one cell of a table: `A, B`, `< 15`, `[15..30)`, `175..178`, `not(A)`; `-` or nothing fits everything. */
export function parseUnaryTests(text: string): Outcome<UnaryTests> {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '-') return done(everything)
  const figure = plainFigure(trimmed, text.indexOf(trimmed))
  if (figure !== null) return figure
  const long = tooLong(text) ?? groupedFigure(text)
  if (long !== null) return failed(long)
  const tokens = new Tokens(text, grammar)
  const tests = readCell(tokens)
  if (tokens.kind !== 'end') unexpected(tokens)
  if (tokens.fault === null && text.length > DEEPEST_EXPRESSION && tests.any.some(test => (test.is === 'range' ? [test.from, test.through] : [test.value]).some(part => deeperThan(part, DEEPEST_EXPRESSION)))) tooDeep(tokens)
  return tokens.fault === null ? done(tests) : failed(tokens.fault)
}

/** A whole number alone, as most cells of a schedule have it, needs no reading. */
function plainFigure(text: string, start: number): Outcome<UnaryTests> | null {
  if (text.length > 9) return null
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return null
  return done({ not: false, any: [{ is: 'equals', value: { is: 'number', text, money: false, at: { from: start, to: start + text.length } } }] })
}

const everything: UnaryTests = { not: false, any: [] }

const grammar = { expression, sum: (tokens: Tokens) => climb(tokens, 4, null), sumFrom: (tokens: Tokens, operand: Expression) => climb(tokens, 4, operand) }

function expression(tokens: Tokens): Expression {
  tokens.depth += 1
  if (tokens.depth > DEEPEST_EXPRESSION) tooDeep(tokens)
  const value = climb(tokens, 1, null)
  tokens.depth -= 1
  return value
}

// DMN 1.5, grammar rules 2 and 4: or, and, comparison, sums, products, powers, then negation; the same sign goes from left to right.
const levels = new Map<string, number>([
  ['or', 1], ['and', 2],
  ['=', 3], ['!=', 3], ['<', 3], ['<=', 3], ['>', 3], ['>=', 3], ['in', 3], ['between', 3],
  ['+', 4], ['-', 4], ['*', 5], ['/', 5], ['**', 6],
])

function climb(tokens: Tokens, least: number, read: Expression | null): Expression {
  let left = read ?? operand(tokens)
  for (;;) {
    const sign = tokens.kind === 'word' ? tokens.value : tokens.kind
    const level = levels.get(sign)
    if (level === undefined || level < least) return left
    tokens.next()
    if (level === 3) {
      left = compared(tokens, left, sign)
      const next = levels.get(tokens.kind === 'word' ? tokens.value : tokens.kind)
      if (next !== undefined && next >= 3) tokens.fail(`a second sign after a comparison: ${tokens.found()}.`, 'Compare two things at a time: `a < b and b < c`, or put brackets around one comparison.')
    } else {
      const right = climb(tokens, level + 1, null)
      left = { is: 'binary', sign: sign as BinarySign, left, right, at: from(left.at, tokens) }
    }
  }
}

function compared(tokens: Tokens, left: Expression, sign: string): Expression {
  if (sign === 'in') {
    const tests = readTestsAfterIn(tokens)
    return { is: 'in', value: left, tests, at: from(left.at, tokens) }
  }
  const right = climb(tokens, 4, null)
  if (sign !== 'between') return { is: 'binary', sign: sign as BinarySign, left, right, at: from(left.at, tokens) }
  tokens.expectWord('and', 'between the two ends of `between`')
  const through = climb(tokens, 4, null)
  return { is: 'in', value: left, tests: { not: false, any: [{ is: 'range', from: right, through, fromIn: true, throughIn: true }] }, at: from(left.at, tokens) }
}

function operand(tokens: Tokens): Expression {
  if (tokens.kind !== '-') return readOperand(tokens)
  const start = tokens.from
  tokens.depth += 1
  if (tokens.depth > DEEPEST_EXPRESSION) tooDeep(tokens)
  tokens.next()
  const of = operand(tokens)
  tokens.depth -= 1
  return { is: 'negative', of, at: { from: start, to: tokens.before } }
}

function from(at: Spot, tokens: Tokens): Spot {
  return { from: at.from, to: tokens.before }
}

function unexpected(tokens: Tokens): void {
  const here = tokens.text.slice(tokens.from, tokens.to)
  if (tokens.kind === 'word') {
    const before = /[A-Za-z_]\w*\s*$/.exec(tokens.text.slice(0, tokens.from))?.[0].trim() ?? ''
    const near = FUNCTION_NAMES.filter(name => before !== '' && name.startsWith(`${before} `))
    return tokens.fail(`no sign and no function joins \`${before}\` and \`${here}\`.`, near.length === 0 ? 'Put a sign between them; a name is one word, joined_by_underscores; a text of several words stands in quotes.' : `Functions that begin so: ${near.map(name => `\`${name}\``).join(', ')}; their arguments follow in brackets.`)
  }
  tokens.fail(`expected a sign or the end, found \`${here}\`.`, ')]}'.includes(here) ? 'Take it away, or open it before.' : 'Put a sign between the two values, or take one away.')
}

function tooDeep(tokens: Tokens): void {
  tokens.fault ??= problem('feel/too-deep', `The expression is nested more than ${DEEPEST_EXPRESSION} deep.`, 'Name its parts as values of their own.')
  tokens.fail('', '')
}

function tooLong(text: string): Problem | null {
  if (text.length <= LONGEST_EXPRESSION) return null
  return problem('feel/too-long', `The expression has ${text.length} characters, more than ${LONGEST_EXPRESSION}.`, 'Name its parts as values of their own, or put the figures into a table.')
}

/** `1,250` in a cell would mean 1 or 250, which nobody means. */
function groupedFigure(text: string): Problem | null {
  if (!text.includes(',') || text.includes('"')) return null
  const match = /(?:^|[^\w.,$])(\d{1,3},\d{3})(?!\d)/.exec(text)
  if (match === null) return null
  const figure = match[1] ?? ''
  return problem('feel/grouped-figure', `\`${figure}\` in a cell reads as two values.`, `Write ${figure.replace(',', '')} for the one figure, $${figure} for an amount, or ${figure.replace(',', ', ')} for either of two.`)
}

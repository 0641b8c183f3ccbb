import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { readListFrom, readTail } from '#rules/feel/read-operand.ts'
import type { Tokens } from '#rules/feel/tokens.ts'

/** Reads the tests of a cell: any of several parted by commas, or `not(...)` around them. */
export function readCell(tokens: Tokens): UnaryTests {
  if (tokens.isWord('not') && tokens.peek() === 40) {
    tokens.next()
    return { not: true, any: readBracketed(tokens, false) }
  }
  return { not: false, any: readSeveral(tokens) }
}

/** Reads what follows `in`: one test, or several in brackets. */
export function readTestsAfterIn(tokens: Tokens): UnaryTests {
  if (tokens.isWord('not') && tokens.peek() === 40) {
    tokens.next()
    return { not: true, any: readBracketed(tokens, false) }
  }
  return { not: false, any: tokens.kind === '(' ? readBracketed(tokens, true) : [readTest(tokens)] }
}

function readSeveral(tokens: Tokens): UnaryTest[] {
  const any = [readTest(tokens)]
  while (tokens.take(',')) any.push(readTest(tokens))
  return any
}

/** `(A, B)`; where one bare range alone stands in brackets of its own, they are its open ends: `(1..5)`, `(1..5]`. The brackets of `not(...)` are not. */
function readBracketed(tokens: Tokens, ends: boolean): UnaryTest[] {
  tokens.next()
  const any = readSeveral(tokens)
  const [only] = any
  if (ends && any.length === 1 && only?.is === 'range' && tokens.bareRange && (tokens.kind === ')' || tokens.kind === ']' || tokens.kind === '[')) {
    const throughIn = tokens.kind === ']'
    tokens.next()
    return [{ ...only, fromIn: false, throughIn }]
  }
  tokens.expect(')', 'to close the bracket')
  return any
}

function readTest(tokens: Tokens): UnaryTest {
  const sign = tokens.kind
  if (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') {
    tokens.next()
    return { is: 'compare', sign, value: tokens.grammar.sum(tokens) }
  }
  if (sign === '=') {
    tokens.next()
    return { is: 'equals', value: tokens.grammar.sum(tokens) }
  }
  if (sign === '!=') tokens.fail('`!=` cannot stand in a cell.', 'Write not(value).')
  if (sign === ']' || sign === '(' || sign === '[') return readOpened(tokens, sign)
  return readRest(tokens, tokens.grammar.sum(tokens))
}

/** After `[`, `(` or `]`: a range where `..` follows the first value, else a list or a value in brackets that may go on. */
function readOpened(tokens: Tokens, sign: '[' | '(' | ']'): UnaryTest {
  const start = tokens.from
  tokens.next()
  if (sign === '[' && tokens.kind === ']') {
    tokens.next()
    return readRest(tokens, goOn(tokens, { is: 'list', items: [], at: { from: start, to: tokens.before } }))
  }
  const first = tokens.grammar.expression(tokens)
  if (tokens.take('..')) return readRange(tokens, first, sign === '[')
  if (sign === ']') tokens.fail(`expected \`..\` after the beginning of a range, found ${tokens.found()}.`, 'Write a range as ]15..30].')
  if (sign === '[') return readRest(tokens, goOn(tokens, readListFrom(tokens, first, start)))
  tokens.expect(')', 'to close the bracket')
  return readRest(tokens, goOn(tokens, first))
}

function readRange(tokens: Tokens, from: Expression, fromIn: boolean): UnaryTest {
  const through = tokens.grammar.expression(tokens)
  tokens.bareRange = false
  const throughIn = tokens.kind === ']'
  if (throughIn || tokens.kind === ')' || tokens.kind === '[') tokens.next()
  else tokens.fail(`expected the end of a range, found ${tokens.found()}.`, 'Close it with `]` where its end belongs to it, with `)` where it does not.')
  return { is: 'range', from, through, fromIn, throughIn }
}

function goOn(tokens: Tokens, head: Expression): Expression {
  return tokens.grammar.sumFrom(tokens, readTail(tokens, head))
}

/** A value alone, or the bare range `175..178`, which holds both its ends. */
function readRest(tokens: Tokens, value: Expression): UnaryTest {
  if (!tokens.take('..')) return { is: 'equals', value }
  const through = tokens.grammar.sum(tokens)
  tokens.bareRange = true
  return { is: 'range', from: value, through, fromIn: true, throughIn: true }
}

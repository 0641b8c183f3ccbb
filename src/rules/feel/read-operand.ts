import { parseCivilDay } from '#plain/civil-day.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { Tokens } from '#rules/feel/tokens.ts'

/** Reads one operand with the paths, filters and arguments that follow it: a literal, a name, a call, brackets, a list, a record, `if`, `for`, `some`, `every`, `function`. */
export function readOperand(tokens: Tokens): Expression {
  return readTail(tokens, readHead(tokens))
}

/** What follows an operand: `.field` and `[filter]`. */
export function readTail(tokens: Tokens, head: Expression): Expression {
  let of = head
  for (;;) {
    if (tokens.take('.')) {
      const name = tokens.value
      if (tokens.kind === 'word') tokens.next()
      else tokens.fail(`expected the name of a field after the dot, found ${tokens.found()}.`, 'Write a name of one word, as in `d.year`.')
      of = { is: 'field', of, name, at: { from: head.at.from, to: tokens.before } }
    } else if (tokens.kind === '[' && !closesRange(tokens, of)) {
      tokens.next()
      const by = tokens.grammar.expression(tokens)
      tokens.expect(']', 'after the condition of a filter')
      of = { is: 'filter', of, by, at: { from: head.at.from, to: tokens.before } }
    } else return of
  }
}

/** In `]15..30[` the last bracket ends a range: nothing to filter stands before it, or nothing follows it. */
function closesRange(tokens: Tokens, of: Expression): boolean {
  if ((of.is === 'number' || of.is === 'date' || of.is === 'time') && of.at.to === tokens.before) return true
  const code = tokens.peek()
  return Number.isNaN(code) || code === 41 || code === 44
}

function readHead(tokens: Tokens): Expression {
  const { kind, value, from } = tokens
  if (kind === 'word') return readWord(tokens)
  if (kind === '(') return readBrackets(tokens)
  if (kind === '[') return readList(tokens)
  if (kind === '{') return readRecord(tokens)
  if (kind === 'number' || kind === 'amount') {
    tokens.next()
    return { is: 'number', text: value, money: kind === 'amount', at: { from, to: tokens.before } }
  }
  if (kind === 'text' || kind === 'date' || kind === 'time') {
    tokens.next()
    return { is: kind, text: value, at: { from, to: tokens.before } }
  }
  tokens.fail(`expected a value, found ${tokens.found()}.`, valueNext(kind))
  return { is: 'null', at: { from, to: from } }
}

function valueNext(kind: string): string {
  if (kind === 'end') return 'Write the value that is missing at the end.'
  if (kind === '+') return 'Numbers stand without a plus; write what comes before the sign.'
  return 'Write a number, an amount, a day, a text in quotes or a name there.'
}

function readWord(tokens: Tokens): Expression {
  const start = tokens.from
  tokens.widen()
  const word = tokens.value
  const special = forms.get(word)
  if (special !== undefined) {
    tokens.next()
    return special(tokens, start)
  }
  if (signs.has(word)) {
    tokens.fail(`expected a value, found \`${word}\`.`, 'Write what stands before and after it; such a word cannot be a name.')
    return { is: 'null', at: { from: start, to: start } }
  }
  tokens.next()
  if (tokens.kind === '(') return readCall(tokens, word, start)
  const at = { from: start, to: tokens.before }
  return word === 'as of' ? { is: 'call', name: word, arguments: [], at } : { is: 'name', name: word, at }
}

/** Words that join other things and so never are names. */
const signs: ReadonlySet<string> = new Set(['and', 'or', 'then', 'else', 'in', 'return', 'satisfies', 'between'])

const forms = new Map<string, (tokens: Tokens, start: number) => Expression>([
  ['true', (tokens, from) => ({ is: 'boolean', value: true, at: { from, to: tokens.before } })],
  ['false', (tokens, from) => ({ is: 'boolean', value: false, at: { from, to: tokens.before } })],
  ['null', (tokens, from) => ({ is: 'null', at: { from, to: tokens.before } })],
  ['if', readIf],
  ['for', readFor],
  ['some', (tokens, start) => readQuantified(tokens, start, 'some')],
  ['every', (tokens, start) => readQuantified(tokens, start, 'every')],
  ['function', readFunction],
])

function readIf(tokens: Tokens, from: number): Expression {
  const test = tokens.grammar.expression(tokens)
  tokens.expectWord('then', 'after the condition')
  const then = tokens.grammar.expression(tokens)
  tokens.expectWord('else', 'after what holds then')
  const otherwise = tokens.grammar.expression(tokens)
  // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
  return { is: 'if', test, then, else: otherwise, at: { from, to: tokens.before } }
}

function readBinding(tokens: Tokens, form: string): { name: string; list: Expression } {
  const name = readName(tokens, `after \`${form}\``)
  tokens.expectWord('in', `after the name of \`${form}\``)
  const list = tokens.grammar.expression(tokens)
  if (tokens.kind === '..') tokens.fail(`\`${form}\` goes through a list, not a range.`, 'Hand in a list: [1, 2, 3].')
  return { name, list }
}

function readFor(tokens: Tokens, from: number): Expression {
  const { name, list } = readBinding(tokens, 'for')
  if (tokens.kind === ',') tokens.fail('`for` goes through one list.', 'Write one `for` inside the other: flatten(for x in a return for y in b return ...).')
  tokens.expectWord('return', 'after the list of `for`')
  const body = tokens.grammar.expression(tokens)
  return { is: 'for', name, list, body, at: { from, to: tokens.before } }
}

/** `some x in a, y in b satisfies ...` is one inside the other. */
function readQuantified(tokens: Tokens, from: number, is: 'some' | 'every'): Expression {
  const bindings = [readBinding(tokens, is)]
  while (tokens.take(',')) bindings.push(readBinding(tokens, is))
  tokens.expectWord('satisfies', `after the list of \`${is}\``)
  let test = tokens.grammar.expression(tokens)
  for (const { name, list } of bindings.toReversed()) test = { is, name, list, test, at: { from, to: tokens.before } }
  return test
}

function readFunction(tokens: Tokens, from: number): Expression {
  tokens.expect('(', 'after `function`')
  const parameters: string[] = []
  if (tokens.kind !== ')') {
    do parameters.push(readName(tokens, 'among what the function takes'))
    while (tokens.take(','))
  }
  tokens.expect(')', 'after what the function takes')
  const body = tokens.grammar.expression(tokens)
  return { is: 'function', parameters, body, at: { from, to: tokens.before } }
}

function readName(tokens: Tokens, where: string): string {
  const name = tokens.value
  if (tokens.kind === 'word' && !signs.has(name) && !forms.has(name)) tokens.next()
  else tokens.fail(`expected a name ${where}, found ${tokens.found()}.`, 'Write a name of one word.')
  return name
}

function readBrackets(tokens: Tokens): Expression {
  tokens.next()
  const value = tokens.grammar.expression(tokens)
  if (tokens.kind === '..') tokens.fail('a range stands after `in` and in the cells of tables only.', 'Write `x in (1..5]`.')
  tokens.expect(')', 'to close the bracket')
  return value
}

function readList(tokens: Tokens): Expression {
  const start = tokens.from
  tokens.next()
  if (tokens.kind === ']') return closeList(tokens, [], start)
  const first = tokens.grammar.expression(tokens)
  if (tokens.kind === '..') tokens.fail('a range stands after `in` and in the cells of tables only.', 'Write `x in [1..5]`.')
  return readListFrom(tokens, first, start)
}

/** The rest of a list whose first item was read. */
export function readListFrom(tokens: Tokens, first: Expression, start: number): Expression {
  const items = [first]
  while (tokens.take(',')) items.push(tokens.grammar.expression(tokens))
  return closeList(tokens, items, start)
}

function closeList(tokens: Tokens, items: readonly Expression[], from: number): Expression {
  tokens.expect(']', 'to close the list')
  return { is: 'list', items, at: { from, to: tokens.before } }
}

function readRecord(tokens: Tokens): Expression {
  const from = tokens.from
  const fields: { name: string; value: Expression }[] = []
  tokens.next()
  if (tokens.kind !== '}') {
    do {
      const name = tokens.value
      if (fields.some(field => field.name === name)) tokens.fail(`the field \`${name}\` stands twice in one record.`, 'Take one of them away.')
      else if (tokens.kind === 'word' || tokens.kind === 'text') tokens.next()
      else tokens.fail(`expected the name of a field, found ${tokens.found()}.`, 'Write a record as {name: value, name: value}.')
      tokens.expect(':', 'after the name of a field')
      fields.push({ name, value: tokens.grammar.expression(tokens) })
    } while (tokens.take(','))
  }
  tokens.expect('}', 'to close the record')
  return { is: 'record', fields, at: { from, to: tokens.before } }
}

function readCall(tokens: Tokens, name: string, from: number): Expression {
  const found: { name: string | null; value: Expression }[] = []
  tokens.next()
  if (tokens.kind !== ')') {
    do found.push(readArgument(tokens))
    while (tokens.take(','))
  }
  tokens.expect(')', `after what \`${name}\` takes`)
  const at = { from, to: tokens.before }
  const [only] = found
  if ((name === 'date' || name === 'time') && found.length === 1 && only?.value.is === 'text') return readLiteral(tokens, name, only.value.text, at)
  return { is: 'call', name, arguments: found, at }
}

function readArgument(tokens: Tokens): { name: string | null; value: Expression } {
  if (tokens.kind !== 'word' || tokens.peek() !== 58) return { name: null, value: tokens.grammar.expression(tokens) }
  const name = tokens.value
  tokens.next()
  tokens.next()
  return { name, value: tokens.grammar.expression(tokens) }
}

/** `date("2010-11-01")` is the day itself. */
function readLiteral(tokens: Tokens, is: 'date' | 'time', text: string, at: { from: number; to: number }): Expression {
  const clock = /^(\d\d?):(\d\d)(?::00)?$/.exec(text)
  const good = is === 'date' ? parseCivilDay(text) !== null : clock !== null && Number(clock[1]) < 24 && Number(clock[2]) < 60
  if (!good) tokens.fail(`"${text}" is no ${is === 'date' ? 'day of the calendar' : 'time of the day'}.`, is === 'date' ? 'Write a day as year-month-day, 2010-11-01.' : 'Write hours and minutes, 08:30.', at.from)
  return { is, text: clock === null ? text : `${String(clock[1]).padStart(2, '0')}:${clock[2]}`, at }
}

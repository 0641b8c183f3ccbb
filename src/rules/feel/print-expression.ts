import type { BinarySign, Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'

/** How figures are written: the rule language's own way, or plain FEEL for other programs. */
export interface Spelling {
  readonly number: (text: string, money: boolean) => string
  readonly date: (text: string) => string
  readonly time: (text: string) => string
  /** Signs and names as they stand, where these are left out. */
  readonly sign?: (sign: BinarySign) => string
  readonly name?: (name: string) => string
  /** A bracket around every sign inside another, for readers that do not know which sign goes first. */
  readonly everyBracket?: boolean
}

/** The expression as text that parses to the same tree, with no bracket that the tree does not need. */
export function printExpression(it: Expression, spelling: Spelling = ours): string {
  return print(it, 0, spelling)
}

/** The tests of a cell as text that parses to the same tests: `-` where everything fits. */
export function printUnaryTests(tests: UnaryTests, spelling: Spelling = ours): string {
  if (tests.any.length === 0 && !tests.not) return '-'
  const inside = tests.any.map(test => printTest(test, spelling)).join(', ')
  if (tests.not) return `not(${inside})`
  return inside.startsWith('not(') ? tests.any.map(test => (test.is === 'equals' ? `(${print(test.value, 0, spelling)})` : printTest(test, spelling))).join(', ') : inside
}

/** `$1250.5` as people write it: `$1,250.5`. */
export function printAmount(text: string): string {
  const [whole = '', part] = text.split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}

const ours: Spelling = {
  number: (text, money) => (money ? printAmount(text) : text),
  date: text => text,
  time: text => text,
}

const levels: Readonly<Record<BinarySign, number>> = { or: 1, and: 2, '=': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '+': 4, '-': 4, '*': 5, '/': 5, '**': 6 }

/** How tightly the expression holds together: 0 for forms that run to the end of what follows them, 8 for what needs no bracket anywhere. */
function levelOf(it: Expression): number {
  if (it.is === 'binary') return levels[it.sign]
  if (it.is === 'in') return 3
  if (it.is === 'negative') return 7
  return it.is === 'if' || it.is === 'for' || it.is === 'some' || it.is === 'every' || it.is === 'function' ? 0 : 8
}

function print(it: Expression, least: number, spelling: Spelling): string {
  const text = bare(it, spelling)
  return levelOf(it) < least ? `(${text})` : text
}

function bare(it: Expression, spelling: Spelling): string {
  const whole = (part: Expression) => print(part, 0, spelling)
  switch (it.is) {
    case 'number': return spelling.number(it.text, it.money)
    case 'text': return quoted(it.text)
    case 'boolean': return String(it.value)
    case 'null': return 'null'
    case 'date': return spelling.date(it.text)
    case 'time': return spelling.time(it.text)
    case 'name': return spelling.name?.(it.name) ?? it.name
    case 'negative': return `-${print(it.of, 7, spelling)}`
    case 'binary': return printBinary(it, spelling)
    case 'if': return `if ${whole(it.test)} then ${whole(it.then)} else ${whole(it.else)}`
    case 'in': return `${print(it.value, 4, spelling)} in ${printAfterIn(it.tests, spelling)}`
    case 'list': return `[${it.items.map(whole).join(', ')}]`
    case 'record': return `{${it.fields.map(field => `${printKey(field.name)}: ${whole(field.value)}`).join(', ')}}`
    case 'field': return `${print(it.of, 8, spelling)}.${spelling.name?.(it.name) ?? it.name}`
    case 'filter': return `${filtered(it.of, spelling)}[${whole(it.by)}]`
    case 'for': return `for ${it.name} in ${whole(it.list)} return ${whole(it.body)}`
    case 'some': case 'every': return `${it.is} ${it.name} in ${whole(it.list)} satisfies ${whole(it.test)}`
    case 'call': return printCall(it, spelling)
    case 'function': return `function(${it.parameters.join(', ')}) ${whole(it.body)}`
  }
}

function printBinary(it: Expression & { is: 'binary' }, spelling: Spelling): string {
  const level = spelling.everyBracket === true ? 7 : levels[it.sign]
  return `${print(it.left, level === 3 ? 4 : level, spelling)} ${spelling.sign?.(it.sign) ?? it.sign} ${print(it.right, level + 1, spelling)}`
}

function printCall(it: Expression & { is: 'call' }, spelling: Spelling): string {
  if (it.name === 'as of' && it.arguments.length === 0) return it.name
  return `${spelling.name?.(it.name) ?? it.name}(${it.arguments.map(argument => `${argument.name === null ? '' : `${argument.name}: `}${print(argument.value, 0, spelling)}`).join(', ')})`
}

/** A bare figure before `[` would read as the end of an open range. */
function filtered(of: Expression, spelling: Spelling): string {
  const text = print(of, 8, spelling)
  return of.is === 'number' || of.is === 'date' || of.is === 'time' ? `(${text})` : text
}

function printAfterIn(tests: UnaryTests, spelling: Spelling): string {
  const [only] = tests.any
  const inside = tests.any.map(test => printTest(test, spelling)).join(', ')
  if (tests.not) return `not(${inside})`
  if (tests.any.length !== 1 || only === undefined || only.is === 'compare') return `(${inside})`
  return only.is === 'equals' && (inside.startsWith('(') || inside.startsWith('not(')) ? `(${inside})` : inside
}

function printTest(test: UnaryTest, spelling: Spelling): string {
  if (test.is === 'equals') return print(test.value, 4, spelling)
  if (test.is === 'compare') return `${test.sign} ${print(test.value, 4, spelling)}`
  return `${test.fromIn ? '[' : '('}${print(test.from, 4, spelling)}..${print(test.through, 4, spelling)}${test.throughIn ? ']' : ')'}`
}

function printKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`
}

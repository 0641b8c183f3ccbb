import type { BinarySign, Expression, UnaryTests } from '#rules/feel/expression.ts'
import { printAmount, printExpression } from '#rules/feel/print-expression.ts'
import { changeExpression } from '#rules/read/change-expression.ts'
import { sayCall } from '#rules/words/call-in-words.ts'
import { dayInWords, listed, nameInWords, timeInWords } from '#rules/words/figures-in-words.ts'
import { sayTests } from '#rules/words/tests-in-words.ts'

/** What a pack says of its names, so that words can be the clause's own. */
export interface Lexicon {
  /** `the day on which the grievant knew` of `knew_on`; null: the name itself, with spaces. */
  readonly phrase: (name: string) => string | null
  /** `pupils` of `pupil_load`. */
  readonly unit: (name: string) => string | null
}

export const noLexicon: Lexicon = { phrase: () => null, unit: () => null }

/** The expression as plain English, for the working that a member reads: `the semester is the second and approved`. */
export function expressionInWords(it: Expression, lexicon: Lexicon = noLexicon): string {
  const say = (part: Expression): string => expressionInWords(part, lexicon)
  switch (it.is) {
    case 'number': return it.money ? printAmount(it.text) : it.text
    case 'text': return sayText(it.text)
    case 'boolean': return it.value ? 'yes' : 'no'
    case 'null': return 'nothing'
    case 'date': return dayInWords(it.text)
    case 'time': return timeInWords(it.text)
    case 'name': return lexicon.phrase(it.name) ?? nameInWords(it.name)
    case 'negative': return it.of.is === 'number' ? `-${say(it.of)}` : `minus ${say(it.of)}`
    case 'binary': return sayBinary(it, lexicon)
    case 'if': return isGuarded(it) ? say(it.else) : `${it.then.is === 'if' ? `(${say(it.then)})` : say(it.then)} if ${say(it.test)}, otherwise ${say(it.else)}`
    case 'in': return testsInWords(it.value, it.tests, lexicon)
    case 'list': return it.items.length === 0 ? 'none' : listed(it.items.map(say), 'and')
    case 'record': return listed(it.fields.map(field => `${nameInWords(field.name)} ${say(field.value)}`), 'and')
    case 'field': return `the ${nameInWords(it.name)} of ${say(it.of)}`
    case 'filter': return sayFilter(it, lexicon)
    case 'for': return `${it.body.is === 'if' ? `(${say(it.body)})` : say(it.body)} for each ${nameInWords(it.name)} of ${say(it.list)}`
    case 'some': case 'every': return `for ${it.is === 'some' ? 'at least one' : 'every'} ${nameInWords(it.name)} of ${say(it.list)}, ${say(it.test)}`
    case 'call': return it.name === 'not' && it.arguments[0] !== undefined ? sayNot(it.arguments[0].value, lexicon) : sayCall(it, say)
    case 'function': return say(it.body)
  }
}

/** Tests of a value in words: `more than 181 pupils`, `the semester is the second`, `between 175 and 178`; empty where everything fits. */
export function testsInWords(value: Expression, tests: UnaryTests, lexicon: Lexicon = noLexicon): string {
  const unit = value.is === 'name' ? lexicon.unit(value.name) : null
  const subject = expressionInWords(value, lexicon).replace(/^the /, '')
  return sayTests(tests, { subject, unit, value: part => expressionInWords(part, lexicon) })
}

const joined: Readonly<Partial<Record<BinarySign, string>>> = { '+': '+', '-': '−', '*': '×', '/': '÷', '**': 'to the power of' }

function sayBinary(it: Expression & { is: 'binary' }, lexicon: Lexicon): string {
  const { sign, left, right } = it
  if (sign === 'and' || sign === 'or') return sayBoth(left, sign, right, lexicon)
  const join = joined[sign]
  if (join !== undefined) return `${sayPart(left, sign, false, lexicon)} ${join} ${sayPart(right, sign, true, lexicon)}`
  if (sign === '=' || sign === '!=') return testsInWords(left, { not: sign === '!=', any: [{ is: 'equals', value: right }] }, lexicon)
  return testsInWords(left, { not: false, any: [{ is: 'compare', sign: sign as '<', value: right }] }, lexicon)
}

/** `and` and `or` mixed are parted by a comma, so that no bracket has to be said. */
function sayBoth(left: Expression, sign: 'and' | 'or', right: Expression, lexicon: Lexicon): string {
  const mixed = [left, right].some(part => part.is === 'binary' && (part.sign === 'and' || part.sign === 'or') && part.sign !== sign)
  return `${expressionInWords(left, lexicon)}${mixed ? ', ' : ' '}${sign} ${expressionInWords(right, lexicon)}`
}

const tightness: Readonly<Partial<Record<BinarySign, number>>> = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 3 }

/** What must stay together keeps its brackets: `(a + b) × 2`, `a − (b − c)`. */
function sayPart(part: Expression, within: BinarySign, isRight: boolean, lexicon: Lexicon): string {
  const words = expressionInWords(part, lexicon)
  const own = part.is === 'binary' ? (tightness[part.sign] ?? 0) : part.is === 'if' ? 0 : 9
  const outer = tightness[within] ?? 0
  return own < outer || (isRight && own === outer) ? `(${words})` : words
}

/** A word of a choice or an address of a clause stands as it is; other texts in quotes. */
function sayText(text: string): string {
  return /^[\w.()-]+$/.test(text) ? nameInWords(text) : `“${text}”`
}

/** `if x = null then false else x`: true only where it is there and true, which the name alone says. */
function isGuarded(it: Expression & { is: 'if' }): boolean {
  const { test, then, else: otherwise } = it
  return test.is === 'binary' && test.sign === '=' && test.right.is === 'null' && then.is === 'boolean' && !then.value && printExpression(test.left) === printExpression(otherwise)
}

/** In the condition the element's own fields stand by their names. */
function sayFilter(it: Expression & { is: 'filter' }, lexicon: Lexicon): string {
  const of = expressionInWords(it.of, lexicon)
  if (it.by.is === 'number') return it.by.text === '1' ? `the first of ${of}` : `number ${it.by.text} of ${of}`
  if (it.by.is === 'negative' && it.by.of.is === 'number') return it.by.of.text === '1' ? `the last of ${of}` : `number ${it.by.of.text} from the end of ${of}`
  const by = changeExpression(it.by, part => (part.is === 'field' && part.of.is === 'name' && part.of.name === 'item' ? { is: 'name', name: part.name, at: part.at } : part))
  return `${of} where ${expressionInWords(by, lexicon)}`
}

function sayNot(it: Expression, lexicon: Lexicon): string {
  if (it.is === 'name' || it.is === 'field') return `not ${expressionInWords(it, lexicon)}`
  if (it.is === 'in') return testsInWords(it.value, { not: !it.tests.not, any: it.tests.any }, lexicon)
  if (it.is === 'binary' && (it.sign === '=' || it.sign === '!=')) return sayBinary({ ...it, sign: it.sign === '=' ? '!=' : '=' }, lexicon)
  const words = expressionInWords(it, lexicon)
  // `the name is among the needed` and the like turn on their verb.
  return it.is === 'call' && / is /.test(words) ? words.replace(' is ', ' is not ') : `it is not so that ${words}`
}

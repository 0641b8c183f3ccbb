import { parseCivilDay } from '#plain/civil-day.ts'
import type { Core, CoreType } from '#rules/core/core.ts'
import { aDay, aTime, surely, typeInWords, words } from '#rules/core/core-types.ts'
import { divided, unified } from '#rules/core/convert.ts'
import { added, multiplied, negated, ordered, raised } from '#rules/core/lower-arithmetic.ts'
import { lowerCall } from '#rules/core/lower-call.ts'
import { equality } from '#rules/core/lower-equality.ts'
import { lowerFilter, lowerFor, lowerList, lowerRecord, lowerSome } from '#rules/core/lower-lists.ts'
import { lowerField, lowerName } from '#rules/core/lower-names.ts'
import { asksForNull, lowerTests } from '#rules/core/lower-tests.ts'
import { type Lowering, nameOf, refuse, type Scope } from '#rules/core/lowering.ts'
import { both, constantNumber, either, ifElse, no, not, nullConstant, yes } from '#rules/core/make-core.ts'
import { never, sureWhen, surer } from '#rules/core/nulls.ts'
import type { Expression } from '#rules/feel/expression.ts'

/** One expression with its names resolved and its types checked. */
export function lowerExpression(lowering: Lowering, it: Expression, scope: Scope, expected: CoreType | null): Core {
  switch (it.is) {
    case 'number':
      return numberConstant(lowering, it.text, it.money || (expected?.is === 'number' && expected.money))
    case 'text':
      return textConstant(lowering, it.text, expected)
    case 'boolean':
      return it.value ? yes : no
    case 'null':
      return nullConstant
    case 'date':
      return dayConstant(lowering, it.text)
    case 'time':
      return timeConstant(lowering, it.text)
    case 'name':
      return lowerName(lowering, it.name, scope, expected)
    case 'negative':
      return negated(lowering, used(lowering, it.of, scope, expected))
    case 'binary':
      return lowerBinary(lowering, it, scope)
    case 'if':
      return lowerIf(lowering, it, scope, expected)
    case 'in':
      return lowerTests(lowering, it.value, asksForNull(it.tests) ? lowering.orNull(it.value, scope) : lowering.lower(it.value, scope), it.tests, scope)
    case 'list':
      return lowerList(lowering, it, scope, expected)
    case 'record':
      return lowerRecord(lowering, it, scope, expected)
    case 'field':
      return lowerField(lowering, it, scope)
    case 'filter':
      return lowerFilter(lowering, it, scope)
    case 'for':
      return lowerFor(lowering, it, scope, expected)
    case 'some':
    case 'every':
      return lowerSome(lowering, it, scope)
    case 'call':
      return lowerCall(lowering, it, scope, expected)
    case 'function':
      return refuse(lowering, 'rules/function-alone', 'A function stands where a value is needed.', 'A function goes only into sort(list, function(a, b) …).')
  }
}

/** A value that is used: never null. */
function used(lowering: Lowering, it: Expression, scope: Scope, expected: CoreType | null = null): Core {
  return never(lowering, lowering.lower(it, scope, expected), scope, it)
}

function yesOrNo(lowering: Lowering, it: Expression, scope: Scope): Core {
  const core = used(lowering, it, scope)
  if (core.type.is === 'boolean' || core.op === 'not covered') return core
  return refuse(lowering, 'rules/not-yes-no', `${nameOf(it)} (${typeInWords(core.type)}) stands where a yes or no is needed.`, 'Compare it with something.')
}

function numberConstant(lowering: Lowering, text: string, money: boolean): Core {
  const read = money ? lowering.book.amounts : lowering.book.figures
  const known = read.get(text)
  if (known !== undefined) return known
  const made = figureOf(lowering, text, money)
  read.set(text, made)
  return made
}

function figureOf(lowering: Lowering, text: string, money: boolean): Core {
  const match = /^\$?(\d*)(?:\.(\d+))?$/.exec(text.replaceAll(',', ''))
  if (match === null) return refuse(lowering, 'rules/not-a-number', `${text} is no number.`, 'Write figures, with a point before decimals.')
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  const value = Number(`${match[1] ?? ''}${decimals}`)
  const per = 10 ** decimals.length
  if (!Number.isSafeInteger(value) || value >= 2 ** 50 || per > 1e12) return refuse(lowering, 'rules/too-large', `${text} is too large or too fine to be kept exactly.`, 'Use fewer figures.')
  if (!money) return constantNumber(value, per)
  return per <= 100 ? constantNumber(value * (100 / per), 100, true) : constantNumber(value, per, true)
}

function textConstant(lowering: Lowering, text: string, expected: CoreType | null): Core {
  if (expected?.is === 'choice') {
    if (!expected.of.includes(text)) return refuse(lowering, 'rules/no-such-choice', `"${text}" is none of the choices ${expected.of.join(', ')}.`, 'Use one of them.')
    return { op: 'constant', value: text, type: surely(expected) }
  }
  return { op: 'constant', value: text, type: words }
}

function dayConstant(lowering: Lowering, text: string): Core {
  const day = parseCivilDay(text)
  if (day === null) return refuse(lowering, 'rules/no-such-day', `${text} is no day of the calendar.`, 'Write a day as 2010-11-01.')
  return { op: 'constant', value: day, type: aDay }
}

function timeConstant(lowering: Lowering, text: string): Core {
  const match = /^(\d{2}):(\d{2})(?::00)?$/.exec(text)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || hour > 23 || minute > 59) return refuse(lowering, 'rules/no-such-time', `${text} is no time of day.`, 'Write a time as 08:30.')
  return { op: 'constant', value: hour * 60 + minute, type: aTime }
}

function lowerIf(lowering: Lowering, it: Extract<Expression, { is: 'if' }>, scope: Scope, expected: CoreType | null): Core {
  const test = yesOrNo(lowering, it.test, scope)
  const then = lowering.lower(it.then, surer(scope, sureWhen(test, true)), expected)
  const otherwise = lowering.lower(it.else, surer(scope, sureWhen(test, false)), expected)
  const { type, cores } = unified(lowering, [then, otherwise], 'The branches of this if')
  return ifElse(test, cores[0] ?? then, cores[1] ?? otherwise, type)
}

type Binary = Extract<Expression, { is: 'binary' }>

function lowerBinary(lowering: Lowering, it: Binary, scope: Scope): Core {
  switch (it.sign) {
    case 'and':
    case 'or': {
      const left = yesOrNo(lowering, it.left, scope)
      const right = yesOrNo(lowering, it.right, surer(scope, sureWhen(left, it.sign === 'and')))
      return it.sign === 'and' ? both(left, right) : either(left, right)
    }
    case '=':
      return equality(lowering, it, scope)
    case '!=':
      return not(equality(lowering, it, scope))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(lowering, it.sign, used(lowering, it.left, scope), used(lowering, it.right, scope), [nameOf(it.left), nameOf(it.right)])
    default:
      return arithmetic(lowering, it, used(lowering, it.left, scope), used(lowering, it.right, scope))
  }
}

function arithmetic(lowering: Lowering, it: Binary, left: Core, right: Core): Core {
  switch (it.sign) {
    case '+':
      return added(lowering, 'add', left, right)
    case '-':
      return added(lowering, 'subtract', left, right)
    case '*':
      return multiplied(lowering, left, right)
    case '/':
      return divided(lowering, left, right)
    default:
      return raised(lowering, left, right)
  }
}

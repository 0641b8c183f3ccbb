import type { Core, CoreType } from '#rules/core/core.ts'
import { aDay, aTime, typeInWords, words, yesNo } from '#rules/core/core-types.ts'
import { argument, argumentOf, type Call, expressionAt, refuseCount, wholeArgument } from '#rules/core/call-arguments.ts'
import { type Lowering, nameOf, refuse } from '#rules/core/lowering.ts'
import { call as made, constantNumber } from '#rules/core/make-core.ts'

/** Functions with fixed types: texts, days, times, school years. */

type Takes = 'text' | 'day' | 'time' | 'whole' | 'texts'

interface Form {
  readonly takes: readonly Takes[]
  /** How many of the last ones may be left out. */
  readonly may?: number
  readonly gives: CoreType
  /** Reads how the pack writes a school year. */
  readonly year?: true
}

const texts: CoreType = { is: 'list', items: words, orNull: false }
const weekday: CoreType = { is: 'choice', of: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], orNull: false }

function wholeFrom(low: number, high: number): CoreType {
  return { is: 'number', per: 1, money: false, low, high, orNull: false }
}

const forms: Readonly<Record<string, Form>> = {
  'string length': { takes: ['text'], gives: wholeFrom(0, 2 ** 30) },
  substring: { takes: ['text', 'whole', 'whole'], may: 1, gives: words },
  'upper case': { takes: ['text'], gives: words },
  'lower case': { takes: ['text'], gives: words },
  contains: { takes: ['text', 'text'], gives: yesNo },
  'starts with': { takes: ['text', 'text'], gives: yesNo },
  'ends with': { takes: ['text', 'text'], gives: yesNo },
  'string join': { takes: ['texts', 'text'], may: 1, gives: words },
  split: { takes: ['text', 'text'], gives: texts },
  number: { takes: ['text'], gives: { is: 'number', per: 10000, money: false, low: -1e13, high: 1e13, orNull: false } },
  'day of week': { takes: ['day'], gives: weekday },
  'add days': { takes: ['day', 'whole'], gives: aDay },
  'add months': { takes: ['day', 'whole'], gives: aDay },
  'add years': { takes: ['day', 'whole'], gives: aDay },
  'end of month': { takes: ['day'], gives: aDay },
  'start of month': { takes: ['day'], gives: aDay },
  'days apart': { takes: ['day', 'day'], gives: wholeFrom(-4e6, 4e6) },
  'months apart': { takes: ['day', 'day'], gives: wholeFrom(-2e5, 2e5) },
  'years apart': { takes: ['day', 'day'], gives: wholeFrom(-1e4, 1e4) },
  'month text': { takes: ['day'], gives: words },
  'add minutes': { takes: ['time', 'whole'], gives: aTime },
  'minutes apart': { takes: ['time', 'time'], gives: wholeFrom(-1440, 1440) },
  'school year': { takes: ['day'], gives: words, year: true },
  'school year start': { takes: ['text'], gives: aDay, year: true },
  'school year end': { takes: ['text'], gives: aDay, year: true },
  'next school year': { takes: ['text', 'whole'], gives: words, year: true },
  'first year of': { takes: ['text'], gives: wholeFrom(1, 9998) },
}

export function lowerPlainCall(lowering: Lowering, call: Call): Core | null {
  if (call.name === 'string') return stringOf(lowering, call)
  if (call.name === 'date') return dateOf(lowering, call)
  if (call.name === 'time') return fromText(lowering, call, 'time from text', aTime)
  const form = forms[call.name]
  if (form === undefined) return null
  refuseCount(lowering, call, form.takes.length - (form.may ?? 0), form.takes.length, `${call.name}(${form.takes.join(', ')})`)
  const taken = call.arguments.map((_, at) => taking(lowering, call, at, form.takes[at] ?? 'text'))
  return made(call.name, form.gives, form.year === true ? [...taken, ...yearForm(lowering)] : taken)
}

function taking(lowering: Lowering, call: Call, at: number, takes: Takes): Core {
  if (takes === 'whole') return wholeArgument(lowering, call, at)
  if (takes === 'day') return argumentOf(lowering, call, at, ['date'], 'a day')
  if (takes === 'time') return argumentOf(lowering, call, at, ['time'], 'a time')
  if (takes === 'text') return argumentOf(lowering, call, at, ['text', 'choice'], 'a text')
  const list = argument(lowering, call, at)
  if (list.type.is === 'list' && (list.type.items.is === 'text' || list.type.items.is === 'choice' || list.type.items.is === 'nothing')) return list
  return refuse(lowering, 'rules/wrong-type', `${call.name}(…) needs a list of texts where ${nameOf(expressionAt(call, at))} (${typeInWords(list.type)}) stands.`, 'Give it a list of texts.')
}

/** How the pack writes a school year, and the month and day on which it begins. */
export function yearForm(lowering: Lowering): readonly Core[] {
  const { written, beginsMonth, beginsDay } = lowering.book.rules.schoolYear
  return [{ op: 'constant', value: written, type: words }, constantNumber(beginsMonth, 1), constantNumber(beginsDay, 1)]
}

function stringOf(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 1, 1, 'string(x)')
  const of = argument(lowering, call, 0)
  switch (of.type.is) {
    case 'number':
      return made('text of number', words, [of, constantNumber(of.type.per, 1)])
    case 'date':
      return made('text of day', words, [of])
    case 'time':
      return made('text of time', words, [of])
    case 'boolean':
      return made('text of yes or no', words, [of])
    case 'text':
    case 'choice':
      return { ...of, type: words } as Core
    default:
      return refuse(lowering, 'rules/wrong-type', `string(…) of ${typeInWords(of.type)}.`, 'Give it a number, a day, a time, a yes or no, or a text; round a fraction first.')
  }
}

function dateOf(lowering: Lowering, call: Call): Core {
  if (call.arguments.length === 1) return fromText(lowering, call, 'date from text', aDay)
  refuseCount(lowering, call, 3, 3, 'date(year, month, day)')
  return made('date', aDay, [0, 1, 2].map((at) => wholeArgument(lowering, call, at)))
}

function fromText(lowering: Lowering, call: Call, name: string, type: CoreType): Core {
  refuseCount(lowering, call, 1, 1, `${call.name}("…")`)
  return made(name, type, [argumentOf(lowering, call, 0, ['text', 'choice'], 'a text')])
}

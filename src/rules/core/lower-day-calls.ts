import type { Core, CoreType } from '#rules/core/core.ts'
import { aDay, words, yesNo } from '#rules/core/core-types.ts'
import { argument, argumentOf, type Call, expressionAt, refuseCount, wholeArgument } from '#rules/core/call-arguments.ts'
import { type Lowering, nameOf, refuse } from '#rules/core/lowering.ts'
import { call as made, ifElse, same } from '#rules/core/make-core.ts'
import { yearForm } from '#rules/core/lower-plain-calls.ts'
import { resolves } from '#rules/core/resolves.ts'

/** Functions that count in a kind of day. The kind is a bare word; where a fact or value of a choice stands for it, each of its words is tried. */

const days: CoreType = { is: 'number', per: 1, money: false, low: 0, high: 4e6, orNull: false }
const listOfDays: CoreType = { is: 'list', items: aDay, orNull: false }

type Form = { readonly takes: readonly ('day' | 'whole' | 'text')[]; readonly gives: CoreType; readonly form: string }

// The kind stands last.
const forms: Readonly<Record<string, Form>> = {
  'days after': { takes: ['day', 'whole'], gives: aDay, form: 'days after(day, n, kind)' },
  'days before': { takes: ['day', 'whole'], gives: aDay, form: 'days before(day, n, kind)' },
  'days between': { takes: ['day', 'day'], gives: days, form: 'days between(a, b, kind)' },
  'days from': { takes: ['day', 'day'], gives: days, form: 'days from(a, b, kind)' },
  'is day': { takes: ['day'], gives: yesNo, form: 'is day(day, kind)' },
  'day on or after': { takes: ['day'], gives: aDay, form: 'day on or after(day, kind)' },
  'day on or before': { takes: ['day'], gives: aDay, form: 'day on or before(day, kind)' },
  'list days': { takes: ['day', 'day'], gives: listOfDays, form: 'list days(a, b, kind)' },
  'first day': { takes: ['text'], gives: aDay, form: 'first day(school_year, kind)' },
  'last day': { takes: ['text'], gives: aDay, form: 'last day(school_year, kind)' },
}

export function lowerDayCall(lowering: Lowering, call: Call): Core | null {
  if (call.name === 'calendar date') return namedDate(lowering, call)
  const form = forms[call.name]
  if (form === undefined) return null
  refuseCount(lowering, call, form.takes.length + 1, form.takes.length + 1, form.form)
  const values = form.takes.map((takes, at) => (takes === 'day' ? argumentOf(lowering, call, at, ['date'], 'a day') : takes === 'whole' ? wholeArgument(lowering, call, at) : argumentOf(lowering, call, at, ['text', 'choice'], 'a school year')))
  const kind = expressionAt(call, form.takes.length)
  if (kind.is === 'text') return counted(lowering, call.name, form, values, kind.text)
  if (kind.is === 'name' && !resolves(lowering, kind.name, call.scope)) return counted(lowering, call.name, form, values, kind.name)
  const chosen = argument(lowering, call, form.takes.length)
  if (chosen.type.is !== 'choice') return refuse(lowering, 'rules/kind-of-day', `${call.name}(…) needs a kind of day where ${nameOf(kind)} stands.`, 'Write the kind as a word (`work`), or give it a fact that is a choice of kinds.')
  return chosen.type.of.map((word) => ({ word, core: counted(lowering, call.name, form, values, word) })).reduceRight<Core | null>((rest, { word, core }) => (rest === null ? core : ifElse(same(chosen, { op: 'constant', value: word, type: chosen.type }), core, rest, form.gives)), null)
}

function counted(lowering: Lowering, name: string, form: Form, values: readonly Core[], kind: string): Core {
  // The calendar days of a school year are those that agreement.yaml says.
  if (kind === 'calendar' && name === 'first day') return made('school year start', form.gives, [...values, ...yearForm(lowering)])
  if (kind === 'calendar' && name === 'last day') return made('school year end', form.gives, [...values, ...yearForm(lowering)])
  if (kind !== 'calendar') lowering.kinds.add(kind)
  return made(name, form.gives, values, kind)
}

function namedDate(lowering: Lowering, call: Call): Core {
  refuseCount(lowering, call, 2, 2, 'calendar date(school_year, name)')
  const name = expressionAt(call, 1)
  const year = argumentOf(lowering, call, 0, ['text', 'choice'], 'a school year')
  const bare = name.is === 'name' && !resolves(lowering, name.name, call.scope)
  const named: Core = bare ? { op: 'constant', value: name.name, type: words } : argumentOf(lowering, call, 1, ['text', 'choice'], 'the name of a date of the calendar')
  return made('calendar date', aDay, [year, named])
}

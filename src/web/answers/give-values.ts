import type { ReadingAnswer } from '#determinations/determination.ts'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import { spaced } from '#determinations/value-in-words.ts'
import type { GiveSlot } from '#rules/core/core.ts'
import type { AnswerView, NamedValue, ReadingView } from '#web/answers/answer-shapes.ts'
import { capital, sayValue } from '#web/answers/say-value.ts'

/** The values of an answer in words, each under its name. */

type Values = Readonly<Record<string, unknown>> | null

/** What a person came for: a day, else an amount, else the first that holds anything. */
export function headlineOf(value: Values, loaded: LoadedDecision): AnswerView['headline'] {
  if (value === null) return null
  const held = Object.keys(value).filter((name) => value[name] !== null && !isTable(value[name]))
  const name = held.find((it) => kindOf(loaded, it) === 'date') ?? held.find((it) => kindOf(loaded, it) === 'money') ?? held[0]
  return name === undefined ? null : { name: capital(spaced(name)), value: capital(withUnit(value[name], name, loaded)) }
}

/** The values in the order of the rule. */
export function namedValues(value: Values, loaded: LoadedDecision): readonly NamedValue[] {
  return Object.entries(value ?? {}).filter(([name, it]) => it !== null || !waitsForFact(name, loaded)).map(([name, it]) => ({ name: capital(spaced(name)), value: isTable(it) ? '' : withUnit(it, name, loaded), table: isTable(it) ? tableOf(it) : null }))
}

export function readingViews(readings: readonly ReadingAnswer[], loaded: LoadedDecision): readonly ReadingView[] {
  return readings.map(({ says, value }) => ({
    says: capital(says),
    values: Object.entries(value).map(([name, it]) => ({
      name: capital(spaced(name)),
      value: withUnit(it, name, loaded),
      differs: readings.some((other) => JSON.stringify(other.value[name]) !== JSON.stringify(it)),
    })),
  }))
}

/** An answer that nobody asked for: it is nothing as long as an optional fact is left out. */
function waitsForFact(name: string, { decision }: LoadedDecision): boolean {
  return (decision.gives.find((give) => give.name === name)?.nullWithout.length ?? 0) > 0
}

/** `4 days`, where the rule names the unit. */
function withUnit(value: unknown, name: string, loaded: LoadedDecision): string {
  const unit = loaded.decision.gives.find((give) => give.name === name)?.unit ?? null
  if (value === null) return 'none'
  const words = sayValue(value, kindOf(loaded, name))
  if (typeof value !== 'number' || unit === null || words.startsWith('$') || words.endsWith('%')) return words
  return `${words} ${value === 1 ? spaced(unit).replace(/s$/, '') : spaced(unit)}`
}

function kindOf({ program }: LoadedDecision, name: string): GiveSlot['as'] | undefined {
  return program?.gives.find((give) => give.name === name)?.as
}

function isTable(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every((it) => typeof it === 'object' && it !== null && !Array.isArray(it))
}

function tableOf(records: readonly Readonly<Record<string, unknown>>[]): NonNullable<NamedValue['table']> {
  const names = [...new Set(records.flatMap((it) => Object.keys(it)))]
  return { head: names.map((name) => capital(spaced(name))), rows: records.map((it) => names.map((name) => sayValue(it[name]))) }
}

import { decide, type Prepared, type Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import { factStep, type FactStep } from '#determinations/fact-step.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { runnerOf } from '#determinations/runner.ts'
import { dollars, spaced, valueInWords } from '#determinations/value-in-words.ts'
import type { FactValues, Ran } from '#rules/core/running.ts'
import type { Fact } from '#rules/rule-book.ts'

/** The nearest change: how little more or less of one fact would change the answer. Found by running the same rule, so that it is never a guess. */
export interface NearestChange {
  readonly fact: string
  readonly direction: 'more' | 'less'
  /** The fact as it would be, as JSON. */
  readonly to: unknown
  /** Whole or decimal units, dollars, or days. */
  readonly by: number
  /** What would be different: by answer, now and so. */
  readonly answers: readonly { readonly name: string; readonly now: unknown; readonly would: unknown }[]
  /** `3 more semester units: class D instead of C, salary $2,798 more ($69,941).` */
  readonly says: string
}

/** For each number and date that was given, the nearest change in either direction. A fact of which the answer is a smooth function has one only where another row or branch begins. */
export function nearestChanges(pack: LoadedPack, question: Question, prepared: Prepared, plain: readonly number[], answer: Determination): readonly NearestChange[] {
  return prepared.decision.facts.flatMap((fact) => {
    const at = prepared.program.facts.findIndex((slot) => slot.name === fact.name)
    const type = prepared.program.facts[at]?.type
    const step = type === undefined ? null : factStep(fact, type, prepared.facts[at])
    if (step === null) return []
    return (['more', 'less'] as const).flatMap((direction) => {
      const found = nearestStored(prepared, plain, at, step, direction)
      return found === null ? [] : changeAt(pack, question, fact, step, found, direction, answer)
    })
  })
}

/** The nearest stored value of the fact at which the run comes out otherwise; null where none is found. */
function nearestStored(prepared: Prepared, plain: readonly number[], at: number, step: FactStep, direction: 'more' | 'less'): number | null {
  const runner = runnerOf(prepared.program, plain)
  const sign = direction === 'more' ? step.size : -step.size
  const inside = (count: number): boolean => step.value + sign * count >= step.low && step.value + sign * count <= step.high
  if (!inside(1)) return null
  const now = runner.run(prepared.facts, prepared.around)
  // Where one step changes the figures only, they follow the fact smoothly: another row, or an answer that is no figure, is looked for.
  const first = runner.run(changed(prepared.facts, at, step.value + sign), prepared.around)
  const smooth = outcome(now) !== outcome(first) && kindOfAnswer(now) === kindOfAnswer(first)
  const tell = smooth ? kindOfAnswer : outcome
  const before = tell(now)
  // Where there it would turn on something that is not known, it is looked for farther on.
  const told = (value: number): string => {
    const ran = runner.run(changed(prepared.facts, at, value), prepared.around)
    return ran.status === 'answered' ? tell(ran) : before
  }
  let [same, other] = [0, 1]
  while (told(step.value + sign * other) === before) {
    same = other
    if (other >= step.mostSteps) return null
    other = Math.min(other * 2, step.mostSteps)
    while (other > same && !inside(other)) other -= Math.max(1, Math.ceil((other - same) / 2))
    if (other <= same) return null
  }
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (told(step.value + sign * middle) === before) same = middle
    else other = middle
  }
  return step.value + sign * other
}

function changed(facts: FactValues, at: number, value: number): FactValues {
  return facts.with(at, value)
}

function outcome(ran: Ran): string {
  return ran.status === 'answered' ? JSON.stringify(ran.value) : 'none'
}

/** The rows that fired, and the answers with every figure and day alike: what a person would call another answer. */
function kindOfAnswer(ran: Ran): string {
  if (ran.status !== 'answered') return 'none'
  return `${JSON.stringify(ran.path)} ${JSON.stringify(ran.value, (_key, value: unknown) => (typeof value === 'number' ? 0 : value))}`
}

/** The change in words; none where the rule has no answer there, or the answer stays as it is. */
function changeAt(pack: LoadedPack, question: Question, fact: Fact, step: FactStep, stored: number, direction: 'more' | 'less', answer: Determination): readonly NearestChange[] {
  const to = step.out(stored)
  const other = decide(pack, { ...question, input: { ...question.input, [fact.name]: to } })
  if (answer.value === null || other.value === null) return []
  const answers = Object.entries(answer.value).flatMap(([name, now]) => (JSON.stringify(now) === JSON.stringify(other.value?.[name]) ? [] : [{ name, now, would: other.value?.[name] }]))
  if (answers.length === 0) return []
  const by = Math.abs(stored - step.value) / step.per
  const money = new Set(pack.decisions.get(question.decision)?.program?.gives.filter((give) => give.as === 'money').map((give) => give.name))
  const words = answers.map((it) => differenceInWords(it, money.has(it.name))).join(', ')
  return [{ fact: fact.name, direction, to, by, answers, says: `${amountInWords(fact, by, direction)} (${valueInWords(to, fact.type.is === 'money' ? 'money' : undefined)}): ${words}.` }]
}

function amountInWords(fact: Fact, by: number, direction: 'more' | 'less'): string {
  if (fact.type.is === 'date') return `${by} ${by === 1 ? 'day' : 'days'} ${direction === 'more' ? 'later' : 'earlier'} for ${spaced(fact.name)}`
  if (fact.type.is === 'money') return `${dollars(by)} ${direction} ${spaced(fact.name)}`
  return `${by} ${direction === 'less' && fact.type.is === 'integer' ? 'fewer' : direction} ${spaced(fact.name)}`
}

function differenceInWords({ name, now, would }: NearestChange['answers'][number], money: boolean): string {
  if (typeof now === 'number' && typeof would === 'number' && money) {
    const apart = Math.round((would - now) * 100) / 100
    return `${spaced(name)} ${dollars(Math.abs(apart))} ${apart > 0 ? 'more' : 'less'} (${dollars(would)})`
  }
  return `${spaced(name)} ${valueInWords(would)} instead of ${valueInWords(now)}`
}

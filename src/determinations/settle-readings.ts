import { answerOut } from '#determinations/answers-out.ts'
import type { Determination, ReadingAnswer } from '#determinations/determination.ts'
import type { SchoolYearForm } from '#calendar/school-year.ts'
import { whyNoAnswer } from '#determinations/reading-in-trouble.ts'
import { hasPlainReading, type OtherRun, type ReadingsRun } from '#determinations/run-readings.ts'
import type { Program, Step } from '#rules/core/core.ts'
import type { Ran } from '#rules/core/running.ts'

/** What the runs by the several readings come to: one answer that all share, or the list of those that differ. */

export type Settled = Pick<Determination, 'value' | 'readings' | 'warnings'> & { readonly status: 'determined' | 'contested' }

type Value = Readonly<Record<string, unknown>>

type Matters = readonly (readonly [Step, readonly Rival[]])[]

/** What another reading of a step comes to; `noAnswer`: why it has no answer there. */
interface Rival {
  readonly reading: number
  readonly value: Value
  readonly noAnswer: string | null
}

/** Readings that give equal answers are told as one. A reading that turns on a fact not given is told in a warning; one that has no answer differs from every other. */
export function settleReadings(program: Program, run: ReadingsRun, asOf: number | null, years: SchoolYearForm): Settled {
  const plain = valueOf(program, run.ran)
  const open = new Map<Step, Rival[]>()
  const warnings: { clause: string | null; says: string }[] = []
  for (const other of run.others) {
    if (other.ran.status === 'needs') {
      warnings.push({ clause: other.step.clauses[0] ?? null, says: unknownReading(program, other, other.ran) })
      continue
    }
    const rival = { reading: other.reading, value: valueOf(program, other.ran), noAnswer: whyNoAnswer(other.ran, asOf, years) }
    open.set(other.step, [...(open.get(other.step) ?? []), rival])
  }
  const matters = [...open].filter(([, found]) => found.some((it) => it.noAnswer !== null || !same(it.value, plain)))
  if (matters.length === 0) return { status: 'determined', value: plain, readings: [], warnings }
  return { status: 'contested', value: sharedValue(plain, matters), readings: told(program, run, plain, matters), warnings }
}

function valueOf(program: Program, ran: Ran): Value {
  const stored = ran.status === 'answered' ? ran.value : []
  return Object.fromEntries(program.gives.map((give, at) => [give.name, answerOut(stored[at], give.type)]))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The plain answer; where a step has no plain reading, answers on which its readings differ are null. */
function sharedValue(plain: Value, matters: Matters): Value {
  const rivals = matters.filter(([step]) => !hasPlainReading(step)).flatMap(([, found]) => found.map((it) => it.value))
  return Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, rivals.every((rival) => same(rival[name], value)) ? value : null]))
}

function told(program: Program, run: ReadingsRun, plain: Value, matters: Matters): readonly ReadingAnswer[] {
  const first = matters.map(([step]) => step.readings[run.plain[program.steps.indexOf(step)] ?? 0])
  const answers: ReadingAnswer[] = [{ id: first.map((it) => it?.id).join('+'), says: first.map((it) => it?.says).join('; '), value: plain }]
  for (const [step, found] of matters) {
    for (const { reading, value, noAnswer } of found) {
      const { id, says } = step.readings[reading] ?? { id: String(reading), says: '' }
      if (noAnswer !== null) {
        answers.push({ id, says: `${says} (by which there is no answer: ${noAnswer})`, value })
        continue
      }
      const twin = answers.findIndex((it) => same(it.value, value))
      const known = answers[twin]
      if (known === undefined) answers.push({ id, says, value })
      // With the plain reading's answer the words of its own step are enough.
      else if (twin > 0) answers[twin] = { ...known, says: `${known.says}; or: ${says}` }
      else if (matters.length === 1) answers[twin] = { ...known, says: `${known.says}; or: ${says}` }
    }
  }
  return answers
}

function unknownReading(program: Program, { step, reading }: OtherRun, ran: Extract<Ran, { status: 'needs' }>): string {
  const says = step.readings[reading]?.says ?? ''
  const names = [...ran.facts.map((at) => program.facts[at]?.name ?? ''), ...(ran.asOf ? ['asOf'] : [])]
  return `By another reading (${says}) it turns on ${names.join(', ')}, which was not given; the answer may be another.`
}

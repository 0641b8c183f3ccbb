import { answerOut } from '#determinations/answers-out.ts'
import type { Determination, ReadingAnswer } from '#determinations/determination.ts'
import { hasPlainReading, type OtherRun, type ReadingsRun } from '#determinations/run-readings.ts'
import type { Program, Step } from '#rules/core/core.ts'
import type { Ran } from '#rules/core/running.ts'

/** What the runs by the several readings come to: one answer that all share, or the list of those that differ. */

export type Settled = Pick<Determination, 'value' | 'readings' | 'warnings'> & { readonly status: 'determined' | 'contested' }

type Value = Readonly<Record<string, unknown>>

/** Readings that give equal answers are told as one. A reading that turns on a fact not given is told in a warning. */
export function settleReadings(program: Program, run: ReadingsRun): Settled {
  const plain = valueOf(program, run.ran)
  const open = new Map<Step, { reading: number; value: Value }[]>()
  const warnings: { clause: string | null; says: string }[] = []
  for (const other of run.others) {
    if (other.ran.status === 'needs' || other.ran.status === 'trouble') {
      warnings.push({ clause: other.step.clauses[0] ?? null, says: unknownReading(program, other) })
      continue
    }
    open.set(other.step, [...(open.get(other.step) ?? []), { reading: other.reading, value: valueOf(program, other.ran) }])
  }
  const matters = [...open].filter(([, found]) => found.some((it) => !same(it.value, plain)))
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
function sharedValue(plain: Value, matters: readonly (readonly [Step, readonly { value: Value }[]])[]): Value {
  const rivals = matters.filter(([step]) => !hasPlainReading(step)).flatMap(([, found]) => found.map((it) => it.value))
  return Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, rivals.every((rival) => same(rival[name], value)) ? value : null]))
}

function told(program: Program, run: ReadingsRun, plain: Value, matters: readonly (readonly [Step, readonly { reading: number; value: Value }[]])[]): readonly ReadingAnswer[] {
  const first = matters.map(([step]) => step.readings[run.plain[program.steps.indexOf(step)] ?? 0])
  const answers: ReadingAnswer[] = [{ id: first.map((it) => it?.id).join('+'), says: first.map((it) => it?.says).join('; '), value: plain }]
  for (const [step, found] of matters) {
    for (const { reading, value } of found) {
      const { id, says } = step.readings[reading] ?? { id: String(reading), says: '' }
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

function unknownReading(program: Program, { step, reading, ran }: OtherRun): string {
  const says = step.readings[reading]?.says ?? ''
  if (ran.status !== 'needs') return `By another reading (${says}) it cannot be worked out from what was given; the answer may be another.`
  const names = [...ran.facts.map((at) => program.facts[at]?.name ?? ''), ...(ran.asOf ? ['asOf'] : [])]
  return `By another reading (${says}) it turns on ${names.join(', ')}, which was not given; the answer may be another.`
}

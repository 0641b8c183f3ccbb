import { runnerOf } from '#determinations/runner.ts'
import type { Program, Step } from '#rules/core/core.ts'
import type { FactValues, Ran, Surroundings } from '#rules/core/running.ts'

/** Runs a decision once by its plain readings and once for each other reading, each contested step varied in turn. */

export interface ReadingsRun {
  /** By step, the body that the plain run took. */
  readonly plain: readonly number[]
  readonly ran: Ran
  readonly others: readonly OtherRun[]
}

export interface OtherRun {
  readonly step: Step
  /** Of `step.readings`. */
  readonly reading: number
  readonly ran: Ran
}

/** `settledOn` is the last day whose rulings are known; null where every recorded ruling counts. */
export function runReadings(program: Program, facts: FactValues, around: Surroundings, settledOn: number | null): ReadingsRun {
  const { plain, others } = readingChoices(program, around.asOf, settledOn)
  const ran = runnerOf(program, plain).run(facts, around)
  return { plain, ran, others: others.map(({ step, reading, bodies }) => ({ step, reading, ran: runnerOf(program, bodies).run(facts, around) })) }
}

export interface ReadingChoice {
  readonly step: Step
  /** Of `step.readings`. */
  readonly reading: number
  /** By step, the body that runs. */
  readonly bodies: readonly number[]
}

/** The plain choice of bodies, and each that takes another reading of one step that no ruling fixed. */
export function readingChoices(program: Program, asOf: number | null, settledOn: number | null): { readonly plain: readonly number[]; readonly others: readonly ReadingChoice[] } {
  const settled = program.steps.map((step) => settledReading(step, asOf, settledOn))
  const plain = settled.map((reading) => reading ?? 0)
  const others: ReadingChoice[] = []
  for (const [at, step] of program.steps.entries()) {
    if (step.bodies.length < 2 || settled[at] !== null) continue
    for (let reading = 1; reading < step.bodies.length; reading += 1) others.push({ step, reading, bodies: plain.with(at, reading) })
  }
  return { plain, others }
}

/** Runs several steps by other readings at once, up to `mostTogether` ways: what varying them one by one does not show. */
export function runTogether(program: Program, run: ReadingsRun, facts: FactValues, around: Surroundings): readonly Ran[] {
  const steps = [...new Set(run.others.map((it) => it.step))]
  if (steps.length < 2) return []
  let ways: (readonly number[])[] = [run.plain]
  for (const step of steps) {
    const at = program.steps.indexOf(step)
    ways = ways.flatMap((way) => [way, ...step.bodies.slice(1).map((_, body) => way.with(at, body + 1))])
    if (ways.length > 4 * mostTogether) break
  }
  const several = ways.filter((way) => way.filter((body, at) => body !== run.plain[at]).length > 1)
  return several.slice(0, mostTogether).map((way) => runnerOf(program, way).run(facts, around))
}

const mostTogether = 16

/** Whether one reading of the step is the plainer one; where none is, answers that differ have no value. */
export function hasPlainReading(step: Step): boolean {
  return step.readings.some((reading) => reading.plain)
}

/** The reading that a ruling fixed, where it was in force on the day asked and known by then; null where the step is still open. */
function settledReading(step: Step, asOf: number | null, settledOn: number | null): number | null {
  const ruling = step.ruling ?? null
  if (ruling === null) return null
  const { on } = ruling
  if (on !== null && asOf !== null && on > asOf) return null
  if (on !== null && settledOn !== null && on > settledOn) return null
  return ruling.reading
}

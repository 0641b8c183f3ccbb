import type { Program } from '#rules/core/core.ts'
import { Halt } from '#rules/core/halt.ts'
import { mixPath, pathShape } from '#rules/core/path.ts'
import type { FactValues, Path, Ran, Surroundings, WorkingLine } from '#rules/core/running.ts'
import { guessClosure } from '#rules/run/guess-closures.ts'
import { guessStep } from '#rules/run/guess-step.ts'
import { knownClosure } from '#rules/run/known-closures.ts'
import { type Closure, newState, type RunState, surround, unknownHere } from '#rules/run/known-state.ts'
import { knownStep } from '#rules/run/known-step.ts'
import { timesRead } from '#rules/run/times-read.ts'
import { type NeedOrder, rankedNeeds, Unknown, wholly, withBoth } from '#rules/run/unknown.ts'
import { workingLines } from '#rules/run/working-lines.ts'

/**
 * A program as nested closures, with no generated code: the referee of the written code, and the one that answers when something is unknown.
 * Two sets are made: one that takes everything as known and is fast, one that carries what is unknown along. A run begins with the second where a fact that must be there is missing, and goes over to it where it comes upon something unknown.
 */
export interface Closures {
  readonly run: (facts: FactValues, around: Surroundings) => Ran
  /** The lines of what was worked out; of a run without an answer, what was worked out before it stopped. */
  readonly working: (facts: FactValues, around: Surroundings) => readonly WorkingLine[]
}

/** `readings`: by step, which of its bodies runs; the plain one (the first) where nothing is said. */
export function closuresOf(program: Program, readings: readonly number[] = []): Closures {
  const state = newState(program)
  const known = knownRun(program, readings)
  let guess: ((run: RunState) => Ran) | null = null
  let order: { readonly times: readonly number[]; readonly required: readonly number[] } | null = null
  // The whole program is walked for it: only where something was left out.
  const reads = (): NonNullable<typeof order> => (order ??= readsOf(program))
  const everyFact = program.facts.map((_, at) => at)
  const defaults = program.facts.flatMap((fact, at) => (fact.missingMeans === undefined ? [] : [at]))
  const run = (facts: FactValues, around: Surroundings): Ran => {
    state.facts = defaults.length === 0 ? facts : withDefaults(program, defaults, facts)
    if (around !== state.around) surround(state, program, around)
    const answer = allThere(state.facts, everyFact) || allThere(state.facts, reads().required) ? stopsOr(known, state) : null
    if (answer !== null) return answer
    guess ??= guessRun(program, readings, needOrder(reads().times))
    return stopsOr(guess, state) as Ran
  }
  return {
    run,
    working: (facts, around) => {
      run(facts, around)
      return workingLines(program, readings, state)
    },
  }
}

function readsOf(program: Program): { readonly times: readonly number[]; readonly required: readonly number[] } {
  const times = timesRead(program)
  return { times, required: times.flatMap((it, at) => (it > 0 && program.facts[at]?.optional === false ? [at] : [])) }
}

function allThere(facts: FactValues, required: readonly number[]): boolean {
  for (const at of required) if (facts[at] === undefined) return false
  return true
}

function withDefaults(program: Program, defaults: readonly number[], facts: FactValues): FactValues {
  const filled = program.facts.map((_, at) => facts[at])
  for (const at of defaults) filled[at] ??= program.facts[at]?.missingMeans
  return filled
}

// Null where something unknown was come upon.
function stopsOr(work: (run: RunState) => Ran, run: RunState): Ran | null {
  const { digits } = run
  for (let at = 0; at < digits.length; at++) digits[at] = 0
  try {
    return work(run)
  } catch (thrown) {
    if (thrown instanceof Halt) return thrown.ran
    if (thrown === unknownHere) return null
    throw thrown
  }
}

function knownRun(program: Program, readings: readonly number[]): (run: RunState) => Ran {
  const steps: Closure[] = []
  program.steps.forEach((step, at) => steps.push(knownStep(step, at, readings[at] ?? 0, { program, steps })))
  const gives = program.gives.map((give) => knownClosure(give.value, { program, steps }))
  const path = pathOf(program)
  const [first] = gives
  if (first !== undefined && gives.length === 1) return (run) => ({ status: 'answered', value: [first(run)], path: path(run) })
  return (run) => {
    const value: unknown[] = []
    for (let at = 0; at < gives.length; at++) value.push((gives[at] as Closure)(run))
    return { status: 'answered', value, path: path(run) }
  }
}

function pathOf(program: Program): (run: RunState) => Path {
  const shape = pathShape(program)
  const weights = Float64Array.from(shape.weights)
  if (!shape.inOneNumber) return ({ digits }) => mixPath(shape, digits)
  return ({ digits }) => {
    let path = 0
    for (let at = 0; at < digits.length; at++) path += (digits[at] as number) * (weights[at] as number)
    return path
  }
}

function needOrder(times: readonly number[]): NeedOrder {
  const declared = times.map((_, at) => at)
  return { declared, mostAsked: declared.toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || a - b) }
}

function guessRun(program: Program, readings: readonly number[], order: NeedOrder): (run: RunState) => Ran {
  const steps: Closure[] = []
  const seen = new Uint8Array(program.steps.length)
  const shape = pathShape(program)
  program.steps.forEach((step, at) => steps.push(guessStep(step, at, readings[at] ?? 0, shape.radix[at] ?? 2, { program, steps }, seen)))
  const gives = program.gives.map((give) => guessClosure(give.value, { program, steps }))
  return (run) => {
    for (let at = 0; at < seen.length; at++) seen[at] = 0
    const value: unknown[] = []
    let missing: Unknown | undefined
    for (let at = 0; at < gives.length; at++) {
      const answer = wholly((gives[at] as Closure)(run))
      if (answer instanceof Unknown) missing = withBoth(missing, answer)
      value.push(answer)
    }
    if (missing === undefined) return { status: 'answered', value, path: mixPath(shape, run.digits) }
    const { facts, asOf } = rankedNeeds(missing, order)
    return { status: 'needs', facts, asOf }
  }
}

import type { Mention, Program, Step } from '#rules/core/core.ts'
import { Halt } from '#rules/core/halt.ts'
import { leave } from '#rules/core/leaving.ts'
import { parameterValue } from '#rules/core/parameter-value.ts'
import { firedBy } from '#rules/core/path.ts'
import type { WorkingLine } from '#rules/core/running.ts'
import type { RunState } from '#rules/run/known-state.ts'
import { Unknown } from '#rules/run/unknown.ts'

/** The working of a run, from what it left behind: each step's value and what fired in it. See `WorkingLine`. */
export function workingLines(program: Program, readings: readonly number[], run: RunState): readonly WorkingLine[] {
  const made = new Map<number, WorkingLine>()
  const lineOf = (at: number): WorkingLine | null => {
    const step = program.steps[at]
    if (step === undefined || run.digits[at] === 0) return null
    const known = made.get(at)
    if (known !== undefined) return known
    const line = stepLine(program, step, at, step.mentions[readings[at] ?? 0] ?? step.mentions[0] ?? [], run, lineOf)
    made.set(at, line)
    return line
  }
  const top = new Set<WorkingLine>()
  for (const give of program.gives) {
    for (const it of give.mentions) {
      const line = it.is === 'step' ? lineOf(it.at) : null
      if (line !== null) top.add(line)
    }
  }
  return [...top]
}

function stepLine(program: Program, step: Step, at: number, mentions: readonly Mention[], run: RunState, lineOf: (at: number) => WorkingLine | null): WorkingLine {
  const { clause, why } = whatFired(step, at, mentions, run)
  const uses: Record<string, unknown> = {}
  const from: WorkingLine[] = []
  for (const it of mentions) {
    if (it.is === 'step') {
      const line = lineOf(it.at)
      if (line !== null) from.push(line)
    } else noteUse(program, it, run, uses)
  }
  return { rule: step.name, clause, why, value: leave(step.type, knownPart(run.values[at])), uses, from }
}

// What is unknown inside of a record or list stands as null.
function knownPart(value: unknown): unknown {
  if (value instanceof Unknown) return null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => knownPart(item))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, knownPart(part)]))
}

function noteUse(program: Program, it: Exclude<Mention, { is: 'step' }>, run: RunState, uses: Record<string, unknown>): void {
  if (it.is === 'figure') uses[it.name] = it.value
  if (it.is === 'fact') {
    const [fact, value] = [program.facts[it.at], run.facts[it.at]]
    if (fact !== undefined && value !== undefined) uses[fact.name] = leave(fact.type, value)
  }
  if (it.is === 'parameter') {
    const slot = program.parameters[it.at]
    const value = slot === undefined ? undefined : inForce(() => parameterValue(slot, run.around.asOf, run.around))
    if (slot !== undefined && value !== undefined) uses[slot.name] = leave(slot.type, value)
  }
}

// A parameter that is out of force stands in no line; the run has said so where it mattered.
function inForce(value: () => unknown): unknown {
  try {
    return value()
  } catch (thrown) {
    if (thrown instanceof Halt) return undefined
    throw thrown
  }
}

function whatFired(step: Step, at: number, mentions: readonly Mention[], run: RunState): { readonly clause: string; readonly why: string } {
  const own = { clause: step.clauses[0] ?? '', why: step.says }
  const fired = firedBy(step, run.digits[at] ?? 0)
  if (fired.is === 'exception') {
    const exception = step.exceptions[fired.at]
    return exception === undefined ? own : { clause: exception.clauses[0] ?? own.clause, why: exception.says }
  }
  const body = step.bodies[Math.max(0, step.mentions.indexOf(mentions))]
  const row = fired.is === 'branch' && body?.is === 'table' ? body.rows[fired.at] : undefined
  return row === undefined ? own : { clause: row.clause ?? own.clause, why: row.says }
}

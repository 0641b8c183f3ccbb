import type { Core, Program } from '#rules/core/core.ts'
import { dayFunctions, kindOf, namedDate } from '#rules/core/day-functions.ts'
import { plainFunctions } from '#rules/core/functions.ts'
import type { Surroundings } from '#rules/core/running.ts'
import type { Closure } from '#rules/run/known-state.ts'

/** A function of the language called with these arguments, and with the kind of day that it counts in. None of the arguments is unknown. */
export function callClosure(core: Extract<Core, { op: 'call' }>, program: Program, given: readonly Closure[]): Closure {
  const [a, b] = given as [Closure, Closure]
  if (core.name === 'calendar date') return (run) => namedDate(run.around.calendars, a(run) as string, b(run) as string)
  if (core.kind !== null) return dayClosure(core, core.kind, program, given)
  const plain = plainFunctions[core.name]
  if (plain === undefined) throw new Error(`There is no function ${core.name}.`)
  if (given.length === 1) return (run) => plain(a(run))
  if (given.length === 2) return (run) => plain(a(run), b(run))
  return (run) => plain(...given.map((it) => it(run)))
}

function dayClosure(core: Extract<Core, { op: 'call' }>, kind: string, program: Program, given: readonly Closure[]): Closure {
  const count = dayFunctions[core.name]
  if (count === undefined) throw new Error(`There is no function ${core.name} of a kind of day.`)
  const [a, b] = given as [Closure, Closure]
  if (kind === 'calendar') return given.length === 1 ? (run) => count(null, a(run)) : (run) => count(null, a(run), b(run))
  const at = program.kinds.indexOf(kind)
  if (given.length === 1) return (run) => count(run.kinds[at] ?? kindOf(run.around.calendars, kind), a(run))
  return (run) => count(run.kinds[at] ?? kindOf(run.around.calendars, kind), a(run), b(run))
}

/** The same from values, for those who have no closures. */
export function applied(core: Extract<Core, { op: 'call' }>): (around: Surroundings, ...given: unknown[]) => unknown {
  const { kind, name } = core
  if (name === 'calendar date') return (around, year, named) => namedDate(around.calendars, year as string, named as string)
  const count = kind === null ? undefined : dayFunctions[name]
  if (count !== undefined && kind !== null) return kind === 'calendar' ? (_, ...given) => count(null, ...given) : (around, ...given) => count(kindOf(around.calendars, kind), ...given)
  const plain = plainFunctions[name]
  if (plain === undefined) throw new Error(`There is no function ${name}.`)
  return (_, ...given) => plain(...given)
}

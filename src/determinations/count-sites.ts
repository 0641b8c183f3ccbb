import type { Core, CoreRow, Program, Step, StepBody } from '#rules/core/core.ts'
import { both, ifElse, not, nullConstant } from '#rules/core/make-core.ts'

/** Where a program counts days of a kind: each call with the conditions under which it is reached, so that it can be asked for by itself. */

export interface CountSite {
  /** The step or answer that counts. */
  readonly rule: string
  readonly clause: string
  readonly name: string
  readonly kind: string
  /** First the value of the count, then its arguments; each null where the count is not reached, and a list where it counts for each of a list. */
  readonly asks: readonly Core[]
}

/** The counts of a program by one choice of bodies. Counts in the order of a sort are left out: they say nothing of the answer. */
export function countSites(program: Program, readings: readonly number[]): readonly CountSite[] {
  if (program.counts === false) return []
  const key = readings.join()
  const known = sitesOf.get(program) ?? new Map<string, readonly CountSite[]>()
  sitesOf.set(program, known)
  const there = known.get(key)
  if (there !== undefined) return there
  const steps = program.steps.flatMap((step, at) => stepSites(step, step.bodies[readings[at] ?? 0]))
  const gives = program.gives.flatMap((give) => sitesIn(give.value, { rule: give.name, clause: '' }, as))
  const found = [...steps, ...gives]
  known.set(key, found)
  return found
}

const sitesOf = new WeakMap<Program, Map<string, readonly CountSite[]>>()

/** Puts an expression back under the conditions and names that lead to it. */
type Under = (core: Core) => Core

const as: Under = (core) => core

function when(under: Under, test: Core): Under {
  return (core) => under(ifElse(test, core, nullConstant, { ...core.type, orNull: true }))
}

function stepSites(step: Step, body: StepBody | undefined): readonly CountSite[] {
  const place = { rule: step.name, clause: step.clauses[0] ?? '' }
  const found: CountSite[] = []
  let under = as
  if (step.when !== null) {
    found.push(...sitesIn(step.when.test, place, under), ...sitesIn(step.when.otherwise, place, when(under, not(step.when.test))))
    under = when(under, step.when.test)
  }
  for (const exception of step.exceptions) {
    found.push(...sitesIn(exception.when, place, under), ...sitesIn(exception.instead, place, when(under, exception.when)))
    under = when(under, not(exception.when))
  }
  if (body !== undefined) found.push(...(body.is === 'formula' ? sitesIn(body.value, place, under) : tableSites(body, place, under)))
  return found
}

type Place = Pick<CountSite, 'rule' | 'clause'>

function tableSites(body: Extract<StepBody, { is: 'table' }>, place: Place, from: Under): readonly CountSite[] {
  const found: CountSite[] = []
  let under = from
  for (const row of body.rows) {
    for (const test of row.tests) found.push(...sitesIn(test, place, under))
    const fires = allOf(row)
    const fired = fires === null ? under : when(under, fires)
    for (const output of row.outputs) found.push(...sitesIn(output, { ...place, clause: row.clause ?? place.clause }, fired))
    if (fires === null) return found
    under = when(under, not(fires))
  }
  for (const output of body.otherwise ?? []) found.push(...sitesIn(output, place, under))
  return found
}

function allOf(row: CoreRow): Core | null {
  return row.tests.reduce<Core | null>((left, right) => (left === null ? right : both(left, right)), null)
}

function sitesIn(core: Core, place: Place, under: Under): readonly CountSite[] {
  switch (core.op) {
    case 'call': {
      const inside = core.arguments.flatMap((it) => sitesIn(it, place, under))
      if (core.kind === null) return inside
      return [...inside, { ...place, name: core.name, kind: core.kind, asks: [core, ...core.arguments].map(under) }]
    }
    case 'if':
      return [...sitesIn(core.test, place, under), ...sitesIn(core.then, place, when(under, core.test)), ...sitesIn(core.else, place, when(under, not(core.test)))]
    case 'let': {
      const { local, value } = core
      return [...sitesIn(value, place, under), ...sitesIn(core.body, place, (body) => under({ op: 'let', local, value, body, type: body.type }))]
    }
    case 'each':
    case 'filter':
    case 'some':
    case 'every': {
      const { list, local } = core
      return [...sitesIn(list, place, under), ...sitesIn(core.body, place, (body) => under({ op: 'each', list, local, body, type: { is: 'list', items: body.type, orNull: false } }))]
    }
    case 'sort':
      return sitesIn(core.list, place, under)
    default:
      return childrenOf(core).flatMap((it) => sitesIn(it, place, under))
  }
}

/** The expressions right inside one that binds no name and asks no condition. */
function childrenOf(core: Core): readonly Core[] {
  if ('left' in core) return [core.left, core.right]
  if ('of' in core) return [core.of]
  if (core.op === 'list') return core.items
  if (core.op === 'record') return core.fields.map((field) => field.value)
  if (core.op === 'parameter') return core.day === null ? [] : [core.day]
  return []
}

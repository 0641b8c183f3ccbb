import type { Core, CoreType, Program } from '#rules/core/core.ts'
import type { FactValues, Ran, Surroundings, WorkingLine } from '#rules/core/running.ts'
import { fastClosures } from '#rules/code/written-code.ts'

/** Programs made ready to run, once each: the whole decision by one choice of readings, or a single expression of it. */

export interface Runner {
  /** Answers, or says what is missing; never throws on facts that came through `facts-in.ts`. */
  readonly run: (facts: FactValues, around: Surroundings) => Ran
  readonly working: (facts: FactValues, around: Surroundings) => readonly WorkingLine[]
}

/** The runner of a program. `readings` says for each step which of its bodies is taken. */
export function runnerOf(program: Program, readings: readonly number[]): Runner {
  const known = kept(byProgram, program, () => new Map<string, Runner>())
  const key = readings.join()
  const there = known.get(key)
  if (there !== undefined) return there
  const made = fastClosures(program, readings)
  known.set(key, made)
  return made
}

/** The same program asked for one expression over its steps and facts instead of its answers: a warning's condition, a count's first day. */
export function askedFor(program: Program, cores: readonly Core[]): Program {
  const first = cores[0]
  if (first === undefined) return { ...program, gives: [] }
  const known = kept(byFirst, first, () => new Map<Program, { cores: readonly Core[]; asked: Program }[]>())
  const same = known.get(program)?.find((it) => it.cores.length === cores.length && it.cores.every((core, at) => core === cores[at]))
  if (same !== undefined) return same.asked
  const asked: Program = { ...program, gives: cores.map((value, at) => ({ name: `asked_${at}`, value, type: value.type, mentions: [], as: leavesAs(value.type) })) }
  known.set(program, [...(known.get(program) ?? []), { cores, asked }])
  return asked
}

const byProgram = new WeakMap<Program, Map<string, Runner>>()
const byFirst = new WeakMap<Core, Map<Program, { cores: readonly Core[]; asked: Program }[]>>()

function kept<K extends object, V>(store: WeakMap<K, V>, key: K, make: () => V): V {
  const there = store.get(key)
  if (there !== undefined) return there
  const made = make()
  store.set(key, made)
  return made
}

function leavesAs(type: CoreType): Program['gives'][number]['as'] {
  if (type.is === 'number') return type.money ? 'money' : 'decimal'
  if (type.is === 'quotient') return 'decimal'
  return type.is === 'nothing' ? 'text' : type.is
}

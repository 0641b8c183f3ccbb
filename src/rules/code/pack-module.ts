import type { Program } from '#rules/core/core.ts'
import type { Path, Surroundings, WorkingLine } from '#rules/core/running.ts'
import { environmentFor, type Environment } from './bind-code.ts'
import { runtimeForCode } from './runtime-for-code.ts'
import { openShared } from './shared-values.ts'
import { keepWrittenCode, type StoredRun } from './written-code.ts'

/** What a module written by `writeModule` holds; opened here, where no code is made. */
export interface PackModule {
  /** The data where they stand in the module. */
  readonly data?: string
  /** Null for a program that runs by closures. */
  readonly code: readonly (ModuleCode | null)[]
}

/** The data: JSON of all this but `text` on the first line, then the text. */
export interface PackData {
  readonly names: readonly string[]
  /** How many values about the whole pack come first. */
  readonly rest: number
  readonly lengths: readonly number[]
  readonly stretches: readonly number[]
  readonly values: readonly number[]
  readonly text: string
}

/** Parameters by slot, whether it asks for the day of the question, kinds of day, functions with their kinds; then the code. */
type ModuleCode = readonly [readonly [readonly number[], number, readonly string[], readonly (readonly [string, string | null])[]], (runtime: typeof runtimeForCode) => (environment: Environment) => Both]

type Both = (facts: readonly unknown[], out: unknown[], tree: boolean) => Path | readonly WorkingLine[] | null

export interface OpenModule {
  readonly names: readonly string[]
  /** Values about the whole pack, each made when it is asked for. */
  readonly rest: (at: number) => unknown
  /** By place among the names. Its code is kept for its program. */
  readonly program: (at: number) => Program
  readonly more: (at: number) => unknown
  /** Code that has come after the data; it is taken from the next question on. */
  readonly addCode: (module: PackModule) => void
}

/** `data` where they stand apart from the module; without a module closures answer until it comes. */
export function openModule(module: PackModule | null, data = module?.data ?? ''): OpenModule {
  let code = module?.code ?? null
  const end = data.indexOf('\n')
  const head = JSON.parse(data.slice(0, end)) as Omit<PackData, 'text'>
  const value = openShared({ ...head, text: data.slice(end + 1) })
  const programs: (Program | undefined)[] = []
  return {
    names: head.names,
    rest: value,
    program: (at) => (programs[at] ??= withCode(value(head.rest + at * 2) as Program, () => (code === null ? undefined : (code[at] ?? null)))),
    more: (at) => value(head.rest + at * 2 + 1),
    addCode: (late) => {
      code ??= late.code
    },
  }
}

/** `code` gives undefined while it has not come. */
function withCode(program: Program, code: () => ModuleCode | null | undefined): Program {
  const first = code()
  if (first === null) return program
  let bind: ReturnType<typeof binder> | undefined
  keepWrittenCode(program, (around, bodies) => {
    const come = code()
    if (come === undefined) return undefined
    if (come === null || bodies.some((it) => it !== 0)) return null
    return (bind ??= binder(program, come))(around)
  })
  return program
}

function binder(program: Program, [[parameters, asOf, kinds, calls], write]: ModuleCode): (around: Surroundings) => StoredRun | null {
  const needed = { parameters: new Set(parameters), asOf: asOf === 1, kinds: new Set(kinds), calls: new Map(calls.map(([name, kind], at) => [String(at), { name, kind }])) }
  const bindTo = write(runtimeForCode)
  return (around) => {
    const environment = environmentFor(program, needed, around)
    if (environment === null) return null
    const both = bindTo(environment)
    return { answerStored: (facts, out) => both(facts, out, false) as Path, treeStored: (facts) => linesOrNull(both(facts, [], true)) }
  }
}

/** -1 where the code leaves. */
function linesOrNull(made: ReturnType<Both>): readonly WorkingLine[] | null {
  return typeof made === 'number' ? null : (made as readonly WorkingLine[] | null)
}

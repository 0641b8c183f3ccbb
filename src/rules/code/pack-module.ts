import type { Program } from '#rules/core/core.ts'
import type { Path, WorkingLine } from '#rules/core/running.ts'
import { environmentFor, type Environment } from './bind-code.ts'
import { runtimeForCode } from './runtime-for-code.ts'
import { openShared } from './shared-values.ts'
import { keepWrittenCode } from './written-code.ts'

/** What a module written by `writeModule` holds; opened here, where no code is made. */
export interface PackModule {
  readonly names: readonly string[]
  readonly text: string
  readonly lengths: string
  readonly values: readonly number[]
  readonly code: readonly ModuleCode[]
}

/** Parameters by slot, whether it asks for the day of the question, kinds of day, functions with their kinds; then the code. */
type ModuleCode = readonly [readonly [readonly number[], number, readonly string[], readonly (readonly [string, string | null])[]], (runtime: typeof runtimeForCode) => (environment: Environment) => Both]

type Both = (facts: readonly unknown[], out: unknown[], tree: boolean) => Path | readonly WorkingLine[] | null

export interface OpenModule {
  readonly names: readonly string[]
  readonly rest: () => unknown
  /** By place among the names. Its code is kept for its program. */
  readonly program: (at: number) => Program
  readonly more: (at: number) => unknown
}

export function openModule(module: PackModule): OpenModule {
  const value = openShared(module)
  const programs: (Program | undefined)[] = []
  return {
    names: module.names,
    rest: () => value(0),
    program: (at) => (programs[at] ??= withCode(value(1 + at * 2) as Program, module.code[at])),
    more: (at) => value(2 + at * 2),
  }
}

function withCode(program: Program, code: ModuleCode | undefined): Program {
  if (code === undefined) return program
  const [[parameters, asOf, kinds, calls], write] = code
  const needed = { parameters: new Set(parameters), asOf: asOf === 1, kinds: new Set(kinds), calls: new Map(calls.map(([name, kind], at) => [String(at), { name, kind }])) }
  let bindTo: ReturnType<typeof write> | undefined
  keepWrittenCode(program, (around, bodies) => {
    const environment = bodies.some((it) => it !== 0) ? null : environmentFor(program, needed, around)
    if (environment === null) return null
    bindTo ??= write(runtimeForCode)
    const both = bindTo(environment)
    return { answerStored: (facts, out) => both(facts, out, false) as Path, treeStored: (facts) => both(facts, [], true) as readonly WorkingLine[] | null }
  })
  return program
}

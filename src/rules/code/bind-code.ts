import type { DayIndex } from '#calendar/calendar.ts'
import type { ParameterSlot, Program } from '#rules/core/core.ts'
import { dayFunctions, kindOf, namedDate } from '#rules/core/day-functions.ts'
import { plainFunctions } from '#rules/core/functions.ts'
import { parameterValue } from '#rules/core/parameter-value.ts'
import type { Surroundings } from '#rules/core/running.ts'
import { boundsOfType } from './bounds.ts'
import { leaving } from './code-runtime.ts'
import type { NamedFunction } from './writing.ts'

/** What written code is bound to before it runs: parameters for the day asked, the day indexes of its kinds, the functions of the language. */
export interface Environment {
  readonly asOf: number | null
  /** By slot; undefined for those that the code does not use. */
  readonly parameters: readonly unknown[]
  readonly kinds: readonly BoundKind[]
  /** The parameter's value on a day; throws where none is in force. */
  readonly parameterOn: (at: number, day: number) => unknown
  readonly functions: readonly ((...given: unknown[]) => unknown)[]
}

export interface BoundKind {
  readonly index: DayIndex
  /** Whether the calendar knows every day between its first and its last. */
  readonly whole: boolean
}

export interface Needed {
  readonly parameters: ReadonlySet<number>
  readonly asOf: boolean
  readonly kinds: ReadonlySet<string>
  readonly calls: ReadonlyMap<string, NamedFunction>
}

/** The surroundings as the code wants them, or null where something is not there: then the closures answer, and say what. */
export function environmentFor(program: Program, needed: Needed, around: Surroundings): Environment | null {
  if (needed.asOf && around.asOf === null) return null
  const parameters: unknown[] = []
  for (const at of needed.parameters) {
    const slot = program.parameters[at]
    const value = slot === undefined ? undefined : inForce(slot, around)
    if (value === undefined) return null
    parameters[at] = value
  }
  const kinds: BoundKind[] = []
  for (const name of needed.kinds) {
    const kind = around.calendars.kinds.get(name)
    if (kind === undefined) return null
    kinds.push({ index: kind.index, whole: isWhole(kind.index) })
  }
  const functions = [...needed.calls.values()].map((it) => boundFunction(it, around))
  return { asOf: around.asOf, parameters, kinds, functions, parameterOn: (at, day) => valueOn(program.parameters[at], day, around) }
}

/** As stored; undefined where none is in force, where the day would have to be known, and where a proposal lies outside the bounds. */
function inForce(slot: ParameterSlot, around: Surroundings): unknown {
  try {
    const value = parameterValue(slot, around.asOf, around)
    return within(slot, value) ? value : undefined
  } catch {
    return undefined
  }
}

function valueOn(slot: ParameterSlot | undefined, day: number, around: Surroundings): unknown {
  const value = slot === undefined ? undefined : parameterValue(slot, day, around)
  if (slot === undefined || !within(slot, value)) throw leaving
  return value
}

function boundFunction({ name, kind }: NamedFunction, around: Surroundings): (...given: unknown[]) => unknown {
  if (name === 'calendar date') return (year, date) => namedDate(around.calendars, year as string, date as string)
  const count = kind === null ? undefined : dayFunctions[name]
  if (count !== undefined && kind === 'calendar') return (a, b) => count(null, a, b)
  if (count !== undefined && kind !== null) return (a, b) => count(kindOf(around.calendars, kind), a, b)
  const plain = plainFunctions[name]
  if (plain === undefined) throw new Error(`There is no function ${name}.`)
  return plain
}

const wholes = new WeakMap<DayIndex, boolean>()

function isWhole(index: DayIndex): boolean {
  const had = wholes.get(index)
  if (had !== undefined) return had
  const first = index.known[0] ?? 0
  const whole = first !== 0 && index.known.every((it) => it === first)
  wholes.set(index, whole)
  return whole
}

function within(slot: ParameterSlot, value: unknown): boolean {
  if (slot.type.is !== 'number') return value !== undefined
  const bounds = boundsOfType(slot.type)
  return typeof value === 'number' && Number.isInteger(value) && value >= bounds.low && value <= bounds.high
}

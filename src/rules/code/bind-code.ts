import type { DayIndex } from '#calendar/calendar.ts'
import type { Program } from '#rules/core/core.ts'
import type { Surroundings } from '#rules/core/running.ts'
import { boundsOfType } from './bounds.ts'

/** What written code is bound to before it runs: parameters for the day asked, the day indexes of its kinds, the functions of the language. */
export interface Environment {
  readonly asOf: number | null
  /** By slot; undefined for those that the code does not use. */
  readonly parameters: readonly unknown[]
  readonly kinds: readonly BoundKind[]
  /** The parameter's value on a day, or undefined where none is in force. */
  readonly parameterOn: (at: number, day: number) => unknown
  readonly call: (name: string, kind: string | null, args: readonly unknown[]) => unknown
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
}

/** The surroundings as the code wants them, or null where something is not there: then the closures answer, and say what. */
export function environmentFor(program: Program, needed: Needed, around: Surroundings, call: Environment['call']): Environment | null {
  if (needed.asOf && around.asOf === null) return null
  const parameters: unknown[] = []
  for (const at of needed.parameters) {
    const value = parameterValue(program, at, around.asOf, around)
    if (value === undefined) return null
    parameters[at] = value
  }
  const kinds: BoundKind[] = []
  for (const name of needed.kinds) {
    const kind = around.calendars.kinds.get(name)
    if (kind === undefined) return null
    kinds.push({ index: kind.index, whole: kind.index.known.length > 0 && kind.index.known.every((it) => it === kind.index.known[0] && it !== 0) })
  }
  return { asOf: around.asOf, parameters, kinds, parameterOn: (at, day) => parameterValue(program, at, day, around), call }
}

/** As stored; undefined where nothing is in force, where the day would have to be known, and where a proposal lies outside the bounds. */
function parameterValue(program: Program, at: number, day: number | null, around: Surroundings): unknown {
  const slot = program.parameters[at]
  if (slot === undefined) return undefined
  const proposed = around.parameters?.get(slot.name)
  if (proposed !== undefined) return within(slot, proposed) ? proposed : undefined
  if (day === null) return slot.values.length === 1 && slot.values[0]?.from === null && slot.until === null ? slot.values[0].value : undefined
  if (slot.until !== null && day > slot.until) return undefined
  return slot.values.findLast((it) => it.from === null || it.from <= day)?.value
}

function within(slot: Program['parameters'][number], value: unknown): boolean {
  if (slot.type.is !== 'number') return true
  const bounds = boundsOfType(slot.type)
  return typeof value === 'number' && Number.isInteger(value) && value >= bounds.low && value <= bounds.high
}

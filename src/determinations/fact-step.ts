import { leave } from '#rules/core/leaving.ts'
import type { CoreType } from '#rules/core/core.ts'
import type { Fact } from '#rules/rule-book.ts'

/** How a number or a date is varied: in which steps, between which limits, and how far. */
export interface FactStep {
  /** As stored now. */
  readonly value: number
  /** One step, as stored: a whole unit where the value is whole, a cent, a day. */
  readonly size: number
  /** Stored units in one unit that is told: cents in a dollar. */
  readonly per: number
  readonly low: number
  readonly high: number
  readonly mostSteps: number
  /** A stored value as JSON. */
  readonly out: (stored: number) => unknown
}

/** Null for facts that were not given, and for those that are neither number nor date. */
export function factStep(fact: Fact, type: CoreType, value: unknown): FactStep | null {
  if (typeof value !== 'number') return null
  const out = (stored: number): unknown => leave(type, stored)
  if (type.is === 'date') return { value, size: 1, per: 1, low: earliestDay, high: latestDay, mostSteps: mostDays, out }
  if (type.is !== 'number') return null
  const whole = value % type.per === 0 && !type.money
  const finest = fact.type.is === 'decimal' || fact.type.is === 'percent' ? type.per / 10 ** fact.type.decimals : fact.type.is === 'money' ? type.per / 100 : type.per
  const low = fact.min === null ? -largest : fact.min * type.per
  const high = fact.max === null ? largest : fact.max * type.per
  return { value, size: whole ? type.per : Math.max(1, finest), per: type.per, low, high, mostSteps, out }
}

/** 1900 to 2199, as civil days. */
const earliestDay = -25_567
const latestDay = 84_005
const mostDays = 4096
const mostSteps = 1 << 24
const largest = 2 ** 45

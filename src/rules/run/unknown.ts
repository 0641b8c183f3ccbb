import { sameValue } from '#rules/core/number-functions.ts'
import { Halt } from '#rules/core/halt.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'

/**
 * What is not known, and on which facts it turns: as bits, facts 0 to 29 in the low half, 30 to 59 in the high half, the day of the question at bit 30 of the high half.
 * `sure` are those that every way of working it out asks for; `may` all that any way asks for.
 */
export class Unknown {
  readonly sureLow: number
  readonly sureHigh: number
  readonly mayLow: number
  readonly mayHigh: number

  constructor(sureLow: number, sureHigh: number, mayLow: number, mayHigh: number) {
    this.sureLow = sureLow
    this.sureHigh = sureHigh
    this.mayLow = mayLow
    this.mayHigh = mayHigh
  }
}

const asOfBit = 1 << 30
const nothingAsked = new Unknown(0, 0, 0, 0)
export const asOfUnknown = new Unknown(0, asOfBit, 0, asOfBit)

/** Turns on this one fact. */
export function unknownFact(at: number): Unknown {
  const [low, high] = at < 30 ? [1 << at, 0] : [0, 1 << (at - 30)]
  return new Unknown(low, high, low, high)
}

/** Both are asked for. Either may be undefined: nothing unknown there. */
export function withBoth(a: Unknown | undefined, b: Unknown): Unknown {
  if (a === undefined || a === b) return b
  if ((b.mayLow & ~a.sureLow) === 0 && (b.mayHigh & ~a.sureHigh) === 0) return a
  return new Unknown(a.sureLow | b.sureLow, a.sureHigh | b.sureHigh, a.mayLow | b.mayLow, a.mayHigh | b.mayHigh)
}

/** The one or the other settles it: sure is only what both ask for. */
export function withEither(a: Unknown, b: Unknown): Unknown {
  return a === b ? a : new Unknown(a.sureLow & b.sureLow, a.sureHigh & b.sureHigh, a.mayLow | b.mayLow, a.mayHigh | b.mayHigh)
}

/** A value that may also have stopped: what is worked out while it is not sure that it is needed. */
export function tried(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof Halt) return thrown
    throw thrown
  }
}

/** As `tried`, of a piece of the program. */
export function triedIn(run: RunState, work: Closure | undefined): unknown {
  if (work === undefined) return undefined
  try {
    return work(run)
  } catch (thrown) {
    if (thrown instanceof Halt) return thrown
    throw thrown
  }
}

/** The value of a choice whose test is not known: the one value where both branches agree, else unknown. Records are brought together field by field. */
export function eitherValue(test: Unknown, then: unknown, otherwise: unknown): unknown {
  if (then instanceof Halt || otherwise instanceof Halt) return eitherStopped(test, then, otherwise)
  // Figures and words, which most cells are.
  if (typeof then !== 'object' && typeof otherwise !== 'object') return then === otherwise ? then : eitherUnknown(test, null, null)
  if (then instanceof Unknown || otherwise instanceof Unknown) return eitherUnknown(test, then, otherwise)
  if (isRecord(then) && isRecord(otherwise)) return eitherRecord(test, then, otherwise)
  if (!isRecord(then) && !isRecord(otherwise) && sameValue(then, otherwise)) return then
  return eitherUnknown(test, wholly(then), wholly(otherwise))
}

// Both stop the same way: so does the whole.
function eitherStopped(test: Unknown, then: unknown, otherwise: unknown): unknown {
  if (then instanceof Halt && otherwise instanceof Halt && then.ran.status === otherwise.ran.status) return then
  return eitherUnknown(test, then, otherwise)
}

function eitherUnknown(test: Unknown, then: unknown, otherwise: unknown): Unknown {
  const a = then instanceof Unknown ? then : nothingAsked
  const b = otherwise instanceof Unknown ? otherwise : nothingAsked
  return withBoth(test, withEither(a, b))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function eitherRecord(test: Unknown, then: Readonly<Record<string, unknown>>, otherwise: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.keys(then).map((name) => [name, eitherValue(test, then[name], otherwise[name])]))
}

/** The value where all of it is known; a record of which a field is unknown is unknown as a whole. */
export function wholly(value: unknown): unknown {
  if (value instanceof Unknown || !isRecord(value) || value instanceof Halt) return value
  let missing: Unknown | undefined
  for (const field of Object.values(value)) {
    const part = wholly(field)
    if (part instanceof Unknown) missing = withBoth(missing, part)
  }
  return missing ?? value
}

/** The facts in order of need: surely needed ones first as declared (as `order` has them in its first list), then the others, those first of which more is asked (its second list). */
export function rankedNeeds(it: Unknown, order: NeedOrder): { readonly facts: readonly number[]; readonly asOf: boolean } {
  const ranked: number[] = []
  const [mayLow, mayHigh] = [it.mayLow & ~it.sureLow, it.mayHigh & ~it.sureHigh]
  if (it.sureLow !== 0 || it.sureHigh !== 0) for (const at of order.declared) if (bit(it.sureLow, it.sureHigh, at) === 1) ranked.push(at)
  if (mayLow !== 0 || mayHigh !== 0) for (const at of order.mostAsked) if (bit(mayLow, mayHigh, at) === 1) ranked.push(at)
  return { facts: ranked, asOf: (it.mayHigh & asOfBit) !== 0 }
}

export interface NeedOrder {
  readonly declared: readonly number[]
  readonly mostAsked: readonly number[]
}

function bit(low: number, high: number, at: number): number {
  return at < 30 ? (low >> at) & 1 : (high >> (at - 30)) & 1
}

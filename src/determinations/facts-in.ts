import { nearestWord } from '#rules/read/nearest-word.ts'
import { storeValue } from '#determinations/store-value.ts'
import type { FactSlot } from '#rules/core/core.ts'
import type { FactValues } from '#rules/core/running.ts'
import type { Fact } from '#rules/rule-book.ts'

/** The edge where facts come in: JSON by name becomes stored values by slot, and whatever is wrong is said in words that name the fact. */

export type FactsIn = { readonly ok: true; readonly facts: FactValues } | { readonly ok: false; readonly error: { readonly input: string; readonly message: string } }

/**
 * Facts by slot, `undefined` where left out. A fact given as null counts as left out: nobody knows it.
 * The first thing that is wrong, in the order in which the facts were given, is the answer.
 */
export function factsIn(facts: readonly Fact[], slots: readonly FactSlot[], input: Readonly<Record<string, unknown>>): FactsIn {
  const values: unknown[] = slots.map((slot) => slot.missingMeans)
  for (const name of Object.keys(input)) {
    const fact = facts.find((it) => it.name === name)
    const at = slots.findIndex((slot) => slot.name === name)
    if (fact === undefined) return failed(name, unknownFact(name, facts))
    const value = input[name]
    if (value === null || value === undefined) continue
    // A fact that no rule reads is checked all the same.
    const stored = storeValue(value, fact.type, slots[at]?.type ?? { is: 'nothing', orNull: true }, name)
    if (!stored.ok) return failed(name, stored.says)
    const beyond = beyondLimits(fact, value)
    if (beyond !== null) return failed(name, beyond)
    if (at >= 0) values[at] = stored.value
  }
  return { ok: true, facts: values }
}

function failed(input: string, message: string): FactsIn {
  return { ok: false, error: { input, message } }
}

function unknownFact(name: string, facts: readonly Fact[]): string {
  const names = facts.map((fact) => fact.name)
  if (names.length === 0) return `${name} is no fact of this decision; it takes none.`
  const near = nearestWord(name, names)
  return `${name} is no fact of this decision; its facts are ${names.join(', ')}.${near === null ? '' : ` Did you mean ${near}?`}`
}

function beyondLimits(fact: Fact, value: unknown): string | null {
  if (Array.isArray(value)) return value.map((item) => beyondLimits(fact, item)).find((it) => it !== null) ?? null
  if (typeof value !== 'number') return null
  if (fact.min !== null && value < fact.min) return `${fact.name} must be ${fact.min} or more; it is ${value}.`
  if (fact.max !== null && value > fact.max) return `${fact.name} must be ${fact.max} or less; it is ${value}.`
  return null
}

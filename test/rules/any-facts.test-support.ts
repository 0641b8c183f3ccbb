/** Facts by chance, fitting or not, for the properties that every pack's decisions hold. */
import * as fc from 'fast-check'
import { civilText } from '../../src/plain/civil-day.ts'
import type { Fact, FactType } from '../../src/rules/rule-book.ts'

/** A record of facts that fit their types; those that are optional are sometimes left out. */
export function fittingFacts(facts: readonly Fact[]): fc.Arbitrary<Record<string, unknown>> {
  const asked = facts.filter((fact) => !fact.optional)
  return fc.record(Object.fromEntries(facts.map((fact) => [fact.name, fittingValue(fact.type, fact.min, fact.max)])), { requiredKeys: asked.map((fact) => fact.name) })
}

/** A record of facts, some of which are anything. */
export function anyFacts(facts: readonly Fact[]): fc.Arbitrary<Record<string, unknown>> {
  const names = [...facts.map((fact) => fact.name), 'stranger', '__proto__', '']
  return fc.tuple(fittingFacts(facts), fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })).map(([fitting, junk]) => ({ ...fitting, ...junk }))
}

function fittingValue(type: FactType, min: number | null, max: number | null): fc.Arbitrary<unknown> {
  switch (type.is) {
    case 'integer':
      return between(min ?? 0, max ?? 200, 1)
    case 'decimal':
    case 'percent':
      return between(min ?? 0, max ?? 100, 4)
    case 'money':
      return between(min ?? 0, max ?? 90_000, 100)
    case 'date':
      // The school years of the packs' calendars, and a little around them.
      return fc.integer({ min: 14_600, max: 20_400 }).map(civilText)
    case 'time':
      return fc.integer({ min: 0, max: 1439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
    case 'boolean':
      return fc.boolean()
    case 'text':
      return fc.constantFrom('2010-2011', '2018-19', '2010-11', '5.1', 'Rivera')
    case 'choice':
      return fc.constantFrom(...type.of)
    case 'list':
      return fc.array(fittingValue(type.items, min, max), { maxLength: 3 })
    case 'record':
      return fc.record(Object.fromEntries(type.fields.map((field) => [field.name, fittingValue(field.type, null, null)])), { requiredKeys: type.fields.filter((field) => !field.optional).map((field) => field.name) })
  }
}

/** A number of so many parts of one, ends included. */
function between(low: number, high: number, parts: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.ceil(low * parts), max: Math.max(Math.ceil(low * parts), Math.floor(high * parts)) }).map((it) => it / parts)
}

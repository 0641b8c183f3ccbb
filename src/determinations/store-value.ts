import { parseCivilDay } from '#plain/civil-day.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'
import { scaleNumber } from '#determinations/decimal-text.ts'
import type { CoreType } from '#rules/core/core.ts'
import { defaultLimit } from '#rules/core/core-types.ts'
import type { FactType } from '#rules/rule-book.ts'

/** One JSON value as the core stores it (cents, civil days, minutes), or in words what is wrong with it. */

export type Stored = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly says: string }

/** Stores a value of a fact. `name` is the fact, with the way inside it (`overages[0].over_from`), for the words. */
export function storeValue(value: unknown, type: FactType, core: CoreType, name: string): Stored {
  switch (type.is) {
    case 'integer':
      return storeNumber(value, 0, core, name, 'a whole number')
    case 'money':
      return storeNumber(value, 2, core, name, 'an amount in dollars, such as 1250.5')
    case 'decimal':
    case 'percent':
      return storeNumber(value, type.decimals, core, name, type.is === 'percent' ? 'a number (7 means 7 %)' : 'a number')
    case 'date':
      return storeDate(value, name)
    case 'time':
      return storeTime(value, name)
    case 'boolean':
      return typeof value === 'boolean' ? stored(value) : wrong(name, 'true or false', value)
    case 'text':
      return typeof value === 'string' ? stored(value) : wrong(name, 'a text in quotes', value)
    case 'choice':
      return storeChoice(value, type.of, name)
    case 'list':
      return storeList(value, type.items, core, name)
    case 'record':
      return storeRecord(value, type, core, name)
  }
}

function stored(value: unknown): Stored {
  return { ok: true, value }
}

function failed(says: string): Stored {
  return { ok: false, says }
}

function wrong(name: string, wanted: string, value: unknown): Stored {
  return failed(`${name} must be ${wanted}; it is ${inWords(value)}.`)
}

/** What was given, short enough for a sentence. */
function inWords(value: unknown): string {
  // JSON has no words for NaN, Infinity and big integers.
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function storeNumber(value: unknown, decimals: number, core: CoreType, name: string, wanted: string): Stored {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(name, wanted, value)
  const scaled = scaleNumber(value, decimals)
  if (!scaled.ok) return tooFine(scaled.why, value, decimals, name)
  const per = core.is === 'number' ? core.per : 10 ** decimals
  const inUnits = scaled.value * (per / 10 ** decimals)
  // Lowering proved sums and products by this limit, and asks no more while it runs.
  return Number.isSafeInteger(inUnits) && Math.abs(inUnits) <= defaultLimit(per) ? stored(inUnits) : tooFine('too large', value, decimals, name)
}

function tooFine(why: 'too many decimals' | 'too large', value: number, decimals: number, name: string): Stored {
  if (why === 'too large') return failed(`${name} is ${value}, larger than any figure that can be reckoned exactly.`)
  if (decimals === 0) return failed(`${name} must be a whole number; it is ${value}.`)
  return failed(`${name} may have ${decimals} decimals at most; ${value} has more.`)
}

function storeDate(value: unknown, name: string): Stored {
  if (typeof value !== 'string') return wrong(name, 'a date as "YYYY-MM-DD"', value)
  const day = parseCivilDay(value)
  if (day !== null) return stored(day)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return failed(`${name} is ${value}, and there is no such day.`)
  return wrong(name, 'a date as "YYYY-MM-DD"', value)
}

function storeTime(value: unknown, name: string): Stored {
  const match = typeof value === 'string' ? /^(\d{2}):(\d{2})$/.exec(value) : null
  if (match === null) return wrong(name, 'a time as "HH:MM"', value)
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  if (hour > 23 || minute > 59) return failed(`${name} is ${String(value)}, and there is no such time of the day.`)
  return stored(hour * 60 + minute)
}

function storeChoice(value: unknown, of: readonly string[], name: string): Stored {
  if (typeof value === 'string' && of.includes(value)) return stored(value)
  // Of one letter every other is near.
  const near = typeof value === 'string' && value.length > 2 ? nearestWord(value, of) : null
  return failed(`${name} must be one of ${of.join(', ')}; it is ${inWords(value)}.${near === null ? '' : ` Did you mean ${near}?`}`)
}

function storeList(value: unknown, items: FactType, core: CoreType, name: string): Stored {
  if (!Array.isArray(value)) return wrong(name, 'a list in square brackets', value)
  const coreItems = core.is === 'list' ? core.items : core
  const list: unknown[] = []
  for (const [at, item] of value.entries()) {
    const one = storeValue(item, items, coreItems, `${name}[${at + 1}]`)
    if (!one.ok) return one
    list.push(one.value)
  }
  return stored(list)
}

function storeRecord(value: unknown, type: Extract<FactType, { is: 'record' }>, core: CoreType, name: string): Stored {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(name, 'a record in curly brackets', value)
  const names = type.fields.map((field) => field.name)
  const stranger = Object.keys(value).find((key) => !names.includes(key))
  if (stranger !== undefined) return failed(`${name} has no part named ${stranger}; its parts are ${names.join(', ')}.`)
  const given = new Map<string, unknown>(Object.entries(value))
  const record: Record<string, unknown> = {}
  for (const field of type.fields) {
    const part = given.get(field.name) ?? null
    if (part === null && !field.optional) return failed(`${name} lacks its part ${field.name}.`)
    const coreField = core.is === 'record' ? core.fields.find((it) => it.name === field.name) : undefined
    const one = part === null ? stored(null) : storeValue(part, field.type, coreField?.type ?? core, `${name}.${field.name}`)
    if (!one.ok) return one
    record[field.name] = one.value
  }
  return stored(record)
}

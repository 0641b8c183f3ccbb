/**
 * Many values of JSON kept as one text in which what stands there twice is written once: the rules of a pack repeat their types and words without end.
 * Nothing is read when the text is opened; a value is made when it is asked for, and what two values share is made once.
 */

export interface SharedText {
  /** Pieces of JSON one behind the other; `{"$":7}` stands for piece 7. */
  readonly text: string
  /** How long each piece is. */
  readonly lengths: readonly number[]
  /** Where every sixty-fourth piece begins. */
  readonly stretches: readonly number[]
  /** By value: its piece. */
  readonly values: readonly number[]
}

const shortest = 24

export function shareValues(values: readonly unknown[]): SharedText {
  const keys = new Map<object, string>()
  const times = new Map<string, number>()
  const keyOf = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return asciiJson(value)
    const key = keys.get(value) ?? jsonOf(value, keyOf)
    keys.set(value, key)
    return key
  }
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const key = keyOf(value)
    times.set(key, (times.get(key) ?? 0) + 1)
    if (times.get(key) === 1) Object.values(value).forEach(count)
  }
  values.forEach(count)
  const pieces: string[] = []
  const places = new Map<string, number>()
  const piece = (value: object): number => {
    const key = keyOf(value)
    const at = places.get(key) ?? pieces.push(jsonOf(value, written)) - 1
    places.set(key, at)
    return at
  }
  const written = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return asciiJson(value)
    const key = keyOf(value)
    return key.length >= shortest && (times.get(key) ?? 0) > 1 ? `{"$":${piece(value)}}` : jsonOf(value, written)
  }
  const at = values.map((value) => piece({ value }))
  const lengths = pieces.map((it) => it.length)
  let start = 0
  const starts = lengths.map((length) => (start += length) - length)
  return { text: pieces.join(''), lengths, stretches: starts.filter((_, place) => place % 64 === 0), values: at }
}

function jsonOf(value: object, part: (value: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(part).join(',')}]`
  const entries = Object.entries(value).filter(([, it]) => it !== undefined)
  // A name that would be taken for a reference.
  if (entries.some(([name]) => name.startsWith('$'))) return `{"$of":[${entries.map(([name, it]) => `[${asciiJson(name)},${part(it)}]`).join(',')}]}`
  return `{${entries.map(([name, it]) => `${asciiJson(name)}:${part(it)}`).join(',')}}`
}

/** Gives a value by its number. */
export function openShared(shared: SharedText): (value: number) => unknown {
  const { lengths, stretches } = shared
  const made = new Map<number, unknown>()
  const piece = (at: number): unknown => {
    if (made.has(at)) return made.get(at)
    let start = stretches[at >> 6] ?? 0
    for (let before = at & ~63; before < at; before++) start += lengths[before] ?? 0
    const value = resolved(JSON.parse(shared.text.slice(start, start + (lengths[at] ?? 0))) as unknown, piece)
    made.set(at, value)
    return value
  }
  return (value) => (piece(shared.values[value] ?? -1) as { readonly value: unknown }).value
}

/** JSON in plain ASCII, which is read twice as fast and kept in half the room. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/[^ -~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function resolved(value: unknown, piece: (at: number) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    value.forEach((it, at) => (value[at] = resolved(it, piece)))
    return value
  }
  const record = value as Record<string, unknown>
  if (typeof record['$'] === 'number') return piece(record['$'])
  if (Array.isArray(record['$of'])) return Object.fromEntries((record['$of'] as [string, unknown][]).map(([name, it]) => [name, resolved(it, piece)]))
  for (const name of Object.keys(record)) record[name] = resolved(record[name], piece)
  return record
}

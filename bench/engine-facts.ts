/** Facts for the engine's benches: the same records on every run, chosen so that every row of every table has its turn. */

export interface CellFacts {
  readonly degree: 'BA' | 'MA' | 'DR'
  readonly units: number
  readonly years: number
}

export interface StipendFacts {
  readonly semester: 'first' | 'second'
  readonly pupils: number
}

export interface DeadlineFacts {
  readonly start: string
  readonly n: number
}

/** Monday, July 1, 2025 and the last day from which every count stays inside the calendar. */
export const firstDay = 20270
export const lastStart = 20998
export const many = 100_000

export function cellFacts(count = many, seed = 1): CellFacts[] {
  const chance = numbersFrom(seed)
  return Array.from({ length: count }, () => {
    const at = chance()
    return { degree: at < 0.55 ? 'BA' : at < 0.9 ? 'MA' : 'DR', units: Math.floor(chance() * 91), years: 1 + Math.floor(chance() * 40) }
  })
}

export function stipendFacts(count = many, seed = 2): StipendFacts[] {
  const chance = numbersFrom(seed)
  return Array.from({ length: count }, () => ({ semester: chance() < 0.5 ? 'first' : 'second', pupils: 150 + Math.floor(chance() * 61) }))
}

export function deadlineFacts(textOf: (day: number) => string, count = many, seed = 3): { readonly facts: DeadlineFacts[]; readonly days: number[] } {
  const chance = numbersFrom(seed)
  const days = Array.from({ length: count }, () => firstDay + Math.floor(chance() * (lastStart - firstDay)))
  const texts = new Map(days.map((day) => [day, textOf(day)]))
  return { days, facts: days.map((day) => ({ start: texts.get(day) ?? '', n: 3 + Math.floor(chance() * 58) })) }
}

/** Numbers from 0 to 1, the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

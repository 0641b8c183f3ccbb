/**
 * A lot that anybody can draw again: the list is shuffled from the seed alone, by steps that a person can follow on paper.
 *
 * 1. The seed's UTF-8 bytes give a start by the 32-bit FNV-1a hash: h = 2166136261; for each byte, h = (h xor byte) * 16777619, kept to 32 bits.
 * 2. Each further number: h = h + 0x6D2B79F5; t = (h xor h >>> 15) * (h or 1); t = t xor (t + (t xor t >>> 7) * (t or 61)); the number is t xor t >>> 14, all in 32 bits without sign.
 * 3. From the last place to the second: a number below the greatest multiple of n that 2^32 holds is taken (others are passed over, so that no place is favored), its remainder by n is the place to swap with.
 */
export function drawLot<T>(list: readonly T[], seed: string): readonly T[] {
  const drawn = [...list]
  const next = numbersFrom(seed)
  for (let last = drawn.length - 1; last > 0; last--) {
    const place = below(last + 1, next)
    const item = drawn[last] as T
    drawn[last] = drawn[place] as T
    drawn[place] = item
  }
  return drawn
}

function below(n: number, next: () => number): number {
  const fair = 2 ** 32 - (2 ** 32 % n)
  for (;;) {
    const number = next()
    if (number < fair) return number % n
  }
}

function numbersFrom(seed: string): () => number {
  let state = 2166136261
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

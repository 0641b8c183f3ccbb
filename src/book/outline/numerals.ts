/** Reads the figures, letters, Roman numerals and number words that agreements count with; null where a word is none of them. */

const units: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90, first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
}

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** A Roman numeral up to 399 in either case, strictly formed: `IIX` is none. */
export function romanValue(word: string): number | null {
  const upper = word.toUpperCase()
  if (!/^[CXVIL]{1,9}$/u.test(upper) || !/^C{0,3}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/u.test(upper)) return null
  let sum = 0
  for (let at = 0; at < upper.length; at += 1) {
    const value = romanValues[upper.charAt(at)] ?? 0
    const next = romanValues[upper.charAt(at + 1)] ?? 0
    sum += value < next ? -value : value
  }
  return sum
}

export function romanNumeral(value: number): string {
  const steps: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
  let left = value
  let numeral = ''
  for (const [step, sign] of steps) for (; left >= step; left -= step) numeral += sign
  return numeral
}

/** `a` is 1, `z` 26, `aa` 27, `bb` 28: lists run on by doubling their letters. */
export function letterValue(word: string): number | null {
  if (!/^(?:[a-z]{1,2}|[A-Z]{1,2})$/u.test(word)) return null
  if (word.length === 2 && word.charAt(0) !== word.charAt(1)) return null
  return word.toLowerCase().charCodeAt(0) - 96 + (word.length - 1) * 26
}

export function letterNumeral(value: number): string {
  const letter = String.fromCharCode(65 + ((value - 1) % 26))
  return letter.repeat(1 + Math.floor((value - 1) / 26))
}

/** `TWENTY SEVEN`, `twenty-seven`, `Nine`. */
export function wordValue(words: string): number | null {
  const parts = words.toLowerCase().split(/[\s-]+/u).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 2) return null
  const values = parts.map((part) => units[part])
  const [first, second] = values
  if (first === undefined) return null
  if (values.length === 1) return first
  return second !== undefined && first >= 20 && first % 10 === 0 && second < 10 ? first + second : null
}

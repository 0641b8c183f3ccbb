/** Roman and spelled-out numbers, as agreements print and cite them. */

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

const STEPS: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

const SMALL = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** `one` to `nineteen`, and the tens: what `figureOfWord` understands, as the inside of a pattern. */
export const NUMBER_WORD_PATTERN = `(?:(?:${TENS.join('|')})(?:[ -](?:${SMALL.slice(1, 10).join('|')}))?|${SMALL.slice(10).reverse().join('|')}|${SMALL.slice(1, 10).reverse().join('|')})`

/** The value of a well-formed Roman number in capitals up to 399, or null. */
export function figureOfRoman(text: string): number | null {
  if (!/^[IVXLC]+$/.test(text)) return null
  let total = 0
  for (let index = 0; index < text.length; index++) {
    const value = ROMAN[text[index] ?? ''] ?? 0
    const next = ROMAN[text[index + 1] ?? ''] ?? 0
    total += value < next ? -value : value
  }
  return romanOfFigure(total) === text ? total : null
}

/** 7 -> `VII`. */
export function romanOfFigure(figure: number): string {
  let left = figure
  let roman = ''
  for (const [value, sign] of STEPS) {
    while (left >= value) {
      roman += sign
      left -= value
    }
  }
  return roman
}

/** `Twenty-seven` -> 27, or null. */
export function figureOfWord(word: string): number | null {
  const [first = '', second] = word.toLowerCase().split(/[ -]/)
  const small = SMALL.indexOf(first)
  if (small >= 0) return second === undefined ? small : null
  const tens = TENS.indexOf(first)
  if (tens < 0) return null
  const ones = second === undefined ? 0 : SMALL.indexOf(second)
  return ones < 0 ? null : (tens + 2) * 10 + ones
}

/** Numbers as lists print them: figures, letters, Roman, words. Shared by HTML lists and Word's automatic numbering. */
export type Counting = 'decimal' | 'decimalZero' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman' | 'ordinal' | 'cardinalText' | 'ordinalText' | 'none'

/** The number as shown; plain figures where a counting cannot show it (letters and Roman have no zero). */
export function countAs(value: number, counting: Counting): string {
  switch (counting) {
    case 'none': return ''
    case 'decimal': return String(value)
    case 'decimalZero': return value >= 0 && value < 10 ? `0${value}` : String(value)
    case 'upperLetter': return letters(value)
    case 'lowerLetter': return letters(value).toLowerCase()
    case 'upperRoman': return roman(value)
    case 'lowerRoman': return roman(value).toLowerCase()
    case 'ordinal': return `${value}${ordinalEnding(value)}`
    case 'cardinalText': return inWords(value)
    case 'ordinalText': return ordinalInWords(value)
  }
}

/** Word counts A to Z, then AA, BB …; so do most printed agreements. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let shown = ''
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) shown += sign
  return shown
}

function ordinalEnding(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

const SMALL = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen', 'Fourteen', 'Fifteen', 'Sixteen', 'Seventeen', 'Eighteen', 'Nineteen']
const TENS = ['', '', 'Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety']

function inWords(value: number): string {
  if (value < 0 || value > 9999) return String(value)
  if (value < 20) return SMALL[value] ?? ''
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${(SMALL[value % 10] ?? '').toLowerCase()}`}`
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const rest = value % size
  return `${inWords(Math.floor(value / size))} ${name}${rest === 0 ? '' : ` ${inWords(rest).toLowerCase()}`}`
}

const ODD_ORDINALS: Readonly<Record<string, string>> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' }

function ordinalInWords(value: number): string {
  const words = inWords(value)
  const last = /[a-z]+$/i.exec(words)?.[0] ?? ''
  const plain = last.toLowerCase()
  const ordinal = ODD_ORDINALS[plain] ?? (plain.endsWith('y') ? `${plain.slice(0, -1)}ieth` : `${plain}th`)
  const whole = words.slice(0, words.length - last.length) + ordinal
  return /^\d/.test(words) ? `${value}${ordinalEnding(value)}` : whole.charAt(0).toUpperCase() + whole.slice(1)
}

import { figureOfWord, NUMBER_WORD_PATTERN } from '#book/links/number-words.ts'

/** Reads the numbers that stand after a word like "Section": `6.2, 6.3 and 6.5`, `B(3)`, `six (6) and eight (8)`. */

export interface PrintedNumber {
  readonly start: number
  readonly end: number
  /** As printed, without what was only spelled out: `6.5.3`, `B(3)`, `6`. */
  readonly number: string
}

const PAREN = String.raw`\((?:[a-z]{1,2}|[ivx]{1,4}|[A-Z]|\d{1,2})\)`
const DECIMAL = String.raw`\d{1,6}(?:-\d{1,3}(?=\.\d))?(?:\.\d{1,3})*(?:\.?[A-Za-z](?![A-Za-z0-9'’]))?(?:\.\d{1,2}(?!\d))*`
const ROMAN = String.raw`[IVXLC]{1,7}(?:[.-]?[A-Z](?![A-Za-z'’]))?(?![A-Za-z'’]|-\d)`
const LETTER = String.raw`[A-Z]{1,2}(?:-\d{1,2}|\d{1,2}|-[IVX]{1,4})?(?:\.\d{1,2}(?!\d))*(?:\.[a-z](?![A-Za-z]))?(?![A-Za-z'’])`
const SMALL_LETTER = String.raw`["“]?[a-z](?:\.\d{1,2})*["”]?(?=[.),;:](?!\w\.)|\s+(?:above|below|and|or|of|through|to|herein|hereof|immediately)\b|$)`
const ONE = new RegExp(String.raw`(?:${DECIMAL}|${ROMAN}|${LETTER}|${SMALL_LETTER})(?:\s?${PAREN})*|${PAREN}(?:\s?${PAREN})*`, 'y')
const SPELLED = new RegExp(String.raw`${NUMBER_WORD_PATTERN}\b(?:\s*\((\d{1,2})\))?`, 'iy')
const JOIN = /(?:\.(?=[,;]|\s+(?:and|or|through|to)\s))?\s*(?:,\s*(?:and\/or|and|or|&)?|;\s*(?:and|or)?|and\/or|and|or|&|through|thru|to|[-–—]|\/)\s*/y
/** After one of these a figure counts something and is no address. */
const COUNTED =
  /^(?:['’]s?\b|%|\s*(?:\(\d+\)\s*)?(?:percent|per cent|day|days|work|working|calendar|school|duty|hour|hours|minutes?|weeks?|months?|years?|semesters?|times?|pupils?|students?|teachers?|members?|employees?|dollars?|cents|units?|periods?|FTE|a\.m|p\.m|points?|or more|or fewer|or less|consecutive|additional)\b|[:/]\d|,\d{3}\b|\s*%)/i

/** The numbers from `from` on; none where no number stands there. `many` allows plain figures and letters to be joined (a plural word stood before). */
export function readNumbers(text: string, from: number, many: boolean): readonly PrintedNumber[] {
  const first = readOne(text, from)
  if (first === null) return []
  const numbers = [first]
  for (;;) {
    const last = numbers[numbers.length - 1] ?? first
    JOIN.lastIndex = last.end
    const join = JOIN.exec(text)
    if (join === null) break
    const next = readOne(text, JOIN.lastIndex)
    if (next === null || !continues(last, next, many, join[0])) break
    numbers.push(next)
  }
  return numbers
}

/** Whether a figure that ends at `end` is followed by what it counts: `10 days`. */
export function countsSomething(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 30))
}

function readOne(text: string, from: number): PrintedNumber | null {
  SPELLED.lastIndex = from
  const spelled = SPELLED.exec(text)
  if (spelled !== null) {
    const figure = spelled[1] ?? String(figureOfWord(spelled[0].replace(/\s*\(.*/, '')) ?? '')
    return figure === '' || countsSomething(text, SPELLED.lastIndex) ? null : { start: from, end: SPELLED.lastIndex, number: figure }
  }
  ONE.lastIndex = from
  const match = ONE.exec(text)
  if (match === null) return null
  const end = from + match[0].length
  if (/^\d/.test(match[0]) && (/^\d{1,2}$/.test(match[0]) ? countsSomething(text, end) : /^(?:%|\d|,\d{3}\b|:\d)/.test(text.slice(end, end + 5)))) return null
  return { start: from, end, number: match[0].replace(/["“”]/g, '') }
}

// "Section 6.5 and 10 days" goes no further than 6.5; "Sections 5 and 7" and "6.2, 6.3" do.
function continues(last: PrintedNumber, next: PrintedNumber, many: boolean, join: string): boolean {
  if (shapeOf(last.number) === 'dotted') return shapeOf(next.number) === 'dotted' || shapeOf(next.number) === 'paren'
  if (/^(?:-|–|—|\/)$/.test(join.trim()) && !many) return false
  if (shapeOf(next.number) === 'dotted') return many
  if (shapeOf(next.number) === 'paren') return shapeOf(last.number) === 'paren'
  return many && shapeOf(last.number) === shapeOf(next.number)
}

function shapeOf(number: string): 'dotted' | 'paren' | 'figure' | 'letter' {
  if (/^\d+(?:-\d+)?\.\w/.test(number)) return 'dotted'
  if (number.startsWith('(')) return 'paren'
  return /^\d/.test(number) ? 'figure' : 'letter'
}

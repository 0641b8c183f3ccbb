import { letterValue, romanValue, wordValue } from '#book/outline/numerals.ts'

/**
 * Reads the numbers that a row may open with, each with every way it can be read: `I.` is the first of a Roman list and the ninth of a lettered one.
 * Nothing is decided here; chains of numbers decide.
 */

/** One way to read a number: which list it would belong to, and where it would stand in it. */
export interface Reading {
  /** `dec` for `6.4.1`, else the look of the list: `1.`, `(a)`, `Section A`, `Article`. */
  readonly series: string
  /** Places from the top; a letter in a decimal number counts from 1001. */
  readonly path: readonly number[]
  /** As it should be printed, blanks inside mended. */
  readonly printed: string
  /** How much is assumed: 0 as it stands, more where a letter is taken for a look-alike. */
  readonly cost: number
}

/** A number found in a row; places count in the row. */
export interface Scan {
  readonly start: number
  readonly end: number
  readonly word: string | null
  readonly readings: readonly Reading[]
}

const lead = /[ \t]*(?:(?:[-*>•·▪●]|#{1,6})[ \t]+)?(?:\*\*|__|<[biu]>)*/y
const chapterWord = /(ARTICLE|Article|ARTlCLE|CHAPTER|Chapter)[ \t]*[-:#.]?[ \t]*(?:([0-9Il]{1,3})(?![0-9A-Za-z]|[.-][1-9])|([CXVIL]{1,8}|[xvil]{1,8})(?![A-Za-z0-9])|([A-Z][a-zA-Z]{2,8}(?:[ -][A-Z][a-zA-Z]{2,6})?)(?![a-zA-Z])|([A-Z])(?![A-Za-z0-9]))[ \t]*[.:)]?/y
const decimal = /(?:Section|SECTION|Sec\.|SEC\.|§|Article|ARTICLE)?[ \t]*([0-9]{1,3}|l[0-9]?)((?:(?:\.|-|\. )[0-9]{1,3}(?![0-9]))+)(\.?[A-Za-z](?=[.)\s]))?[.:]?(?=\)?(?:$|[\s*<A-Za-z"“(0-9]))\)?/y
const lettered = /([A-Z]|[IVXL]{2,7})((?:[.-][A-Z])?(?:[.-][0-9]{1,3})+)(?:\.?[a-z](?=[.)\s]))?\.?(?=$|[\s*<])/y
const spaced = /([A-Z]|[a-z]|[0-9]{1,2})(?:\t| {3,})(?=["“]?[A-Z])/y
const sectionWord = /(?:Section|SECTION|Sec\.|SEC\.)[ \t]+(?:([0-9]{1,3})|([A-Z]{1,5}|[a-z]))(?![A-Za-z0-9])[ \t]*[.:)-]?/y
const simple = /(?:\(([A-Za-z]{1,5}|[0-9]{1,3})\)\.?|([A-Za-z]{1,5}|[0-9]{1,3})(\.\)|[.)]))(?=$|[\s*<"“([]|[A-Z][a-z])|([A-Z])\.(?=[0-9$]|[A-Z]{3}|A (?!degree)[a-z])/y
const colon = /(?:([A-Z]|[IVXL]{2,5}):(?=$|[ \t]+\S|(?:19|20)[0-9]{2}\b|[A-Z][a-z])|([0-9]{1,2}):(?=$|[ \t]+["“(]?[A-Z]))/y
const stroke = /([A-Z]|[IVXL]{2,5})[ \t]*-[ \t]+(?=["“]?[A-Z])/y
const unmarked = /([IVXL]{2,5})[ \t]+(?=["“]?[A-Z][a-zA-Z]|[A-Z] )/y

/** Most rows begin with a plain word, which no number does. */
const plainWord = /(?!Art|Chap|Sec)[A-Za-z][a-z]+[ ,;]/y

/** The numbers at a place of a row, one behind the other: `8.1 A. (1)` gives three. */
export function scanMarks(plain: string, from = 0): Scan[] {
  const found: Scan[] = []
  let at = from
  for (let turn = 0; turn < 4; turn += 1) {
    const begin = skip(/[ \t]*/y, plain, at)
    at = skip(lead, plain, at)
    if (skip(plainWord, plain, at) > at) break
    const scan = scanChapter(plain, at) ?? scanDecimal(plain, at) ?? scanLettered(plain, at) ?? (turn === 0 ? scanSection(plain, at) : null) ?? scanSimple(plain, at) ?? (turn === 0 ? (scanBare(plain, at, colon, 0) ?? scanBare(plain, at, stroke, 0.5) ?? scanBare(plain, at, spaced, 0.7) ?? scanBare(plain, at, unmarked, 0.7)) : null)
    if (scan === null) break
    found.push({ ...scan, start: begin })
    at = scan.end
  }
  return found
}

function skip(pattern: RegExp, plain: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(plain) ? pattern.lastIndex : at
}

function matchAt(pattern: RegExp, plain: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(plain)
}

function scanChapter(plain: string, at: number): Scan | null {
  const match = matchAt(chapterWord, plain, at)
  if (match === null) return null
  const [whole, , figure, roman, words, letter] = match
  const readings = chapterReadings(figure, roman, words, letter)
  return readings.length === 0 ? null : { start: at, end: at + whole.length, word: 'article', readings }
}

/** `C` is the third of lettered articles, and a hundred in Roman ones: runs decide. */
function chapterReadings(figure?: string, roman?: string, words?: string, letter?: string): Reading[] {
  const readings: Reading[] = []
  const add = (series: string, value: number | null, printed: string): void => {
    if (value !== null) readings.push({ series, path: [value], printed, cost: 0 })
  }
  if (figure !== undefined && /[0-9]/u.test(figure)) add('Article', Number(figure.replace(/[Il]/gu, '1')), String(Number(figure.replace(/[Il]/gu, '1'))))
  const sign = figure !== undefined && !/[0-9]/u.test(figure) ? figure.replace(/l/gu, 'I') : roman?.toUpperCase()
  if (sign !== undefined) add('Article', romanValue(sign), sign)
  const single = letter ?? (sign?.length === 1 ? sign : undefined)
  if (single !== undefined) add('Article A', letterValue(single), single)
  if (words !== undefined) {
    const value = wordValue(words) ?? wordValue(words.split(/[ -]/u)[0] ?? '')
    add('Article', value, String(value))
  }
  return readings
}

function scanDecimal(plain: string, at: number): Scan | null {
  const match = matchAt(decimal, plain, at)
  if (match === null) return null
  const [whole, head = '', tail = '', letter] = match
  const printed = `${head.replace(/l/gu, '1')}${tail.replace(/ /gu, '')}`
  const path = printed.split(/[.-]/u).map(Number)
  const readings: Reading[] = []
  const cost = (tail.includes(' ') ? 1 : 0) + (head.includes('l') ? 1 : 0)
  const series = tail.includes('-') ? 'dec-' : 'dec'
  if (letter === undefined) readings.push({ series, path, printed, cost })
  else {
    const sign = letter.replace('.', '')
    readings.push({ series, path: [...path, 1000 + (letterValue(sign) ?? 1)], printed: `${printed}${letter}`, cost })
  }
  if (tail.startsWith('. ')) readings.push({ series: '1.', path: [Number(head.replace(/l/gu, '1'))], printed: head, cost: 1 })
  return { start: at, end: at + whole.length, word: /^[A§]|^S/u.test(whole) ? 'section' : null, readings }
}

/** `A.1` in Article A, `IV.3` or `IV.B.3` in Article IV. */
function scanLettered(plain: string, at: number): Scan | null {
  const match = matchAt(lettered, plain, at)
  if (match === null) return null
  const [whole, head = '', tail = ''] = match
  const under = tail.split(/[.-]/u).filter((part) => part !== '').map((part) => (/^[0-9]/u.test(part) ? Number(part) : 1000 + (letterValue(part) ?? 1)))
  const readings = [romanValue(head), letterValue(head)].flatMap((value) => (value === null ? [] : [{ series: 'dec', path: [value, ...under], printed: `${head}${tail}`, cost: 0.2 }]))
  return readings.length === 0 ? null : { start: at, end: at + whole.length, word: null, readings }
}

/** A number at the head of a row that bears another mark than most: `A: Text`, or none, as in `A    Text` and `III Title`. It may stand in a list whose other numbers have points. */
function scanBare(plain: string, at: number, pattern: RegExp, cost: number): Scan | null {
  const match = matchAt(pattern, plain, at)
  const sign = match?.[1] ?? match?.[2]
  if (match === null || sign === undefined) return null
  const readings = wordReadings(sign, '', '.').filter((reading) => reading.cost === 0 && (pattern !== unmarked || reading.series === 'I.')).map((reading) => ({ ...reading, cost }))
  return readings.length === 0 ? null : { start: at, end: at + match[0].length, word: null, readings }
}

function scanSection(plain: string, at: number): Scan | null {
  const match = matchAt(sectionWord, plain, at)
  if (match === null) return null
  const [whole, figure, letters] = match
  const readings = figure !== undefined ? [{ series: 'Section 1', path: [Number(figure)], printed: figure, cost: 0 }] : wordReadings(letters ?? '', 'Section ', '')
  return readings.length === 0 ? null : { start: at, end: at + whole.length, word: 'section', readings }
}

function scanSimple(plain: string, at: number): Scan | null {
  const match = matchAt(simple, plain, at)
  if (match === null) return null
  const [whole, inside, before, after, glued] = match
  const open = glued ?? before
  const close = glued === undefined ? after : '.'
  const sign = inside ?? open ?? ''
  const readings = wordReadings(sign, inside === undefined ? '' : '(', inside === undefined ? (close === '.)' ? ')' : (close ?? '.')) : ')')
  return readings.length === 0 ? null : { start: at, end: at + whole.length, word: null, readings }
}

/** All lists that a bare figure, letter or Roman numeral may belong to. */
function wordReadings(sign: string, before: string, after: string): Reading[] {
  const readings: Reading[] = []
  const add = (look: string, value: number | null, printed: string, cost: number): void => {
    if (value !== null && value > 0 && value < 200) readings.push({ series: `${before}${look}${after}`, path: [value], printed, cost })
  }
  if (/^[0-9]+$/u.test(sign)) {
    add('1', Number(sign), sign, 0)
    if (sign === '1') {
      add('A', 9, 'I', 1.5)
      add('I', 1, 'I', 1)
      add('a', 12, 'l', 1.5)
    }
    if (sign === '11') add('I', 2, 'II', 1)
    if (sign === '8') add('A', 2, 'B', 2)
    return readings
  }
  const upper = sign.toUpperCase() === sign
  if (upper || sign.toLowerCase() === sign) {
    const letter = letterValue(sign)
    add(upper ? 'A' : 'a', letter, sign, 0)
    const roman = romanValue(sign)
    if (roman !== null && roman < 60) add(upper ? 'I' : 'i', roman, sign, 0)
    if (upper && roman !== null && roman < 60 && roman > 3) add('i', roman, sign.toLowerCase(), 1)
  }
  const mended = sign.replace(/l/gu, 'i').replace(/[1!]/gu, 'i')
  if (mended !== sign && /^[ivxIVX]+$/u.test(mended)) {
    const roman = romanValue(mended)
    const small = /^[a-z]/u.test(sign)
    add(small ? 'i' : 'I', roman, small ? mended.toLowerCase() : mended.toUpperCase(), 0.5)
  }
  if (sign === 'l') add('1', 1, '1', 1)
  if (sign === 'I') add('1', 1, '1', 1.5)
  return readings
}

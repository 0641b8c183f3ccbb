import { parseCivilDay } from '#plain/civil-day.ts'
import type { Problem } from '#plain/problem.ts'
import { problem } from '#plain/problem.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { LONGER_NAMES } from '#rules/feel/function-names.ts'

/**
 * The text of an expression as tokens, one at a time, on character codes: a whole agreement has thousands of expressions and loads while a person waits.
 * The first fault is kept and ends the text, so that every reader above unwinds by itself.
 */
export class Tokens {
  readonly text: string
  /** Reads a whole expression, or one without comparison or `and`: given by the grammar above, so that operands and tests need not import it. */
  readonly grammar: Grammar
  /** `end`, `number`, `amount`, `text`, `date`, `time`, `word`, or the sign itself. */
  kind = ''
  /** The word, the text without its quotes, the number without `$` and commas, the day as ISO text. */
  value = ''
  from = 0
  to = 0
  /** Where the token before ended. */
  before = 0
  depth = 0
  /** Whether the range read last stood without brackets: `175..178`. */
  bareRange = false
  fault: Problem | null = null

  constructor(text: string, grammar: Grammar) {
    this.text = text
    this.grammar = grammar
    this.next()
  }

  next(): void {
    this.before = this.to
    if (this.fault !== null) return
    const at = this.skipSpaces(this.to)
    this.from = at
    if (at >= this.text.length) {
      this.kind = 'end'
      this.to = at
      return
    }
    const code = this.text.charCodeAt(at)
    if (isLetter(code)) this.word(at)
    else if (isDigit(code) || (code === 46 && isDigit(this.text.charCodeAt(at + 1)))) this.figure(at)
    else if (code === 34) this.quoted(at)
    else if (code === 36) this.amount(at)
    else if (code === 64) this.atText(at)
    else this.sign(at, code)
  }

  /** Keeps the first fault and ends the text. Characters count from 1. */
  fail(what: string, next: string, at: number = this.from): void {
    this.fault ??= problem('feel/syntax', `Character ${at + 1} of \`${shortened(this.text)}\`: ${what}`, next)
    this.kind = 'end'
    this.from = this.to = this.text.length
  }

  /** Takes the token if it is this sign or keyword. */
  take(kind: string): boolean {
    if (this.kind !== kind) return false
    this.next()
    return true
  }

  isWord(word: string): boolean {
    return this.kind === 'word' && this.value === word
  }

  expect(kind: string, after: string): void {
    if (this.kind === kind) this.next()
    else this.fail(`expected \`${kind}\` ${after}, found ${this.found()}.`, `Write \`${kind}\` there.`)
  }

  expectWord(word: string, after: string): void {
    if (this.isWord(word)) this.next()
    else this.fail(`expected \`${word}\` ${after}, found ${this.found()}.`, `Write \`${word}\` there.`)
  }

  found(): string {
    return this.kind === 'end' ? 'the end' : `\`${this.text.slice(this.from, this.to)}\``
  }

  /** The sign that follows this token, as a character code, without reading on. */
  peek(): number {
    return this.text.charCodeAt(this.skipSpaces(this.to))
  }

  /** Widens the word to the longest function name that stands here, its bracket after it: `days` to `days between`. */
  widen(): void {
    const longer = LONGER_NAMES.get(this.value)
    if (longer === undefined) return
    for (const { name, words } of longer) {
      const end = this.endOfWords(words)
      if (end < 0 || (this.text.charCodeAt(this.skipSpaces(end)) !== 40 && name !== 'as of')) continue
      this.value = name
      this.to = end
      return
    }
  }

  private endOfWords(words: readonly string[]): number {
    let at = this.to
    for (const word of words) {
      const start = this.skipSpaces(at)
      at = start + word.length
      if (!this.text.startsWith(word, start) || isPart(this.text.charCodeAt(at))) return -1
    }
    return at
  }

  private skipSpaces(from: number): number {
    let at = from
    for (;;) {
      const code = this.text.charCodeAt(at)
      if (code === 32 || (code >= 9 && code <= 13) || code === 160) at += 1
      else return at
    }
  }

  private word(from: number): void {
    let at = from + 1
    while (isPart(this.text.charCodeAt(at))) at += 1
    this.kind = 'word'
    this.value = this.text.slice(from, at)
    this.to = at
  }

  private digits(from: number): number {
    let at = from
    while (isDigit(this.text.charCodeAt(at))) at += 1
    return at
  }

  /** A number, a bare day `2010-11-01` or a bare time `08:30`. */
  private figure(from: number): void {
    const { text } = this
    const whole = this.digits(from)
    if (whole - from === 4 && text.charCodeAt(whole) === 45 && this.digits(whole + 1) === whole + 3 && text.charCodeAt(whole + 3) === 45 && this.digits(whole + 4) === whole + 6) return this.day(text.slice(from, whole + 6), whole + 6)
    if (whole - from <= 2 && whole > from && text.charCodeAt(whole) === 58 && this.digits(whole + 1) === whole + 3) {
      const end = text.charCodeAt(whole + 3) === 58 && this.digits(whole + 4) === whole + 6 ? whole + 6 : whole + 3
      return this.time(text.slice(from, end), end)
    }
    const end = text.charCodeAt(whole) === 46 && isDigit(text.charCodeAt(whole + 1)) ? this.digits(whole + 1) : whole
    this.kind = 'number'
    this.value = from === whole ? `0${text.slice(from, end)}` : text.slice(from, end)
    this.to = end
    this.endFigure(end)
  }

  private endFigure(end: number): void {
    const code = this.text.charCodeAt(end)
    if (code === 37) this.fail('the percent sign is not part of the language.', 'Write the fraction (0.07), or name the figure as a percent.', end)
    else if (isPart(code)) this.fail(`a number runs into \`${this.text.slice(end, end + 12)}\`.`, 'Put a sign between them, as in `2 * steps`; a text stands in quotes.', end)
  }

  private day(value: string, end: number): void {
    this.kind = 'date'
    this.value = value
    this.to = end
    if (parseCivilDay(value) === null) this.fail(`${value} is no day of the calendar.`, 'Write a day as year-month-day, 2010-11-01.')
    else this.endFigure(end)
  }

  private time(value: string, end: number): void {
    const match = /^(\d\d?):(\d\d)(?::00)?$/.exec(value)
    this.kind = 'time'
    this.to = end
    if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return this.fail(`${value} is no time of the day.`, 'Write hours and minutes, 08:30.')
    this.value = `${String(match[1]).padStart(2, '0')}:${match[2]}`
    this.endFigure(end)
  }

  private amount(from: number): void {
    const { text } = this
    let end = this.digits(from + 1)
    if (end === from + 1) return this.fail('a dollar sign without an amount.', 'Write the amount right after it: $1,250.50.')
    if (end - from <= 4) while (text.charCodeAt(end) === 44 && this.digits(end + 1) === end + 4) end += 4
    const cents = text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1)) ? this.digits(end + 1) : end
    this.kind = 'amount'
    this.value = text.slice(from + 1, cents).replaceAll(',', '')
    this.to = cents
    this.endFigure(cents)
  }

  private quoted(from: number): void {
    const end = closingQuote(this.text, from + 1)
    if (end < 0) return this.fail('a text that does not end.', 'Close it with a second quotation mark.')
    this.kind = 'text'
    this.to = end + 1
    const raw = this.text.slice(from + 1, end)
    this.value = raw.includes('\\') ? unescaped(raw) : raw
  }

  /** `@"2010-11-01"`: a day or a time in quotes. */
  private atText(from: number): void {
    if (this.text.charCodeAt(from + 1) !== 34) return this.fail('`@` stands before a day in quotes only.', 'Write 2010-11-01 or @"2010-11-01".')
    this.quoted(from + 1)
    if (this.fault === null) this.dayOrTime(this.value, this.to)
  }

  /** Makes this token the day or time that the text says. */
  dayOrTime(value: string, end: number): void {
    if (/^\d\d?:/.test(value)) this.time(value, end)
    else this.day(value, end)
  }

  private sign(at: number, code: number): void {
    const two = pairs.get(code)
    const kind = two !== undefined && this.text.charCodeAt(at + 1) === two.second ? two.sign : singles[code]
    if (kind === undefined) return this.fail(`\`${String.fromCodePoint(this.text.codePointAt(at) ?? code)}\` is no sign of the language.`, strangers.get(code) ?? 'The signs are + - * / ** = != < <= > >= ( ) [ ] { } , : . and ..; a text stands in "quotes".')
    this.kind = kind
    this.to = at + kind.length
  }
}

/** Signs by their character code. */
const singles: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) => ('()[]{},:.+-*/=<>'.includes(String.fromCharCode(code)) ? String.fromCharCode(code) : undefined))

/** Signs of two characters by the first. */
const pairs: ReadonlyMap<number, { readonly second: number; readonly sign: string }> = new Map(['..', '<=', '>=', '!=', '**'].map(sign => [sign.charCodeAt(0), { second: sign.charCodeAt(1), sign }]))

export interface Grammar {
  readonly expression: (tokens: Tokens) => Expression
  /** Without comparison, `and` and `or`: an end of a range. */
  readonly sum: (tokens: Tokens) => Expression
  /** Goes on from an operand that was read already, to the end of a sum. */
  readonly sumFrom: (tokens: Tokens, operand: Expression) => Expression
}

const strangers = new Map<number, string>([
  [37, 'Write the fraction (0.07), or name the figure as a percent.'],
  [38, 'Write `and`.'],
  [124, 'Write `or`.'],
  [33, 'Write `not(...)` or `!=`.'],
  [39, 'A text stands in double quotes.'],
  [0x2013, 'Write the minus of the keyboard; a range is 175..178.'],
  [0x2014, 'Write the minus of the keyboard; a range is 175..178.'],
  [0x201c, 'Write straight quotation marks: "text".'],
  [0x201d, 'Write straight quotation marks: "text".'],
  [0x2264, 'Write <=.'],
  [0x2265, 'Write >=.'],
  [0xd7, 'Write *.'],
])

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
}

function isPart(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 92) at += 1
    else if (code === 34) return at
  }
  return -1
}

function unescaped(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, sign: string | undefined) => (hex === undefined ? (plainOf.get(sign ?? '') ?? sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16))))
}

const plainOf = new Map([['n', '\n'], ['t', '\t'], ['r', '\r']])

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`
}

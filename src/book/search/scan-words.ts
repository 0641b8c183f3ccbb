/** Cuts a text into words, the same way for the index, for the query and for the marks in a snippet. */

/** Calls `visit` with the start and end of each word. `6.4.1`, `4,250` and `teacher's` are one word each; a hyphen parts words. */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length
  let at = 0
  while (at < length) {
    if (kindOf(text.charCodeAt(at)) === OTHER) {
      at += 1
      continue
    }
    const start = at
    at = wordEnd(text, at, length)
    visit(start, at)
  }
}

/** A word as the index knows it: lower case, no marks, no possessive, no thousands comma. Never empty for a scanned word of letters or figures. */
export function normalWord(raw: string): string {
  let word = raw.toLowerCase()
  if (/[^\p{ASCII}]/u.test(word)) word = foldLetters(word)
  if (/\d,\d/.test(word)) word = word.replaceAll(',', '')
  if (word.includes("'")) word = word.replace(/'s?$/, '').replaceAll("'", '')
  return word
}

/** The normal words of a text with their places. For queries and single clauses, not for whole books. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  const found: { word: string; start: number; end: number }[] = []
  scanWords(text, (start, end) => {
    const word = normalWord(text.slice(start, end))
    if (word !== '') found.push({ word, start, end })
  })
  return found
}

/** Whether a letter or figure stands there: what words are made of. */
export function isWordLetter(text: string, at: number): boolean {
  return at < text.length && kindOf(text.charCodeAt(at)) !== OTHER
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const APOSTROPHE = 3
const POINT = 4
const UNKNOWN = 9

const kinds = new Uint8Array(65_536).fill(UNKNOWN)

function wordEnd(text: string, from: number, length: number): number {
  let at = from + 1
  let last = kindOf(text.charCodeAt(from))
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === LETTER || kind === DIGIT) {
      last = kind
      at += 1
    } else if (joins(code, last) && at + 1 < length && kindOf(text.charCodeAt(at + 1)) === last) at += 1
    else break
  }
  return at
}

/** An apostrophe joins letters, a point or comma joins figures. */
function joins(code: number, last: number): boolean {
  const mark = code === 39 || code === 8217 ? APOSTROPHE : code === 46 || code === 44 ? POINT : OTHER
  return (mark === APOSTROPHE && last === LETTER) || (mark === POINT && last === DIGIT)
}

function kindOf(code: number): number {
  const known = kinds[code] ?? OTHER
  if (known !== UNKNOWN) return known
  const letter = String.fromCharCode(code)
  const kind = /\p{Nd}/u.test(letter) ? DIGIT : /[\p{L}\p{M}\p{N}]/u.test(letter) || invisible.test(letter) ? LETTER : OTHER
  kinds[code] = kind
  return kind
}

/** Soft hyphens and zero-width blanks stand inside words of scanned and converted files. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/

/** Letters that scanning programs put in place of the Latin ones that look the same. */
const lookalikes: Readonly<Record<string, string>> = { а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j' }

function foldLetters(word: string): string {
  const plain = word.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '').replaceAll('’', "'")
  return /[a-z]/.test(plain) ? plain.replace(/[авекмнорстухіѕј]/g, (letter) => lookalikes[letter] ?? letter) : plain
}

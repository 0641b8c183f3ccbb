import { isWordLetter } from '#book/search/scan-words.ts'

/** Cuts a text into the smallest pieces that a redline shows changed: words, whole figures and amounts, single marks. */

export interface Token {
  /** The blank or line end before it, as it stands; mostly one blank or nothing. */
  readonly gap: string
  readonly core: string
}

/**
 * The tokens of a text; gaps and cores joined give the text again, but for blanks at its very end.
 * `$4,250.00`, `6.4.1`, `25:1`, `10/15/2012`, `2010-2013`, `5%`, `10th` and `full-time` are one token each; any other mark stands alone.
 */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = coreStart(text, at)
    if (start >= text.length) break
    const end = coreEnd(text, start)
    tokens.push({ gap: text.slice(at, start), core: text.slice(start, end) })
    at = end
  }
  return tokens
}

function coreStart(text: string, at: number): number {
  let start = at
  while (start < text.length && isBlank(text, start)) start += 1
  return start
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 10 || (code < 14 && code > 8) || (code > 127 && /\s/.test(text[at]!))
}

function coreEnd(text: string, start: number): number {
  if (isDigit(text, start)) return figureEnd(text, start)
  if (/[$€£]/.test(text[start]!) && isDigit(text, start + 1)) return figureEnd(text, start + 1)
  if (isWordLetter(text, start)) return wordEnd(text, start)
  // A mark outside the basic plane is two units of the text and one mark.
  return start + (text.codePointAt(start)! > 0xffff ? 2 : 1)
}

function figureEnd(text: string, start: number): number {
  let end = start
  while (isDigit(text, end) || (isDigit(text, end + 1) && '.,:/–-'.includes(text[end]!))) end += 1
  if (text[end] === '%') return end + 1
  const ordinal = text.slice(end, end + 2)
  return (ordinal === 'st' || ordinal === 'nd' || ordinal === 'rd' || ordinal === 'th') && !isWordLetter(text, end + 2) ? end + 2 : end
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (isWordLetter(text, end) || (isWordLetter(text, end + 1) && "'’-".includes(text[end]!))) end += 1
  return end
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

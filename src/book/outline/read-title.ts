import type { Span } from '#book/book.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { cleanText } from '#book/outline/reflow.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Reads a chapter's title: behind its number, or on the rows below, over two rows where it is broken. */

export interface Title {
  readonly text: string
  readonly spans: readonly Span[]
  /** Where the text under the title begins. */
  readonly body: number
}

/** `known` is the title that the table of contents gives; null where it gives none. `value` is the place of an article's number; 0 for what counts otherwise. */
export function readTitle(rows: readonly Row[], row: Row, end: number, aside: (row: Row) => boolean, known: string | null, value = 0): Title {
  const behind = row.text.slice(end - row.start)
  const part = known === null || (!row.flat && behind.trim().length <= 100) ? null : knownPart(behind, known)
  if (part !== null) return { text: cleanTitle(behind.slice(0, part)), spans: [{ start: end, end: end + part }], body: end + part }
  const spans: Span[] = []
  const parts: string[] = []
  let last = row
  if (cleanTitle(behind) !== '') take(row, end)
  for (let at = row.index + 1; at < Math.min(rows.length, row.index + 8) && spans.length < 4; at += 1) {
    const next = rows[at]
    if (next === undefined || aside(next) || next.blank) continue
    const open = parts.join(' ')
    const bold = parts.length > 0 && isBoldRest(rows, last, open, next)
    if (!bold && known !== null && open !== '' && letters(open) === letters(known)) break
    const wanted = known !== null && letters(known).startsWith(letters(`${open} ${next.text}`))
    const adjacent = next.index - last.index === 1
    if (!wanted && !bold && (parts.length === 0 ? !isTitle(next) : !(adjacent && (continues(open, next) || isCentred(rows, row, next) || isRest(rows, open, next, value))))) break
    take(next, next.start)
  }
  return { text: cleanTitle(parts.join(' ')), spans, body: last.stop }

  function take(from: Row, start: number): void {
    spans.push({ start, end: from.end })
    parts.push(from.text.slice(start - from.start))
    last = from
  }
}

/** How much of a line is the title, where text goes on behind it. */
function knownPart(behind: string, known: string): number | null {
  const wanted = letters(known)
  if (wanted.length < 4) return null
  let found = ''
  for (let at = 0; at < behind.length && found.length < wanted.length; at += 1) {
    found += letters(behind.charAt(at))
    if (found === wanted) return letters(behind.slice(at + 1)) === '' ? null : at + 1
  }
  return null
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '')
}

export function cleanTitle(text: string): string {
  const words = cleanText(text).replace(/^[\s:.\-–—_#]+/u, '')
  let end = words.length
  while (end > 0 && ' :.-–—_…'.includes(words.charAt(end - 1))) end -= 1
  return shortened.test(words.slice(0, end + 1)) ? words.slice(0, end + 1) : words.slice(0, end)
}

/** A full stop that ends a word cut short, and no sentence. */
const shortened = /\b(?:et al|etc|inc|dept|jr|sr)\.$/iu

function isTitle(row: Row): boolean {
  const plain = row.plain.trim()
  return plain.length <= 100 && /^["“(*#<_]*\s*[A-Z]/u.test(plain.replace(/^<[biu]>/u, '')) && (!/[.;:,]$/u.test(plain) || shortened.test(plain)) && !/\b(?:shall|will|agrees?|is|are|has|have|may)\b/u.test(plain) && scanMarks(row.plain).length === 0
}

/** The rest of a title that is set towards the middle, over text that is not. */
function isCentred(rows: readonly Row[], head: Row, next: Row): boolean {
  const below = rows.slice(next.index + 1, next.index + 6).find((row) => !row.blank)
  const plain = next.plain.trim()
  return head.indent >= 10 && next.indent >= 10 && below !== undefined && below.indent < next.indent - 8 && plain.length < 60 && !/[.;:,]$/u.test(plain) && scanMarks(next.plain).length === 0
}

/** The rest of a bold title: the words above it ask for more, or it is set towards the middle over text that is neither bold nor set so. */
function isBoldRest(rows: readonly Row[], last: Row, open: string, next: Row): boolean {
  if (last.hint?.bold !== true || next.hint?.bold !== true || last.hint.size !== next.hint.size || last.page !== next.page || next.index - last.index > 2 || !isTitle(next)) return false
  if (asksForMore.test(open.trim())) return true
  const below = rows.slice(next.index + 1, next.index + 6).find((row) => !row.blank)
  const left = next.hint.left ?? 0
  return next.index - last.index === 1 && below !== undefined && below.hint?.bold !== true && last.hint.left !== left && left > (below.hint?.left ?? left) + 10
}

/** A short row between the heading and the article's first section (`5.1`). */
function isRest(rows: readonly Row[], open: string, next: Row, value: number): boolean {
  if (value === 0 || !isTitle(next) || isCapitals(open) !== isCapitals(next.plain) || next.plain.trim().length > 60) return false
  const below = rows.slice(next.index + 1, next.index + 5).find((row) => !row.blank)
  return below !== undefined && scanMarks(below.plain)[0]?.readings.some(({ path }) => path.length === 2 && path[0] === value && path[1] === 1) === true
}

/** No title ends so. Capitals count too, of a bold title. */
const asksForMore = /(?:\b(?:and|of|the|for|in|to|with|or)|[,&/-])\s*$/iu

function continues(open: string, row: Row): boolean {
  if (!isTitle(row)) return false
  return isCapitals(open) ? isCapitals(row.plain) : asksForMore.test(open.trim())
}

function isCapitals(text: string): boolean {
  return /[A-Z]{2}/u.test(text) && !/[a-z]{2}/u.test(text)
}

import { allMatches } from '#book/links/all-matches.ts'
import { countsSomething, readNumbers, type PrintedNumber } from '#book/links/read-numbers.ts'

/** Finds what reads like the address of a clause: "Section 6.5.3", "Article VII, Section B(3)", "paragraph (b) of this section". Resolves nothing. */

export type CitedLevel = 'article' | 'section' | 'part' | 'appendix'

export interface Citation {
  readonly start: number
  readonly end: number
  readonly level: CitedLevel
  /** The word as printed, in small letters and the singular: `section`, `exhibit`; empty for a bare number. */
  readonly word: string
  /** Empty for "this Article". */
  readonly number: string
  /** What it is a part of, from near to far: paragraph (b) of Section 6.4 of Article 6. */
  readonly under: readonly { readonly level: CitedLevel; readonly number: string }[]
  /** A bare number in a sentence, without a word that calls it an address: one only if the book has it. */
  readonly loose?: true
  /** Said to stand in another document: "of the Bylaws". */
  readonly outside: boolean
}

const LEAD =
  /\b(?:(articles?|art\.(?=\s*[IVX\d]))|(sections?|secs?\.)|((?:sub-?sections?|(?:sub-?)?paragraphs?|items?|clauses?|sub-?divisions?|provisions?))|(appendi(?:x|ces)|exhibits?|attachments?|schedules?|addend(?:um|a)))(?=[\s(])|(§§?)/gi
const NUMBER_SIGN = /\s*(?:numbers?|no\.|nos\.|#)?\s*/iy
const DOWN = /\s*(?:\([^()]{3,60}\)|["“][^"”]{3,60}["”])?\s*[,;:.–-]?\s*(?=(?:section|sec\.|sub-?section|paragraph|sub-?paragraph|item|clause|§)s?\s*[(A-Za-z0-9])/iy
const UP = /\s*(?:,\s*)?(?:of|in|under)\s+(?=(?:(?:the\s+)?this\s+|(?:article|section|appendix|exhibit|paragraph|subsection)\s))/iy
const THIS = /(?:this|the present)\s+(article|section|sub-?section|paragraph|appendix)\b/iy
const STANDING = /\b(?:this|the present)\s+(article|appendix)\b(?!\s*[\d(])/gi
const ELSEWHERE =
  /^\s*(?:,\s*)?(?:of|in|to|under)\s+(?:the\s+)?(?!this\b|Article\b|Section\b|Agreement\b|Contract\b|Appendix\b|District\b|Association\b|above\b)(?:[A-Z][\w.’'/&-]*\s+|of\s+|and\s+|the\s+|for\s+){0,6}?(?:Act|Code|Codes|Law|Laws|Bylaws?|By-laws?|Constitution|Charter|Regulations?|Rules?|Polic(?:y|ies)|Handbook|Manual|Statutes?|SB|AB|MOU|Memorandum|IRC|Title|Plan|Ordinance|Resolution|RSMo)\b/
const OTHER_BOOK_BEFORE = /(?:Policy|Policies|Regulations?|Bylaws?|Constitution|Charter|Code|Act|Law|Rule|Title\s+[\dIVX]+|Handbook|Ordinance|IRC|MOU|Education|Statutes?|RSMo)[,:]?\s*$/
const PLAN_AFTER = /^\s*(?:\(?[a-z]\)?\s*)?(?:plans?|accounts?|conferences?|accommodations?|programs?|flexible)\b/i

export function findCitations(text: string, taken: readonly { readonly start: number; readonly end: number }[]): readonly Citation[] {
  const found: Citation[] = []
  let from = 0
  const isTaken = takenIn(taken)
  for (const match of allMatches(LEAD, text)) {
    if (match.index < from || isTaken(match.index)) continue
    const citations = citationsAt(text, match)
    found.push(...citations)
    from = citations[citations.length - 1]?.end ?? from
  }
  const isCited = takenIn([...found])
  for (const match of allMatches(STANDING, text)) {
    if (isCited(match.index) || isCited(match.index + match[0].length - 1)) continue
    const level = match[1]?.toLowerCase() === 'article' ? 'article' : 'appendix'
    found.push({ start: match.index, end: match.index + match[0].length, level, word: level, number: '', under: [], outside: false })
  }
  found.push(...bareNumbers(text, [...taken, ...found]))
  return found.sort((a, b) => a.start - b.start)
}

/** Deeper than "item 1 of paragraph (a) of Section 2 of Article 3 of Appendix B" nothing is cited. */
const DEEPEST = 5

function citationsAt(text: string, match: RegExpExecArray, depth = 0): readonly Citation[] {
  const level = levelOf(match)
  const numbers = numbersAfter(text, match.index + match[0].length, match[0])
  if (numbers.length === 0) return []
  const last = numbers[numbers.length - 1] as PrintedNumber
  const outside = saysElsewhere(text, match.index, last.end)
  const word = singular(match[0])
  const down = outside || numbers.length > 1 || depth >= DEEPEST ? null : goDown(text, last.end, depth + 1)
  if (down !== null) {
    const above = { level, number: last.number }
    return down.map((one, index) => (index === 0 ? { ...one, start: match.index, under: [...one.under, above] } : { ...one, under: [...one.under, above] }))
  }
  const up = outside ? null : goUp(text, last.end, depth)
  return numbers.map((one, index) => ({
    start: index === 0 ? match.index : one.start,
    end: index === numbers.length - 1 && numbers.length === 1 && up !== null ? up.end : one.end,
    level,
    word,
    number: one.number,
    under: up?.under ?? [],
    outside,
  }))
}

// "Article VII, Section B(3)": the words after name a part of what stands before.
function goDown(text: string, from: number, depth: number): readonly Citation[] | null {
  DOWN.lastIndex = from
  if (DOWN.exec(text) === null) return null
  const at = DOWN.lastIndex
  LEAD.lastIndex = at
  const match = LEAD.exec(text)
  LEAD.lastIndex = 0
  if (match === null || match.index !== at) return null
  const inner = citationsAt(text, match, depth)
  return inner.length === 0 || inner.some((one) => one.outside) ? null : inner
}

// "paragraph (b) of Section 6.4 of this Article": the words after name the whole.
function goUp(text: string, from: number, depth: number): { under: Citation['under']; end: number } | null {
  if (depth >= DEEPEST) return null
  UP.lastIndex = from
  if (UP.exec(text) === null) return null
  const at = UP.lastIndex
  THIS.lastIndex = at
  const standing = THIS.exec(text)
  if (standing !== null) {
    const rest = goUp(text, THIS.lastIndex, depth + 1)
    return { under: [{ level: levelOfWord(standing[1] ?? ''), number: '' }, ...(rest?.under ?? [])], end: rest?.end ?? THIS.lastIndex }
  }
  LEAD.lastIndex = at
  const match = LEAD.exec(text)
  LEAD.lastIndex = 0
  if (match === null || match.index !== at) return null
  const numbers = numbersAfter(text, match.index + match[0].length, match[0])
  const [one] = numbers
  if (one === undefined || numbers.length > 1 || saysElsewhere(text, match.index, one.end)) return null
  const rest = goUp(text, one.end, depth + 1)
  return { under: [{ level: levelOf(match), number: one.number }, ...(rest?.under ?? [])], end: rest?.end ?? one.end }
}

function numbersAfter(text: string, end: number, lead: string): readonly PrintedNumber[] {
  NUMBER_SIGN.lastIndex = end
  NUMBER_SIGN.exec(text)
  const many = /s\.?$|ces$|§§/i.test(lead)
  return readNumbers(text, Math.max(end, NUMBER_SIGN.lastIndex), many)
}

function saysElsewhere(text: string, start: number, end: number): boolean {
  return ELSEWHERE.test(text.slice(end, end + 120)) || OTHER_BOOK_BEFORE.test(text.slice(Math.max(0, start - 30), start)) || PLAN_AFTER.test(text.slice(end, end + 25))
}

const CUE =
  /(?:\b(?:see|per|under|pursuant to|accordance with|as in|set forth in|described in|defined in|(?:provided|provisions?) (?:in|for in|by|of)|outlined in|specified in|stated in|listed in|contained in|indicated in|required (?:by|in)|identified in|exceptions? (?:in|of|to|noted in)|subject to|notwithstanding|limits? (?:in|of|to)|established in|referenced in|covered by|authorized by|requirements of|refer to|noted in)|[;,]\s*(?:and|or)|[(])\s*$/i
const BARE = /(?<![\d.$#/:]|[^\d]-)\d{1,2}(?:\.\d{1,2}){1,6}(?:\.?[a-z](?![A-Za-z]))?(?:\([a-z0-9]{1,2}\))*(?![\d%:/]|-(?!\d{1,2}\.\d)|\.\d|,\d{3})/g

// A bare number is an address where three figures and a cue, or a cue and "above", say so; else it is a measure.
function bareNumbers(text: string, taken: readonly { readonly start: number; readonly end: number }[]): Citation[] {
  const found: Citation[] = []
  if (!/\d\.\d/.test(text)) return found
  const isTaken = takenIn(taken)
  for (const match of allMatches(BARE, text)) {
    const end = match.index + match[0].length
    if (isTaken(match.index) || countsSomething(text, end)) continue
    const cued = CUE.test(text.slice(Math.max(0, match.index - 30), match.index)) || follows(found.at(-1), text, match.index)
    const placed = /^\s*(?:,\s*)?(?:above|below|herein|hereof|of this (?:article|section|agreement))\b/i.test(text.slice(end, end + 24))
    const loose = !cued && !placed
    if (loose && (!/\.\d+\.\d/.test(match[0]) || match.index === 0 || /^\.?\s+[A-Z(]/.test(text.slice(end, end + 4)))) continue
    found.push({ start: match.index, end, level: 'section', word: '', number: match[0], under: [], outside: false, ...(loose ? { loose } : {}) })
  }
  return found
}

// "…, 6.3 and 6.5": a number that a list joins to the one before.
function follows(before: Citation | undefined, text: string, at: number): boolean {
  return before !== undefined && at - before.end < 12 && /^\s*(?:,|and|or|through|to|-|–|,\s*(?:and|or))\s*$/.test(text.slice(before.end, at))
}

// Whether a place stands in one of the spans; asked for in rising order.
function takenIn(spans: readonly { readonly start: number; readonly end: number }[]): (at: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  let index = 0
  return (at) => {
    while (index < sorted.length && (sorted[index]?.end ?? 0) <= at) index++
    return (sorted[index]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}

function levelOf(match: RegExpExecArray): CitedLevel {
  if (match[1] !== undefined) return 'article'
  if (match[2] !== undefined || match[5] !== undefined) return 'section'
  return match[3] === undefined ? 'appendix' : 'part'
}

function levelOfWord(word: string): CitedLevel {
  const small = word.toLowerCase()
  return small === 'article' || small === 'section' || small === 'appendix' ? small : 'part'
}

function singular(word: string): string {
  return word.toLowerCase().replace(/^appendices$/, 'appendix').replace(/^addenda$/, 'addendum').replace(/^art\.$/, 'article').replace(/^secs?\.$|^§§?$/, 'section').replace(/s$/, '')
}

import type { Definition, TermUse } from '#book/book.ts'
import type { AddressBook, Place } from '#book/links/address-book.ts'
import { covers, singularWord, type DefinedTerm } from '#book/links/find-definitions.ts'

/** Finds where defined terms are used: the longest term wins, plural and possessive count, and a term defined for one article holds there first. */

export function findTermUses(terms: readonly DefinedTerm[], book: AddressBook): readonly Definition[] {
  const uses = new Map<DefinedTerm, TermUse[]>(terms.map((term) => [term, []]))
  const starting = Map.groupBy(terms, (term) => term.words[0] ?? '')
  for (const others of starting.values()) others.sort((a, b) => b.words.length - a.words.length)
  if (terms.length === 0) return []
  const lookUp = { starting, heads: headsOf([...starting.keys()]), known: new Map<string, readonly DefinedTerm[] | null>() }
  for (const place of book.places) gatherUses(place, lookUp, uses)
  return terms.map((term) => ({ term: term.term, anchor: term.place.anchor, uses: uses.get(term) ?? [] }))
}

interface LookUp {
  readonly starting: ReadonlyMap<string, readonly DefinedTerm[]>
  /** The first three letters of the terms' first words, folded: most words of a text are passed over by these. */
  readonly heads: Uint8Array
  /** Words as printed, and the terms that begin with them. */
  readonly known: Map<string, readonly DefinedTerm[] | null>
}

function headsOf(stems: readonly string[]): Uint8Array {
  const heads = new Uint8Array(32 ** 3)
  for (const stem of stems) {
    // "Counties" begins "county", and a stem shorter than three letters stands before anything.
    const forms = stem.endsWith('y') ? [stem, `${stem.slice(0, -1)}i`] : [stem]
    for (const form of forms) {
      const first = headAt(form, 0)
      const width = 32 ** Math.max(0, 3 - form.length)
      heads.fill(1, first - (first % width), first - (first % width) + width)
    }
  }
  return heads
}

function headAt(text: string, at: number): number {
  return (fold(text.charCodeAt(at)) * 32 + fold(text.charCodeAt(at + 1))) * 32 + fold(text.charCodeAt(at + 2))
}

// Capital and small letters alike; a few other signs fall together with them, which costs a look-up and no more.
function fold(code: number): number {
  return code & 31
}

function gatherUses(place: Place, lookUp: LookUp, uses: ReadonlyMap<DefinedTerm, TermUse[]>): void {
  const { text } = place.clause
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = wordEnd(text, start)
    const candidates = lookUp.heads[headAt(text, start)] === 1 ? termsFrom(text.slice(start, end), lookUp) : null
    const best = candidates === null ? null : bestTerm(candidates, { text, start, end }, place)
    if (best !== null && best.term.place !== place) uses.get(best.term)?.push({ from: place.anchor, at: { start, end: best.end } })
    start = nextWord(text, best === null ? end : best.end)
  }
}

function termsFrom(word: string, { known, starting }: LookUp): readonly DefinedTerm[] | null {
  let terms = known.get(word)
  if (terms === undefined) {
    terms = starting.get(singularWord(word.toLowerCase())) ?? null
    known.set(word, terms)
  }
  return terms
}

// Longest first; of equals the one whose scope is narrowest and holds here, then the first of the book.
function bestTerm(candidates: readonly DefinedTerm[], at: { text: string; start: number; end: number }, place: Place): { term: DefinedTerm; end: number } | null {
  let best: { term: DefinedTerm; end: number } | null = null
  for (const term of candidates) {
    if (best !== null && term.words.length < best.term.words.length) break
    if (!covers(term.scope, place)) continue
    const end = endOfTerm(term, at)
    if (end !== null && (best === null || (best.term.scope === null && term.scope !== null))) best = { term, end }
  }
  return best
}

function endOfTerm(term: DefinedTerm, at: { text: string; start: number; end: number }): number | null {
  if (term.name && !/\p{Lu}/u.test(at.text[at.start] ?? '')) return null
  let { end } = at
  for (let index = 1; index < term.words.length; index++) {
    const start = nextWord(at.text, pastPossessive(at.text, end))
    end = wordEnd(at.text, start)
    if (singularWord(at.text.slice(start, end).toLowerCase()) !== term.words[index]) return null
  }
  return end
}

// "teachers' day" and "teacher's day" read on after the mark.
function pastPossessive(text: string, at: number): number {
  if (text[at] !== "'" && text[at] !== '’') return at
  const mark = /^['’]s?(?![A-Za-z])/.exec(text.slice(at, at + 3))
  return mark === null ? at : at + mark[0].length
}

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && !isWordSign(text.charCodeAt(at))) at++
  return at
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isWordSign(text.charCodeAt(at))) at++
  return at
}

// Figures, letters, and letters beyond ASCII; typographic marks are none.
function isWordSign(code: number): boolean {
  return code < WORD_SIGNS.length && WORD_SIGNS[code] === 1
}

const WORD_SIGNS = Uint8Array.from({ length: 0x250 }, (_, code) => Number((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code >= 0xc0))

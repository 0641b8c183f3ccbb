import type { Definition, TermUse } from '#book/book.ts'
import type { AddressBook, Place } from '#book/links/address-book.ts'
import { covers, singularWord, type DefinedTerm } from '#book/links/find-definitions.ts'

/** Finds where defined terms are used: the longest term wins, plural and possessive count, and a term defined for one article holds there first. */

export function findTermUses(terms: readonly DefinedTerm[], book: AddressBook): readonly Definition[] {
  const uses = new Map<DefinedTerm, TermUse[]>(terms.map((term) => [term, []]))
  const lookUp = firstWordLookUp(terms)
  for (const place of book.places) gatherUses(place, lookUp, uses)
  return terms.map((term) => ({ term: term.term, anchor: term.place.anchor, uses: uses.get(term) ?? [] }))
}

type LookUp = (word: string) => readonly DefinedTerm[] | null

// Terms by their first word, longest first; each printed form of a word is looked up once.
function firstWordLookUp(terms: readonly DefinedTerm[]): LookUp {
  const starting = Map.groupBy(terms, (term) => term.words[0] ?? '')
  for (const others of starting.values()) others.sort((a, b) => b.words.length - a.words.length)
  const forms = new Map<string, readonly DefinedTerm[] | null>()
  return (word) => {
    const known = forms.get(word)
    if (known !== undefined) return known
    const found = starting.get(singularWord(word.toLowerCase())) ?? null
    forms.set(word, found)
    return found
  }
}

function gatherUses(place: Place, lookUp: LookUp, uses: ReadonlyMap<DefinedTerm, TermUse[]>): void {
  const { text } = place.clause
  let at = 0
  while (at < text.length) {
    const start = wordStart(text, at)
    const end = wordEnd(text, start)
    at = end
    if (end === start) break
    const candidates = lookUp(text.slice(start, end))
    if (candidates === null) continue
    const best = bestTerm(candidates, { text, start, end }, place)
    if (best === null) continue
    if (best.term.place !== place) uses.get(best.term)?.push({ from: place.anchor, at: { start, end: best.end } })
    at = best.end
  }
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
    const start = wordStart(at.text, pastPossessive(at.text, end))
    end = wordEnd(at.text, start)
    if (singularWord(at.text.slice(start, end).toLowerCase()) !== term.words[index]) return null
  }
  return end
}

// "teachers' day" and "teacher's day" read on after the mark.
function pastPossessive(text: string, at: number): number {
  const mark = /^['’]s?(?![A-Za-z])/.exec(text.slice(at, at + 3))
  return mark === null ? at : at + mark[0].length
}

function wordStart(text: string, from: number): number {
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
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f)
}

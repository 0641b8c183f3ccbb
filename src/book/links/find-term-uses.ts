import type { Definition, TermUse } from '#book/book.ts'
import type { AddressBook, Place } from '#book/links/address-book.ts'
import { covers, singularWord, type DefinedTerm } from '#book/links/find-definitions.ts'

/** Finds where defined terms are used: the longest term wins, plural and possessive count, and a term defined for one article holds there first. */

export function findTermUses(terms: readonly DefinedTerm[], book: AddressBook): readonly Definition[] {
  const uses = new Map<DefinedTerm, TermUse[]>(terms.map((term) => [term, []]))
  const starting = Map.groupBy(terms, (term) => term.words[0] ?? '')
  for (const others of starting.values()) others.sort((a, b) => b.words.length - a.words.length)
  if (terms.length === 0) return []
  const lookUp = { starting, first: firstWords([...starting.keys()]) }
  for (const place of book.places) gatherUses(place, lookUp, uses)
  return terms.map((term) => ({ term: term.term, anchor: term.place.anchor, uses: uses.get(term) ?? [] }))
}

interface LookUp {
  readonly starting: ReadonlyMap<string, readonly DefinedTerm[]>
  /** Finds where a word begins like the first word of some term: far quicker than to take every word in hand. */
  readonly first: RegExp
}

function firstWords(stems: readonly string[]): RegExp {
  const forms = stems.map((stem) => stem.replace(/[^\p{L}\d]/gu, '.').replace(/y$/, '(?:y|ie)'))
  return new RegExp(`(?<![A-Za-z0-9])(?:${forms.join('|')})`, 'gi')
}

function gatherUses(place: Place, lookUp: LookUp, uses: ReadonlyMap<DefinedTerm, TermUse[]>): void {
  const { text } = place.clause
  const { first, starting } = lookUp
  first.lastIndex = 0
  for (let match = first.exec(text); match !== null; match = first.exec(text)) {
    const start = match.index
    const end = wordEnd(text, start)
    first.lastIndex = Math.max(end, start + 1)
    const candidates = starting.get(singularWord(text.slice(start, end).toLowerCase()))
    if (candidates === undefined) continue
    const best = bestTerm(candidates, { text, start, end }, place)
    if (best === null) continue
    if (best.term.place !== place) uses.get(best.term)?.push({ from: place.anchor, at: { start, end: best.end } })
    first.lastIndex = best.end
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

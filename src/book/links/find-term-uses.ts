import type { Definition, TermUse } from '#book/book.ts'
import type { AddressBook, Place } from '#book/links/address-book.ts'
import { covers, singularWord, type DefinedTerm } from '#book/links/find-definitions.ts'

/** Finds where defined terms are used: the longest term wins, plural and possessive count, and a term defined for one article holds there first. */

/** The words of a text with the forms they are compared by, column by column: books are long. */
interface Words {
  readonly stems: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const WORD = /[\p{L}\d]+(?:['’][a-z]+)?/gu

export function findTermUses(terms: readonly DefinedTerm[], book: AddressBook): readonly Definition[] {
  const uses = new Map<DefinedTerm, TermUse[]>(terms.map((term) => [term, []]))
  const starting = byFirstWord(terms)
  const stems = new Map<string, string>()
  for (const place of book.places) gatherUses(place, starting, { uses, stems })
  return terms.map((term) => ({ term: term.term, anchor: term.place.anchor, uses: uses.get(term) ?? [] }))
}

function byFirstWord(terms: readonly DefinedTerm[]): ReadonlyMap<string, readonly DefinedTerm[]> {
  const starting = new Map<string, DefinedTerm[]>()
  for (const term of terms) {
    const first = term.words[0] ?? ''
    const others = starting.get(first)
    if (others === undefined) starting.set(first, [term])
    else others.push(term)
  }
  for (const others of starting.values()) others.sort((a, b) => b.words.length - a.words.length)
  return starting
}

function gatherUses(place: Place, starting: ReadonlyMap<string, readonly DefinedTerm[]>, into: { uses: ReadonlyMap<DefinedTerm, TermUse[]>; stems: Map<string, string> }): void {
  const text = place.clause.text
  const words = wordsWithPlaces(text, into.stems)
  for (let at = 0; at < words.stems.length; at++) {
    const candidates = starting.get(words.stems[at] ?? '')
    if (candidates === undefined) continue
    const term = bestTerm(candidates, { words, at, text }, place)
    if (term === null) continue
    const start = words.starts[at] ?? 0
    const end = words.ends[at + term.words.length - 1] ?? start
    const ending = /['’]s?$/.exec(text.slice(start, end))
    if (term.place !== place) into.uses.get(term)?.push({ from: place.anchor, at: { start, end: end - (ending?.[0].length ?? 0) } })
    at += term.words.length - 1
  }
}

function wordsWithPlaces(text: string, stems: Map<string, string>): Words {
  const words = { stems: [] as string[], starts: [] as number[], ends: [] as number[] }
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    let stem = stems.get(match[0])
    if (stem === undefined) stems.set(match[0], (stem = singularWord(match[0].toLowerCase())))
    words.stems.push(stem)
    words.starts.push(match.index)
    words.ends.push(match.index + match[0].length)
  }
  return words
}

// Longest first; of equals the one whose scope is narrowest and holds here, then the first of the book.
function bestTerm(candidates: readonly DefinedTerm[], at: { words: Words; at: number; text: string }, place: Place): DefinedTerm | null {
  let best: DefinedTerm | null = null
  for (const term of candidates) {
    if (best !== null && term.words.length < best.words.length) break
    if (!stands(term, at) || !covers(term.scope, place)) continue
    if (best === null || (best.scope === null && term.scope !== null)) best = term
  }
  return best
}

function stands(term: DefinedTerm, at: { words: Words; at: number; text: string }): boolean {
  for (let index = 1; index < term.words.length; index++) if (at.words.stems[at.at + index] !== term.words[index]) return false
  if (!term.name) return true
  return /\p{Lu}/u.test(at.text[at.words.starts[at.at] ?? 0] ?? '')
}

import { allMatches } from '#book/links/all-matches.ts'
import { headingOf, type Place } from '#book/links/address-book.ts'

/** How telling each word of a book's headings is: a word that few headings hold tells much. */

export interface WordWeights {
  /** Whether so few headings hold the word that it tells one from another. */
  readonly tells: (word: string) => boolean
}

const EMPTY = new Set('the and for with from that this shall may any all are its not but who has have been was were which when will such other than each his her their into upon under per sub section article agreement above below set forth'.split(' '))

/** The telling words of a text in small letters, plural endings off. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const match of allMatches(/[a-z][a-z'’]{2,}/g, text.toLowerCase())) {
    const word = tellingStem(match[0])
    if (word !== null) words.push(word)
  }
  return words
}

// Agreements say the same few thousand words over and over: each is stemmed once.
function tellingStem(printed: string): string | null {
  const known = stems.get(printed)
  if (known !== undefined) return known
  const word = printed.replace(/['’]s?$/, '')
  const stem = EMPTY.has(word) ? null : stemOf(word)
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(printed, stem)
  return stem
}

const stems = new Map<string, string | null>()
const MOST_STEMS = 50_000

/** The telling words of a place's heading, found once for each place. */
export function headingStems(place: Place): readonly string[] {
  let words = ofHeadings.get(place)
  if (words === undefined) {
    words = wordsOf(headingOf(place))
    ofHeadings.set(place, words)
  }
  return words
}

const ofHeadings = new WeakMap<Place, readonly string[]>()

export function wordWeights(places: readonly Place[]): WordWeights {
  const counts = new Map<string, number>()
  let headings = 0
  for (const place of places) {
    if (headingOf(place) === '') continue
    headings++
    for (const word of new Set(headingStems(place))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return {
    tells: (word) => (counts.get(word) ?? 0) <= Math.max(2, headings * 0.05),
  }
}

/** Takes the commonest endings off, enough to join "salary" and "salaries", "teach" and "teachers". */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:ses|xes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

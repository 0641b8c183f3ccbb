import type { EditionClause } from '#book/compare/edition.ts'
import { wordsOf } from '#book/search/scan-words.ts'

/** What makes two clauses alike: the words they share and the pairs of neighbouring words they share. */

export interface Features {
  /** Word ids in order, heading and text. */
  readonly words: Int32Array
  /** The same, sorted. */
  readonly sortedWords: Int32Array
  /** Neighbouring words as one number each, sorted. */
  readonly sortedPairs: Float64Array
  /** Heading and text as one string of words: equal for clauses that read the same. */
  readonly key: string
}

/** The features of the clauses of several editions, words numbered alike. */
export function wordFeatures(editions: readonly (readonly EditionClause[])[]): Features[][] {
  const ids = new Map<string, number>()
  return editions.map((edition) => edition.map(({ heading, text }) => featuresOf(`${heading}\n${text}`, ids)))
}

/** How much of the words of two clauses is common, 0 to 1, their order counting. */
export function likeness(a: Features, b: Features): number {
  if (a.words.length === 0 || b.words.length === 0) return a.words.length === b.words.length ? 1 : 0
  if (a.key === b.key) return 1
  const words = share(a.sortedWords, b.sortedWords)
  if (a.sortedPairs.length === 0 || b.sortedPairs.length === 0) return words
  return 0.4 * words + 0.6 * share(a.sortedPairs, b.sortedPairs)
}

/** How much of the smaller clause's neighbouring words stands in the larger one. */
export function containment(part: Features, whole: Features): number {
  return part.sortedPairs.length === 0 ? 0 : common(part.sortedPairs, whole.sortedPairs) / part.sortedPairs.length
}

function featuresOf(text: string, ids: Map<string, number>): Features {
  const found = wordsOf(text)
  const words = Int32Array.from(found, ({ word }) => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, ids.size)
    return ids.size - 1
  })
  const pairs = new Float64Array(Math.max(0, words.length - 1))
  for (let at = 0; at + 1 < words.length; at += 1) pairs[at] = words[at]! * 1_000_003 + words[at + 1]!
  return { words, sortedWords: words.slice().sort(), sortedPairs: pairs.sort(), key: words.join(' ') }
}

function share(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return (2 * common(a, b)) / (a.length + b.length)
}

function common(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let count = 0
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    if (a[at] === b[other]) {
      count += 1
      at += 1
      other += 1
    } else if (a[at]! < b[other]!) at += 1
    else other += 1
  }
  return count
}

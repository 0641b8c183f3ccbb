import type { EditionClause } from '#book/compare/edition.ts'
import { printedWords } from '#book/search/printed-words.ts'
import { normalWord, scanWords } from '#book/search/scan-words.ts'

/** What makes two clauses alike: the words they share and the pairs of neighbouring words they share. */

export interface Features {
  /** Word ids in order, heading and text. */
  readonly words: Int32Array
  /** The same, sorted. */
  readonly sortedWords: Int32Array
  /** Neighbouring words as one number each, sorted; two pairs in a thousand million have the same. */
  readonly sortedPairs: Int32Array
  /** Heading and text as one string of words: equal for clauses that read the same. */
  readonly key: string
}

/** The features of the clauses of several editions, words numbered alike. */
export function wordFeatures(editions: readonly (readonly EditionClause[])[]): Features[][] {
  const numberWords = wordNumberer()
  return editions.map((edition) => edition.map(({ heading, text }) => featuresOf(numberWords(heading === '' ? text : `${heading}\n${text}`))))
}

/** The most that the likeness can be, by the lengths alone: a quick way to pass over pairs. */
export function likenessBound(a: Features, b: Features): number {
  if (a.words.length === b.words.length) return 1
  return (2 * Math.min(a.words.length, b.words.length)) / (a.words.length + b.words.length)
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

/** A function that gives each different word a number, the same for all texts. */
function wordNumberer(): (text: string) => Int32Array {
  const printed = printedWords()
  const numbers = new Map<string, number>()
  const numberOfStand: number[] = []
  return (text) => {
    const found: number[] = []
    scanWords(text, (start, end) => {
      const stand = printed.numberOf(text, start, end)
      if (stand === numberOfStand.length) {
        const word = normalWord(text.slice(start, end))
        if (!numbers.has(word)) numbers.set(word, numbers.size)
        numberOfStand.push(numbers.get(word)!)
      }
      found.push(numberOfStand[stand]!)
    })
    return Int32Array.from(found)
  }
}

function featuresOf(words: Int32Array): Features {
  const pairs = new Int32Array(Math.max(0, words.length - 1))
  for (let at = 0; at + 1 < words.length; at += 1) pairs[at] = Math.imul(words[at]!, 0x9e3779b1) ^ words[at + 1]!
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

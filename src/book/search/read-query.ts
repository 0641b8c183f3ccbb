import { wordsOf } from '#book/search/scan-words.ts'
import { stopWords } from '#book/search/stop-words.ts'

/** A query as typed, cut into the words to look for and the phrases that must stand as they are. */

export interface QueryWord {
  readonly word: string
  /** Where it stands in the query, to write a corrected query. */
  readonly start: number
  readonly end: number
  /** The last word with nothing after it: perhaps not typed to its end. */
  readonly open: boolean
}

export interface Query {
  /** Words that count, stop words left out unless there is nothing else. */
  readonly words: readonly QueryWord[]
  /** All words outside quotes, stop words too, for the synonyms and terms that contain them. */
  readonly all: readonly QueryWord[]
  readonly phrases: readonly (readonly QueryWord[])[]
}

/** Words beyond this many are not looked for. */
const MOST_WORDS = 20
const MOST_LETTERS = 500

/** Reads a query. A quotation mark that is not closed reaches to the end. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, MOST_LETTERS)
  const phrases: QueryWord[][] = []
  const all: QueryWord[] = []
  let at = 0
  for (const match of text.matchAll(/["“”«]([^"“”»]*)(?:["“”»]|$)/g)) {
    all.push(...cut(text, at, match.index))
    at = match.index + match[0].length
    const phrase = cut(text, match.index + 1, match.index + 1 + (match[1] ?? '').length)
    if (phrase.length > 0) phrases.push(phrase)
  }
  all.push(...cut(text, at, text.length))
  const few = all.slice(0, MOST_WORDS)
  const telling = few.filter(({ word }) => !stopWords.has(word))
  const words = telling.length > 0 || phrases.length > 0 ? telling : few
  return { words, all: few, phrases: phrases.slice(0, 4).map((phrase) => phrase.slice(0, MOST_WORDS)) }
}

function cut(text: string, start: number, end: number): QueryWord[] {
  return wordsOf(text.slice(start, end)).map((word) => ({ word: word.word, start: word.start + start, end: word.end + start, open: word.end + start === text.length }))
}

import { normalWord } from '#book/search/scan-words.ts'
import { addForms, nearWords, standsOfWord, type WordSet } from '#book/search/near-words.ts'
import { stemOfWord, type WordIndex } from '#book/search/index-words.ts'
import type { Query, QueryWord } from '#book/search/read-query.ts'
import { stopWords } from '#book/search/stop-words.ts'
import { synonyms } from '#book/search/synonyms.ts'
import { runStands } from '#book/search/run-stands.ts'

/** Turns a query into what is looked for on this shelf: each word of the query with everything that may stand for it. */

/** One way to satisfy part of the query: words that follow one another, each one of a set. */
export interface Way {
  readonly run: readonly WordSet[]
  readonly weight: number
  /** The units it satisfies, a bit each. */
  readonly covers: number
}

export interface SearchPlan {
  /** How many units: one for each word that counts, one for each phrase in quotes. */
  readonly units: number
  /** Units that a hit must have: the phrases. */
  readonly must: number
  readonly ways: readonly Way[]
  /** The query with its typing errors mended; null where there were none. */
  readonly corrected: string | null
}

/** Plans a query. */
export function planSearch(index: WordIndex, synonymBook: SynonymBook, query: Query, typed: string): SearchPlan {
  const ways: Way[] = []
  const mends: { at: QueryWord; word: string }[] = []
  for (const [unit, word] of query.words.entries()) ways.push(...wordWays(index, word, 1 << unit, mends))
  ways.push(...joinedWays(index, query), ...synonymWays(index, synonymBook, query))
  for (const [at, phrase] of query.phrases.entries()) ways.push(phraseWay(index, phrase, 1 << (query.words.length + at), mends))
  const units = query.words.length + query.phrases.length
  const must = ((1 << query.phrases.length) - 1) << query.words.length
  return { units, must, ways, corrected: mends.length === 0 ? null : mended(typed, mends) }
}

/** The table of synonyms by the stem of its first word. */
export type SynonymBook = ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly row: readonly string[] }[]>

export function indexSynonyms(): SynonymBook {
  const book = new Map<string, { stems: string[]; row: readonly string[] }[]>()
  for (const row of synonyms) {
    for (const entry of row) {
      const stems = entry.split(' ').map((word) => stemOfWord(normalWord(word)))
      const list = book.get(stems[0]!) ?? []
      list.push({ stems, row })
      book.set(stems[0]!, list)
    }
  }
  return book
}

const JOINED = 0.85
const PARTED = 0.7
const SYNONYM = 0.45

type Mends = { at: QueryWord; word: string }[]

function wordWays(index: WordIndex, { word, open, ...place }: QueryWord, covers: number, mends: Mends): Way[] {
  const parted = partedWays(index, word, covers)
  const known = index.stemIds.has(stemOfWord(word))
  if (!known && parted.length > 0) return parted
  const { set, corrected } = nearWords(index, word, open)
  if (corrected !== null) mends.push({ at: { word, open, ...place }, word: corrected })
  return [{ run: [set], weight: 1, covers }, ...parted]
}

/** `caseload` also as `case load`, where these two follow one another somewhere. */
function partedWays(index: WordIndex, word: string, covers: number): Way[] {
  const ways: Way[] = []
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const head = word.slice(0, cut)
    const tail = word.slice(cut)
    if (!index.idOf.has(head) || !index.idOf.has(tail)) continue
    const run = [knownForms(index, head), knownForms(index, tail)]
    if (run.every((set) => set.size > 0) && runStands(index, run).entries.length > 0) ways.push({ run, weight: PARTED, covers })
  }
  return ways
}

function knownForms(index: WordIndex, word: string): WordSet {
  const set: WordSet = new Map()
  const id = index.idOf.get(word)
  if (id !== undefined && !stopWords.has(word) && standsOfWord(index, id) > 1) addForms(index, word, set)
  return set
}

/** `case load` also as `caseload`. */
function joinedWays(index: WordIndex, query: Query): Way[] {
  const ways: Way[] = []
  for (let at = 0; at + 1 < query.all.length; at += 1) {
    const covers = coverOf(query, at, at + 2)
    const set = knownForms(index, query.all[at]!.word + query.all[at + 1]!.word)
    if (set.size > 0 && covers !== 0) ways.push({ run: [set], weight: JOINED, covers })
  }
  return ways
}

function synonymWays(index: WordIndex, book: SynonymBook, query: Query): Way[] {
  const ways: Way[] = []
  const stems = query.all.map(({ word }) => stemOfWord(word))
  for (let at = 0; at < stems.length; at += 1) {
    for (const { stems: entry, row } of book.get(stems[at]!) ?? []) {
      if (!entry.every((stem, offset) => stems[at + offset] === stem)) continue
      const covers = coverOf(query, at, at + entry.length)
      if (covers !== 0) ways.push(...rowWays(index, row, entry.join(' '), covers))
    }
  }
  return ways
}

function rowWays(index: WordIndex, row: readonly string[], asked: string, covers: number): Way[] {
  const ways: Way[] = []
  for (const other of row) {
    const words = other.split(' ').map(normalWord)
    if (words.map(stemOfWord).join(' ') === asked) continue
    const run = words.map((word) => {
      const set: WordSet = new Map()
      addForms(index, word, set)
      return set
    })
    if (run.every((set) => set.size > 0)) ways.push({ run, weight: SYNONYM, covers })
  }
  return ways
}

/** The units of the query's words from `start` up to `end`. */
function coverOf(query: Query, start: number, end: number): number {
  let covers = 0
  for (let at = start; at < end; at += 1) {
    const unit = query.words.indexOf(query.all[at]!)
    if (unit >= 0) covers |= 1 << unit
  }
  return covers
}

/** A phrase as printed; where that is nowhere, with other forms of its words; where that is nowhere, with its spelling mended. */
function phraseWay(index: WordIndex, phrase: readonly QueryWord[], covers: number, mends: Mends): Way {
  const exact = phrase.map(({ word, open }) => (open ? nearWords(index, word, true).set : onlyWord(index, word)))
  if (runStands(index, exact).entries.length > 0) return { run: exact, weight: 1.2, covers }
  const near = phrase.map(({ word, open }) => nearWords(index, word, open))
  if (near.some(({ corrected }) => corrected !== null)) {
    for (const [at, { corrected }] of near.entries()) if (corrected !== null) mends.push({ at: phrase[at]!, word: corrected })
  }
  return { run: near.map(({ set }) => set), weight: 1, covers }
}

function onlyWord(index: WordIndex, word: string): WordSet {
  const id = index.idOf.get(word)
  return new Map(id === undefined ? [] : [[id, 1]])
}

function mended(typed: string, mends: Mends): string {
  let text = typed
  for (const { at, word } of [...mends].sort((a, b) => b.at.start - a.at.start)) text = text.slice(0, at.start) + word + text.slice(at.end)
  return text
}

import type { Span } from '#book/book.ts'
import { indexAddresses, readAddress, type AddressBook, type AskedAddress } from '#book/search/addresses.ts'
import { cutSnippet, findMarks, type Snippet } from '#book/search/cut-snippet.ts'
import { collectEntries, headingPath, type Entry, type ShelfBook } from '#book/search/entries.ts'
import { indexWords, stemOfWord, type WordIndex } from '#book/search/index-words.ts'
import { indexSynonyms, planSearch, type SearchPlan, type SynonymBook } from '#book/search/plan-search.ts'
import { entryRanker, type Ranking } from '#book/search/rank-entries.ts'
import { readQuery, type Query } from '#book/search/read-query.ts'
import { wordsOf } from '#book/search/scan-words.ts'

/**
 * Search over one book or a shelf of them: words, "phrases in quotes", clause numbers and defined terms, best first, a page at a time.
 * Building takes a fraction of a second for thirteen agreements and a search a millisecond or two, in the browser too.
 */

export interface FindOptions {
  /** Hits on a page, 10 unless told, 200 at most. */
  readonly limit?: number
  /** The first hit of the page, from 0. */
  readonly from?: number
  /** Look only into these books. */
  readonly books?: readonly string[]
  /** Letters in a snippet, about; 220 unless told. */
  readonly width?: number
}

/** Why a clause was found, the strongest reason only. */
export type HitField = 'number' | 'definition' | 'heading' | 'text' | 'table' | 'above' | 'unplaced'

export interface SearchHit {
  readonly bookId: string
  /** Where `field` is 'unplaced' the text stands in no clause, and this says `line 77` instead. */
  readonly anchor: string
  readonly number: string | null
  readonly title: string | null
  /** The way to it: number and heading of each clause over it, the chapter's first, then its own heading where it has one. */
  readonly path: readonly string[]
  readonly line: number
  readonly score: number
  readonly field: HitField
  readonly snippet: Snippet
  /** Whose text the snippet is: the clause's own address or, where it has only a heading, that of the first clause under it. */
  readonly snippetOf: string
  readonly titleMarks: readonly Span[]
}

export interface Found {
  readonly total: number
  readonly hits: readonly SearchHit[]
  /** The query with its typing errors mended, where that is what was looked for. */
  readonly corrected?: string
  /** No clause has all the words; these have some of them. */
  readonly partial?: true
}

export interface Search {
  /** Answers a query. Any text may be asked; an empty one finds nothing. */
  find(query: string, options?: FindOptions): Found
}

/** Builds the search of a shelf. Build it anew when a book changes: that is faster than reading it. */
export function buildSearch(books: readonly ShelfBook[]): Search {
  const { entries, starts } = collectEntries(books)
  const index = indexWords(entries)
  const shelf: Shelf = {
    books,
    entries,
    starts,
    index,
    synonymBook: indexSynonyms(),
    addresses: indexAddresses(entries),
    definitions: indexDefinitions(books, entries, starts),
    rank: entryRanker(index, entries.length),
  }
  return { find: (query, options = {}) => find(shelf, query, options) }
}

interface Shelf {
  readonly books: readonly ShelfBook[]
  readonly entries: readonly Entry[]
  readonly starts: readonly number[]
  readonly index: WordIndex
  readonly synonymBook: SynonymBook
  readonly addresses: AddressBook
  readonly definitions: ReadonlyMap<string, readonly number[]>
  readonly rank: (plan: SearchPlan, allowed: Uint8Array | null, most: number) => Ranking
}

/** What was found before it is cut into a page: places of entries with score and, where it is not the words, the reason. */
interface Answer {
  readonly order: readonly { readonly entry: number; readonly score: number; readonly field?: HitField }[]
  readonly total: number
  readonly plan: SearchPlan
  readonly partial: boolean
}

function find(shelf: Shelf, typed: string, options: FindOptions): Found {
  const limit = Math.max(0, Math.min(200, Math.floor(options.limit ?? 10)))
  const from = Math.max(0, Math.floor(options.from ?? 0))
  const allowed = options.books === undefined ? null : allowBooks(shelf, options.books)
  const answer = answerQuery(shelf, typed, allowed, from + limit)
  const hits = answer.order.slice(from, from + limit).map((found) => showHit(shelf, answer.plan, found, options.width ?? 220))
  const corrected = answer.plan.corrected
  return { total: answer.total, hits, ...(corrected === null ? {} : { corrected }), ...(answer.partial && answer.total > 0 ? { partial: true as const } : {}) }
}

function answerQuery(shelf: Shelf, typed: string, allowed: Uint8Array | null, most: number): Answer {
  const asked = readAddress(typed)
  const places = asked === null ? [] : shelf.addresses.lookUp(asked).filter((at) => allowed === null || allowed[at] === 1)
  if (asked !== null && places.length > 0) {
    const addressed = asked.rest === '' ? answerAddress(shelf, typed, places, allowed, most) : answerInside(shelf, asked, places, most)
    if (addressed !== null) return addressed
  }
  return answerWords(shelf, typed, allowed, most)
}

/** The clauses at the address, then all under them in the order of the print, then those that mention it. */
function answerAddress(shelf: Shelf, typed: string, places: readonly number[], allowed: Uint8Array | null, most: number): Answer {
  const exact = new Set(places)
  const under = new Set(places.flatMap((at) => descendants(shelf.entries, at)).filter((at) => !exact.has(at)))
  const own = [
    ...[...exact].map((entry) => ({ entry, score: 1000, field: 'number' as const })),
    ...[...under].map((entry, at) => ({ entry, score: 900 - at / 100, field: 'number' as const })),
  ]
  const elsewhere = allButThese(shelf, allowed, own.map(({ entry }) => entry))
  const mentions = answerWords(shelf, `"${typed.replaceAll('"', ' ').trim()}" `, elsewhere, most)
  return { order: [...own, ...mentions.order], total: own.length + mentions.total, plan: { ...mentions.plan, corrected: null }, partial: false }
}

/** `art 6 timelines`: the words, in that article only. */
function answerInside(shelf: Shelf, asked: AskedAddress, places: readonly number[], most: number): Answer | null {
  const inside = new Uint8Array(shelf.entries.length)
  for (const at of places) for (const entry of [at, ...descendants(shelf.entries, at)]) inside[entry] = 1
  const answer = answerWords(shelf, asked.rest, inside, most)
  return answer.total === 0 || answer.partial ? null : answer
}

function answerWords(shelf: Shelf, typed: string, allowed: Uint8Array | null, most: number): Answer {
  const query = readQuery(typed)
  const plan = planSearch(shelf.index, shelf.synonymBook, query, typed)
  const defined = definedBy(shelf, query).filter((entry) => allowed === null || allowed[entry] === 1)
  const ranking = shelf.rank(plan, defined.length === 0 ? allowed : allButThese(shelf, allowed, defined), most)
  if (defined.length === 0) return { ...ranking, plan }
  const own = defined.map((entry) => ({ entry, score: 500, field: 'definition' as const }))
  // Beside a definition, clauses with only some of its words are no answer.
  const rest = ranking.partial ? { order: [], total: 0 } : ranking
  return { order: [...own, ...rest.order], total: own.length + rest.total, plan, partial: false }
}

/** What may be found, less some entries that are shown already. */
function allButThese({ entries }: Shelf, allowed: Uint8Array | null, shown: readonly number[]): Uint8Array {
  const left = allowed === null ? new Uint8Array(entries.length).fill(1) : allowed.slice()
  for (const entry of shown) left[entry] = 0
  return left
}

function definedBy({ definitions }: Shelf, { all, words, phrases }: Query): readonly number[] {
  if (phrases.length > 0) return all.length === 0 && phrases.length === 1 ? (definitions.get(stemsOf(phrases[0]!)) ?? []) : []
  // "What is a daily rate", "meaning of seniority": the words that only ask are no part of the term.
  const term = words.filter(({ word }) => !asking.has(stemOfWord(word)))
  return definitions.get(stemsOf(all)) ?? definitions.get(stemsOf(term)) ?? []
}

const asking: ReadonlySet<string> = new Set(['mean', 'means', 'meaning', 'define', 'defined', 'definition'].map(stemOfWord))

function stemsOf(words: readonly { readonly word: string }[]): string {
  return words.map(({ word }) => stemOfWord(word)).join(' ')
}

function indexDefinitions(books: readonly ShelfBook[], entries: readonly Entry[], starts: readonly number[]): Map<string, number[]> {
  const definitions = new Map<string, number[]>()
  for (const [at, { book }] of books.entries()) {
    const places = new Map<string, number>()
    for (let entry = starts[at]!; entry < starts[at + 1]!; entry += 1) if (entries[entry]!.anchor !== null) places.set(entries[entry]!.anchor!, entry)
    for (const { term, anchor } of book.definitions) {
      const place = places.get(anchor)
      const key = stemsOf(wordsOf(term))
      if (place === undefined || key === '') continue
      const list = definitions.get(key) ?? []
      if (!list.includes(place)) list.push(place)
      definitions.set(key, list)
    }
  }
  return definitions
}

function allowBooks({ books, starts, entries }: Shelf, ids: readonly string[]): Uint8Array {
  const allowed = new Uint8Array(entries.length)
  for (const [at, { id }] of books.entries()) if (ids.includes(id)) allowed.fill(1, starts[at], starts[at + 1])
  return allowed
}

/** Entries stand in the order of the print, so all that is under one follows it directly. */
function descendants(entries: readonly Entry[], top: number): number[] {
  const under: number[] = []
  for (let at = top + 1; at < entries.length && entries[at]!.parent >= top; at += 1) under.push(at)
  return under
}

function showHit({ index, entries }: Shelf, { ways }: SearchPlan, { entry: at, score, field }: Answer['order'][number], width: number): SearchHit {
  const entry = entries[at]!
  const titleMarks = findMarks(index, at * 3, ways)
  const shown = firstWithText(entries, at)
  const textMarks = findMarks(index, shown * 3 + 1, ways)
  const tableMarks = textMarks.length === 0 ? findMarks(index, shown * 3 + 2, ways) : []
  const inTable = tableMarks.length > 0
  const own = shown === at
  return {
    bookId: entry.bookId,
    anchor: addressOf(entry),
    number: entry.number,
    title: entry.heading,
    path: headingPath(entries, entry),
    line: entry.line,
    score,
    field: field ?? fieldOf(entry, titleMarks.length > 0, own && textMarks.length > 0, own && inTable),
    snippetOf: addressOf(entries[shown]!),
    snippet: cutSnippet(inTable ? entries[shown]!.table : entries[shown]!.text, inTable ? tableMarks : textMarks, width),
    titleMarks: titleMarks.map(({ start, end }) => ({ start, end })),
  }
}

function addressOf({ anchor, line }: Entry): string {
  return anchor ?? `line ${line}`
}

/** A heading alone shows nothing; what is said first under it does. */
function firstWithText(entries: readonly Entry[], top: number): number {
  for (let at = top; at < entries.length && (at === top || entries[at]!.parent >= top); at += 1) {
    if (/[\p{L}\p{N}]/u.test(entries[at]!.text) || entries[at]!.table !== '') return at
  }
  return top
}

function fieldOf(entry: Entry, inTitle: boolean, inText: boolean, inTable: boolean): HitField {
  if (entry.anchor === null) return 'unplaced'
  if (inTitle) return 'heading'
  if (inText) return 'text'
  return inTable ? 'table' : 'above'
}

import MiniSearch from 'minisearch'
import { stemmer } from 'stemmer'
import { readBook } from '#book/read-book.ts'
import { buildSearch } from '#book/search/build-search.ts'
import { collectEntries, headingPath, type ShelfBook } from '#book/search/entries.ts'
import { stopWords } from '#book/search/stop-words.ts'
import { readDocument } from '#text/read-document.ts'
import { medians, quantile, type Bench, type Measure } from './bench.ts'
import { allTexts } from './bench-texts.ts'
import { searchQueries } from './search-queries.ts'

/** How long it takes to index all the agreements and to answer what people ask of them, beside MiniSearch set up to forgive and stem alike. */
export const bench: Bench = {
  name: 'search',
  says: 'words, slips, half-typed words, phrases and numbers over all agreements; a page of ten hits with snippets',
  run: async () => {
    const books = await readAll()
    const build = await medians(() => buildSearch(books), () => buildPeer(books), { warm: 2, runs: 5 })
    return [{ what: `index of ${collectEntries(books).entries.length} clauses and lines, warm median`, value: build.ours, unit: 'ms', target: 400, beside: { name: 'MiniSearch', value: build.beside } }, ...answers(books)]
  },
}

async function readAll(): Promise<ShelfBook[]> {
  const books: ShelfBook[] = []
  for (const text of allTexts()) {
    const document = await readDocument(text)
    if (document.ok) books.push({ id: text.name, title: text.name, book: readBook(document.value) })
  }
  return books
}

function answers(books: readonly ShelfBook[]): Measure[] {
  const queries = searchQueries()
  const search = buildSearch(books)
  const peer = buildPeer(books)
  const ours: number[] = []
  const theirs: number[] = []
  // The first rounds warm both; then both in turns, query by query.
  for (let round = 0; round < 5; round += 1) {
    for (const query of queries) {
      const mine = timed(() => search.find(query, { limit: 10 }))
      const other = timed(() => peer.search(query.replaceAll('"', '')).slice(0, 10))
      if (round < 2) continue
      ours.push(mine)
      theirs.push(other)
    }
  }
  const figure = (at: number): Pick<Measure, 'value' | 'unit' | 'beside'> => ({ value: quantile(ours, at), unit: 'ms', beside: { name: 'MiniSearch', value: quantile(theirs, at) } })
  return [
    { what: `one of ${queries.length} queries, median`, ...figure(0.5) },
    { what: 'one query, 99th percentile', ...figure(0.99), target: 5 },
    { what: 'one query, the slowest', ...figure(1) },
  ]
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

interface PeerEntry {
  readonly id: number
  readonly heading: string
  readonly above: string
  readonly text: string
}

function buildPeer(books: readonly ShelfBook[]): MiniSearch<PeerEntry> {
  const { entries } = collectEntries(books)
  const peer = new MiniSearch<PeerEntry>({
    fields: ['heading', 'above', 'text'],
    processTerm: (term) => (stopWords.has(term.toLowerCase()) ? null : stemmer(term.toLowerCase())),
    searchOptions: { combineWith: 'AND', boost: { heading: 3, above: 0.7 }, prefix: (_, at, terms) => at === terms.length - 1, fuzzy: (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2) },
  })
  peer.addAll(entries.map((entry, id) => ({ id, heading: entry.heading ?? '', above: headingPath(entries, entry).join(' '), text: `${entry.text}\n${entry.table}` })))
  return peer
}

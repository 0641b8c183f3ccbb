import { buildSearch, type Search, type SearchHit } from '#book/search/build-search.ts'
import { termInYears } from '#web/app/civil-date.ts'
import type { Hit, Hits } from '#web/api/shapes.ts'
import type { Bookcase } from '#web/library/bookcase.ts'
import { shorten } from '#web/library/clause-words.ts'
import { displayTitle } from '#web/render/display-title.ts'

/** Search over every book of the bookcase or one of them. */
export interface Finder {
  find(query: string, book: string | null, limit: number): Promise<Hits>
}

/** The index is built when it is first asked and again after the shelf has changed. */
export function openFinder(bookcase: Bookcase): Finder {
  let built: { edition: number; search: Promise<Indexed> } | null = null
  const current = (): Promise<Indexed> => {
    if (built?.edition !== bookcase.edition) built = { edition: bookcase.edition, search: indexAll(bookcase) }
    return built.search
  }
  return {
    find: async (query, book, limit) => {
      const { search, titles } = await current()
      const found = search.find(query, { limit, ...(book === null ? {} : { books: [book] }) })
      return { query, total: found.total, corrected: found.corrected ?? null, partial: found.partial ?? false, hits: found.hits.map((it) => hitOf(it, titles.get(it.bookId) ?? '')) }
    },
  }
}

interface Indexed {
  readonly search: Search
  readonly titles: ReadonlyMap<string, string>
}

async function indexAll(bookcase: Bookcase): Promise<Indexed> {
  const books = []
  for (const card of await bookcase.cards()) {
    const shelved = await bookcase.open(card.id)
    if (shelved) books.push({ id: card.id, title: card.kind === 'pack' ? `${card.title}, in our words` : [card.title, termInYears(card.from, card.through)].filter((it) => it !== '').join(' '), book: shelved.reading.book })
  }
  return { search: buildSearch(books), titles: new Map(books.map((it) => [it.id, it.title])) }
}

function hitOf(hit: SearchHit, bookTitle: string): Hit {
  const path = hit.path.map(displayTitle)
  const own = hit.title === null || hit.title === '' ? shorten(hit.snippet.text, 60) : displayTitle(hit.title)
  return {
    book: hit.bookId,
    bookTitle,
    anchor: hit.field === 'unplaced' ? '_unplaced' : hit.anchor,
    number: hit.field === 'unplaced' ? hit.anchor : (hit.number ?? ''),
    heading: hit.title === null || hit.title === '' ? (path.at(-1) ?? own) : own,
    chapter: path.slice(0, hit.title === null || hit.title === '' ? undefined : -1).join(' › '),
    snippet: `${hit.snippet.cutBefore ? '…' : ''}${hit.snippet.text}${hit.snippet.cutAfter ? '…' : ''}`,
    marks: hit.snippet.marks.map((it) => ({ start: it.start + (hit.snippet.cutBefore ? 1 : 0), end: it.end + (hit.snippet.cutBefore ? 1 : 0) })),
  }
}

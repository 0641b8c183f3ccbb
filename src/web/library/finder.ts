import type { Hits } from '#web/api/shapes.ts'
import type { Bookcase } from '#web/library/bookcase.ts'
import { chapterName } from '#web/library/book-views.ts'
import { clauseName } from '#web/library/clause-words.ts'

/** Search over every book of the bookcase or one of them. */
export interface Finder {
  find(query: string, book: string | null, limit: number): Promise<Hits>
}

export function openFinder(bookcase: Bookcase): Finder {
  return {
    find: async (query, only, limit) => {
      const words = query.toLowerCase().split(/\s+/).filter((it) => it.length > 1)
      const hits: Hits['hits'] = []
      let total = 0
      for (const card of await bookcase.cards()) {
        if (only !== null && card.id !== only) continue
        const shelved = await bookcase.open(card.id)
        if (!shelved || words.length === 0) continue
        for (const placed of shelved.reading.clauses.values()) {
          const at = placed.clause.text.toLowerCase().indexOf(words[0] ?? '')
          if (at < 0 || !words.every((it) => placed.clause.text.toLowerCase().includes(it))) continue
          total += 1
          if (hits.length >= limit) continue
          const from = Math.max(0, at - 40)
          hits.push({ book: card.id, bookTitle: card.title, anchor: placed.clause.anchor, number: placed.clause.number ?? '', heading: clauseName(placed.clause), chapter: chapterName(shelved.reading, placed), snippet: placed.clause.text.slice(from, at + 120), marks: [{ start: at - from, end: at - from + (words[0] ?? '').length }] })
        }
      }
      return { query, total, hits, words }
    },
  }
}

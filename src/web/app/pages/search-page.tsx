import type { Hit, Hits } from '#web/api/shapes.ts'
import { searchPath } from '../route.ts'
import { hitPath } from '../parts/search-hits.tsx'
import { Snippet } from '../parts/snippet.tsx'
import type { PageProps } from '../room.tsx'

/** Everything found for some words, agreement by agreement. */
export function SearchPage({ data, route }: PageProps<'search'>) {
  const { hits, query } = data.hits
  const only = route.page === 'search' ? route.book : null
  const groups = Map.groupBy(hits, (hit) => hit.book)
  return (
    <main className="plain" id="text">
      <h1>{query === '' ? 'Search' : `“${query}”`}</h1>
      <p className="soft" role="status">
        {saysCount(data.hits)}
      </p>
      <nav className="chips" aria-label="Where to search">
        <a href={searchPath(query, null)} aria-current={only === null ? 'true' : undefined}>
          Every agreement
        </a>
        {data.books.map((book) => (
          <a key={book.id} href={searchPath(query, book.id)} aria-current={only === book.id ? 'true' : undefined}>
            {book.title}
          </a>
        ))}
      </nav>
      {[...groups].map(([book, its]) => (
        <section key={book} className="found">
          <h2>{its[0]?.bookTitle}</h2>
          <ol>
            {its.map((hit) => (
              <FoundClause key={hit.anchor} hit={hit} words={query} />
            ))}
          </ol>
        </section>
      ))}
    </main>
  )
}

function FoundClause({ hit, words }: { hit: Hit; words: string }) {
  return (
    <li>
      <a href={hitPath(hit, words)}>
        <b>{hit.number}</b>
        <span>
          <strong>{hit.heading}</strong>
          <small>{hit.chapter}</small>
          <Snippet text={hit.snippet} marks={hit.marks} />
        </span>
      </a>
    </li>
  )
}

function saysCount({ query, total, hits, corrected, partial }: Hits): string {
  if (query === '') return 'Type words, a phrase in quotation marks, or the number of a clause.'
  if (total === 0) return 'Nothing found. Try fewer words, or another word for the same thing.'
  const mended = corrected === null ? '' : `Taken as “${corrected}”. `
  const some = partial ? 'No clause has all the words; these have some of them. ' : ''
  const count = total === 1 ? 'One clause found.' : hits.length < total ? `${total} clauses found; the best ${hits.length} are shown.` : `${total} clauses found.`
  return mended + some + count
}

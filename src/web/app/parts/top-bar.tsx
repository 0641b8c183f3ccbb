import type { BookCard } from '#web/api/shapes.ts'
import { askPath } from '#web/answers/answer-path.ts'
import { readPath } from '#web/render/read-path.ts'
import type { PageData } from '../page-data.ts'
import { lintPath } from '../route.ts'
import { SearchBox } from './search-box.tsx'

/** The bar at the top: the name, the search, and the few places there are. */
export function TopBar({ page, book, query, going }: { page: PageData['page']; book: BookCard | null; query: string; going: boolean }) {
  return (
    <header className="bar" data-going={going || undefined}>
      <a className="brand" href="/" aria-label="Steward, the library">
        Steward
      </a>
      <SearchBox book={book} query={query} />
      <nav className="places" aria-label="Main">
        <a href="/" aria-current={page === 'library' ? 'page' : undefined}>
          Library
        </a>
        {book ? (
          <>
            <a href={readPath(book.id)} aria-current={page === 'read' ? 'page' : undefined}>
              Read
            </a>
            {book.kind === 'pack' ? (
              <a href={askPath(book.id)} aria-current={page === 'ask' || page === 'answer' ? 'page' : undefined}>
                Ask
              </a>
            ) : null}
            <a href={lintPath(book.id)} aria-current={page === 'lint' ? 'page' : undefined}>
              To check
            </a>
          </>
        ) : null}
        <a href={book ? `/compare?left=${encodeURIComponent(book.id)}` : '/compare'} aria-current={page === 'compare' ? 'page' : undefined}>
          Compare
        </a>
      </nav>
    </header>
  )
}

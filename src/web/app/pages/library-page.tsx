import type { BookCard } from '#web/api/shapes.ts'
import { askPath } from '#web/answers/answer-path.ts'
import { displayTitle } from '#web/render/display-title.ts'
import { readPath } from '#web/render/read-path.ts'
import { dateInWords, termInYears } from '../civil-date.ts'
import { counted } from '../kind-words.ts'
import { ImportPlace } from '../parts/import-place.tsx'
import { RemoveBook } from '../parts/remove-book.tsx'
import type { PageProps } from '../room.tsx'
import { lintPath } from '../route.ts'

/** The shelf: the agreements that are there, and the place to bring another. */
export function LibraryPage({ data }: PageProps<'library'>) {
  const imports = data.books.filter((it) => it.kind === 'import')
  const packs = data.books.filter((it) => it.kind === 'pack')
  return (
    <main className="library" id="text">
      <h1 className="sr">Library</h1>
      <ImportPlace imports={data.imports} empty={imports.length === 0} />
      {imports.length > 0 ? (
        <section aria-labelledby="exact">
          <h2 id="exact">Exact words</h2>
          <ul className="shelf">
            {imports.map((it) => (
              <BookRow key={it.id} book={it} />
            ))}
          </ul>
        </section>
      ) : null}
      {packs.length > 0 ? (
        <section aria-labelledby="ours">
          <h2 id="ours">In our words</h2>
          <p className="soft lead">Summaries, clause by clause, with what is in doubt. Import the signed agreement and its exact words stand beside them.</p>
          <ul className="shelf">
            {packs.map((it) => (
              <BookRow key={it.id} book={it} />
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}

function BookRow({ book }: { book: BookCard }) {
  return (
    <li className="book">
      <a className="book-title" href={readPath(book.id)}>
        <span className="book-years">{book.kind === 'pack' ? '' : termInYears(book.from, book.through)}</span>
        <span className="book-name">{book.title}</span>
      </a>
      <p className="book-says">{saysOf(book).join(' · ')}</p>
      <div className="book-acts">
        {book.lint > 0 ? <a href={lintPath(book.id)}>{counted(book.lint, 'place')} to check</a> : null}
        {book.kind === 'import' ? <a href={`/report/${book.id}`}>How it was read</a> : null}
        {book.partner ? <a href={readPath(book.partner.id)}>{book.kind === 'pack' ? 'Read its exact words' : 'Our summary of it'}</a> : null}
        {book.kind === 'pack' ? <a href={askPath(book.id)}>Ask it</a> : null}
        <a href={`/compare?left=${encodeURIComponent(book.id)}`}>Compare</a>
        {book.kind === 'import' ? <RemoveBook id={book.id} title={book.title} /> : null}
      </div>
    </li>
  )
}

function saysOf(book: BookCard): string[] {
  const other = book.kind === 'import' ? book.parties.filter((it) => displayTitle(it) !== book.title).map(displayTitle) : []
  const term = book.from !== null && book.through !== null ? [`${dateInWords(book.from)} to ${dateInWords(book.through)}`] : []
  const size = book.articles === 0 ? ['no articles found'] : [counted(book.articles, 'article'), counted(book.clauses, 'clause')]
  return [...other, ...term, ...size, ...(book.fileName === null ? [] : [book.fileName])]
}

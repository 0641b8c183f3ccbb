import { useRef } from 'react'
import type { BookView } from '#web/api/shapes.ts'
import { dateInWords } from '../civil-date.ts'
import { AskBox } from '../parts/ask-box.tsx'
import { BackChip } from '../parts/back-chip.tsx'
import { BookMenu } from '../parts/book-menu.tsx'
import { ContentsTree } from '../parts/contents-tree.tsx'
import { Leaves } from '../parts/leaves.tsx'
import { MarginNotes } from '../parts/margin-notes.tsx'
import { Popup } from '../parts/popup.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { packOf } from '../parts/use-clause-rules.ts'
import { useWidth } from '../parts/use-width.ts'
import { usePopup } from '../parts/use-popup.ts'
import { useReader } from '../reader/use-reader.ts'
import type { PageProps } from '../room.tsx'

/** The reading room proper: contents on the left, the text in the middle, and what bears on the clause in the margin. */
export function ReadPage({ data, route, step, returned }: PageProps<'read'>) {
  const { book } = data
  const text = useRef<HTMLDivElement>(null)
  const reader = useReader({ book, first: data.leaf, route, step, returned, text })
  const pack = packOf(book)
  const popup = usePopup(book.id)
  const margin = reader.margin
  // The same widths as in the styles; a phone does not even build what it does not show.
  const wide = useWidth(1161)
  const middling = useWidth(761)
  const notes = margin === null ? 0 : margin.lint.length + margin.doubts.length
  return (
    <main className="reading">
      {wide ? (
        <nav className="contents" aria-label="Contents">
          <BookHead book={book} />
          <ContentsTree book={book} current={reader.current} leaf={reader.leaf} />
        </nav>
      ) : null}
      <div className="middle">
        <BookHead book={book} first />
        {pack === null ? null : (
          <div className="ask-small">
            <AskBox pack={pack} />
          </div>
        )}
        <div
          className="text"
          id="text"
          ref={text}
          tabIndex={-1}
          onMouseOver={popup.onOver}
          onMouseOut={popup.onOut}
          onFocus={popup.onFocus}
          onClick={popup.onClick}
        >
          <Leaves book={book} views={reader.views} onNear={reader.load} troubles={reader.troubles} />
        </div>
      </div>
      {middling ? (
        <aside className="margin" aria-label="Beside this clause">
          <MarginNotes book={book} anchor={reader.current} margin={margin} leaf={reader.leaf} first={data.rules} />
        </aside>
      ) : null}
      <BackChip step={step} />
      <nav className="thumb" aria-label="This agreement">
        <Sheet side="left" label="Contents">
          <BookHead book={book} />
          <ContentsTree book={book} current={reader.current} leaf={reader.leaf} />
        </Sheet>
        <Sheet side="bottom" label={pack === null ? 'Notes' : 'Answers and notes'} badge={notes}>
          <MarginNotes book={book} anchor={reader.current} margin={margin} leaf={reader.leaf} first={data.rules} />
        </Sheet>
      </nav>
      {popup.card === null ? null : <Popup book={book.id} card={popup.card} onLeave={popup.close} onStay={popup.stay} onAway={popup.onOut} />}
      <p className="sr" role="status">
        {reader.said}
      </p>
    </main>
  )
}

/** Which agreement this is. The heading of the page is the first of them; on a wide screen only those who listen meet it. */
function BookHead({ book, first = false }: { book: BookView; first?: boolean }) {
  const term = book.from !== null && book.through !== null ? `${book.ended ? 'Was in force' : 'In force'} ${dateInWords(book.from)} to ${dateInWords(book.through)}` : ''
  return (
    <div className="book-head">
      {first ? <h1>{book.title}</h1> : <p className="book-name-line">{book.title}</p>}
      <p>{[term, book.kind === 'pack' ? 'in our own words' : ''].filter((it) => it !== '').join(' · ')}</p>
      <BookMenu book={book} />
    </div>
  )
}

import type { Hit } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { Snippet } from './snippet.tsx'

/** Where a hit leads: the clause, with the words to mark in it. */
export function hitPath(hit: Hit, words: string): string {
  return `${readPath(hit.book, hit.anchor)}?${new URLSearchParams({ words })}`
}

interface HitsProps {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly total: number
  readonly chosen: number
  readonly everything: string
  /** Only one book was searched: offer the others. */
  readonly wide: boolean
  readonly words: string
  readonly onGo: (path: string) => void
}

/** The hits under the search field, grouped by agreement. */
export function SearchHits({ id, hits, total, chosen, everything, wide, words, onGo }: HitsProps) {
  const groups = Map.groupBy(hits, (hit) => hit.book)
  const last = hits.length
  return (
    <>
      <p className="sr" role="status">
        {hits.length === 0 ? 'Nothing found' : `${total} found`}
      </p>
      <div role="listbox" id={id} aria-label="Found">
        {[...groups].map(([book, its]) => (
          <div role="group" key={book} aria-label={its[0]?.bookTitle}>
            <p className="group" aria-hidden="true">
              {its[0]?.bookTitle}
            </p>
            {its.map((hit) => (
              <HitOption key={hit.anchor} hit={hit} id={`${id}-${hits.indexOf(hit)}`} chosen={hits.indexOf(hit) === chosen} onGo={() => onGo(hitPath(hit, words))} />
            ))}
          </div>
        ))}
        <div role="option" tabIndex={-1} className="hit all" id={`${id}-${last}`} aria-selected={chosen === last} onMouseDown={(event) => (event.preventDefault(), onGo(everything))}>
          {hits.length === 0 ? 'Nothing here. ' : ''}
          {wide ? `Search every agreement for “${words}”` : `See all ${total} found`}
        </div>
      </div>
    </>
  )
}

function HitOption({ hit, id, chosen, onGo }: { hit: Hit; id: string; chosen: boolean; onGo: () => void }) {
  return (
    <div role="option" tabIndex={-1} className="hit" id={id} aria-selected={chosen} ref={(it) => (chosen ? it?.scrollIntoView({ block: 'nearest' }) : undefined)} onMouseDown={(event) => (event.preventDefault(), onGo())}>
      <b>{hit.number}</b>
      <span>
        <strong>{hit.heading}</strong>
        {hit.snippet === '' || hit.snippet === '…' ? <small>{hit.chapter}</small> : <Snippet text={hit.snippet} marks={hit.marks} />}
      </span>
    </div>
  )
}

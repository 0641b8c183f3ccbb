import { memo, useEffect, useRef } from 'react'
import type { BookView, LeafHead, LeafView } from '#web/api/shapes.ts'
import { clauseId, readPath } from '#web/render/read-path.ts'
import { heightClass } from '../reader/height-class.ts'

interface LeavesProps {
  readonly book: BookView
  readonly views: ReadonlyMap<string, LeafView>
  readonly troubles: ReadonlyMap<string, string>
  readonly onNear: (anchor: string) => void
}

/** The text as one long page. Articles that nobody has come near yet are empty space of about their height. */
export function Leaves({ book, views, troubles, onNear }: LeavesProps) {
  return book.leaves.map((head) => <Leaf key={head.anchor} book={book.id} head={head} view={views.get(head.anchor)} trouble={troubles.get(head.anchor) ?? null} onNear={onNear} />)
}

interface LeafProps {
  readonly book: string
  readonly head: LeafHead
  readonly view: LeafView | undefined
  readonly trouble: string | null
  readonly onNear: (anchor: string) => void
}

const Leaf = memo(function Leaf({ book, head, view, trouble, onNear }: LeafProps) {
  return (
    <article className="leaf" id={clauseId(head.anchor)} data-leaf={head.anchor} tabIndex={-1} aria-label={nameOf(head)}>
      {view ? <div data-leaf-text="" dangerouslySetInnerHTML={{ __html: view.html }} /> : <Waiting book={book} head={head} trouble={trouble} onNear={onNear} />}
    </article>
  )
})

/** Space for an article until the reader comes near; without script, the way to it. */
function Waiting({ book, head, trouble, onNear }: Omit<LeafProps, 'view'>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current || trouble !== null) return undefined
    const watch = new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && onNear(head.anchor), { rootMargin: '2400px 0px' })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [head.anchor, onNear, trouble])
  return (
    <div className={`leaf-waiting ${heightClass(head)}`} ref={box}>
      <p className="leaf-name">
        <a href={readPath(book, head.anchor)}>{nameOf(head)}</a>
      </p>
      {trouble === null ? null : (
        <p role="alert">
          {trouble}{' '}
          <button type="button" className="link" onClick={() => onNear(head.anchor)}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}

function nameOf(head: LeafHead): string {
  return [head.label, head.title].filter((it) => it !== '').join(' ')
}

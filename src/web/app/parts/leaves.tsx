import { memo, useEffect, useRef } from 'react'
import type { BookView, LeafHead, LeafView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { estimateHeight } from '../reader/estimate-height.ts'

interface LeavesProps {
  readonly book: BookView
  readonly first: LeafView
  readonly views: ReadonlyMap<string, LeafView>
  readonly expanded: boolean
  readonly troubles: ReadonlyMap<string, string>
  readonly onNear: (anchor: string) => void
}

/** The text as one long page. Articles that nobody has come near yet are empty space of about their height. */
export function Leaves({ book, first, views, expanded, troubles, onNear }: LeavesProps) {
  if (!expanded) {
    return (
      <>
        {first.previous === null ? null : <LeafLink book={book} anchor={first.previous} says="Before this" />}
        <Leaf key={first.anchor} head={first} view={first} trouble={null} onNear={onNear} />
        {first.next === null ? null : <LeafLink book={book} anchor={first.next} says="After this" />}
      </>
    )
  }
  return book.leaves.map((head) => <Leaf key={head.anchor} head={head} view={views.get(head.anchor)} trouble={troubles.get(head.anchor) ?? null} onNear={onNear} />)
}

function LeafLink({ book, anchor, says }: { book: BookView; anchor: string; says: string }) {
  const head = book.leaves.find((it) => it.anchor === anchor)
  return (
    <p className="leaf-link">
      <a href={readPath(book.id, anchor)}>
        {says}: {[head?.label, head?.title].filter(Boolean).join(' ')}
      </a>
    </p>
  )
}

interface LeafProps {
  readonly head: LeafHead
  readonly view: LeafView | undefined
  readonly trouble: string | null
  readonly onNear: (anchor: string) => void
}

const Leaf = memo(function Leaf({ head, view, trouble, onNear }: LeafProps) {
  return (
    <article className="leaf" data-leaf={head.anchor} aria-label={[head.label, head.title].filter((it) => it !== '').join(' ')}>
      {view ? <div data-leaf-text="" dangerouslySetInnerHTML={{ __html: view.html }} /> : <Waiting head={head} trouble={trouble} onNear={onNear} />}
    </article>
  )
})

/** Space for an article until the reader comes near. */
function Waiting({ head, trouble, onNear }: { head: LeafHead; trouble: string | null; onNear: (anchor: string) => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current || trouble !== null) return undefined
    const watch = new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && onNear(head.anchor), { rootMargin: '1200px 0px' })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [head.anchor, onNear, trouble])
  return (
    <div className="leaf-waiting" ref={box} style={{ blockSize: estimateHeight(head) }}>
      <p className="leaf-name">{[head.label, head.title].filter((it) => it !== '').join(' ')}</p>
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

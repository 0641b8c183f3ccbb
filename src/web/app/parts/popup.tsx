import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ClauseView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { fetchClause } from '../fetch-source.ts'
import { goTo } from '../navigation.ts'
import type { PopupCard } from './use-popup.ts'

const most = 420

/** A card beside a link: the clause it leads to, or what a defined word means. */
export function Popup({ book, card, onLeave, onStay, onAway }: { book: string; card: PopupCard; onLeave: () => void; onStay: () => void; onAway: () => void }) {
  const [clause, setClause] = useState<ClauseView | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let left = false
    setClause(null)
    fetchClause(book, card.anchor)
      .then((it) => left || setClause(it))
      .catch(() => left || onLeave())
    return () => void (left = true)
  }, [book, card.anchor])
  useLayoutEffect(() => place(box.current, card.link), [card, clause])
  const go = (event: React.MouseEvent): void => {
    event.preventDefault()
    const from = card.link.closest('[data-at]')?.getAttribute('data-at')
    onLeave()
    void goTo(readPath(book, card.anchor), from ? { anchor: from, label: from } : undefined)
  }
  if (clause === null) return null
  return (
    <div className="popup" ref={box} role="group" aria-label={card.term === null ? `Clause ${card.anchor}` : `What “${card.term}” means`} onMouseEnter={onStay} onMouseLeave={onAway}>
      <p className="popup-head" role="status">
        {card.term === null ? <b>{clause.anchor}</b> : <strong>{card.term}</strong>} {card.term === null ? clause.heading : <b>{clause.anchor}</b>}
      </p>
      <p className="popup-text">{clause.text.length > most ? `${clause.text.slice(0, clause.text.lastIndexOf(' ', most))}…` : clause.text || clause.heading}</p>
      <a href={readPath(book, card.anchor)} onClick={go}>
        Go to {clause.anchor}
      </a>
    </div>
  )
}

/** Under the link where there is room, else over it; never outside the window. */
function place(box: HTMLElement | null, link: HTMLElement): void {
  if (!box) return
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = at.bottom + 8 + height < innerHeight
  box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  box.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - height - 8)}px`
}

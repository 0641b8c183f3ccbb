import { useCallback, useEffect, useRef, useState, type FocusEvent, type MouseEvent } from 'react'

/** Which link's card shows: on hover after a moment, on focus and on a tap at once; Esc, scrolling away or leaving closes it. */

export interface PopupCard {
  readonly anchor: string
  readonly term: string | null
  readonly link: HTMLElement
}

const openAfterMs = 220
const closeAfterMs = 240

export function usePopup(book: string) {
  const [card, setCard] = useState<PopupCard | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = useCallback((act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }, [])
  const close = useCallback(() => (clearTimeout(timer.current), setCard(null)), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => void (event.key === 'Escape' && close())
    addEventListener('keydown', onKey)
    addEventListener('popstate', close)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('popstate', close)
      clearTimeout(timer.current)
    }
  }, [book, close])
  return {
    card,
    close,
    stay: () => clearTimeout(timer.current),
    onOver: (event: MouseEvent) => {
      const it = cardOf(event.target)
      if (it) soon(() => setCard(it), openAfterMs)
    },
    onOut: () => soon(() => setCard(null), closeAfterMs),
    onFocus: (event: FocusEvent) => {
      const it = cardOf(event.target)
      if (it && event.target.matches(':focus-visible')) setCard(it)
      else if (!it) close()
    },
    onClick: (event: MouseEvent) => {
      const it = cardOf(event.target)
      const touch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
      if (it?.term && touch) {
        event.preventDefault()
        setCard(it)
      } else close()
    },
  }
}

function cardOf(target: EventTarget): PopupCard | null {
  const link = target instanceof Element ? target.closest<HTMLElement>('a.term, a.ref') : null
  const anchor = link?.dataset['to']
  return link && anchor ? { anchor, term: link.dataset['term'] ?? null, link } : null
}

import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { BookView, LeafView, Margin } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { fetchSource, troubleInWords } from '../fetch-source.ts'
import { noteTrail, onLeave, trail } from '../navigation.ts'
import type { Route } from '../route.ts'
import { clauseInPage, clauseUnderEye, holdStill, markCurrent, scrollToClause, stillInSight } from './clause-in-page.ts'
import { markWords } from './mark-words.ts'

interface ReaderInput {
  readonly book: BookView
  readonly first: LeafView
  readonly route: Route
  readonly step: number
  readonly returned: boolean
  readonly text: RefObject<HTMLDivElement | null>
}

export interface Reader {
  /** The clause that is being read, or the leaf where no clause is under the eye. */
  readonly current: string
  readonly leaf: LeafView
  readonly margin: Margin | null
  readonly views: ReadonlyMap<string, LeafView>
  readonly troubles: ReadonlyMap<string, string>
  /** For those who listen: where a jump led. */
  readonly said: string
  load(anchor: string): void
}

/** Follows the reader through one book: loads what comes near, jumps where links lead, knows which clause is under the eye. */
export function useReader({ book, first, route, step, returned, text }: ReaderInput): Reader {
  const [views, setViews] = useState<ReadonlyMap<string, LeafView>>(() => new Map([[first.anchor, first]]))
  const [troubles, setTroubles] = useState<ReadonlyMap<string, string>>(new Map())
  const [current, setCurrent] = useState(route.page === 'read' ? (route.anchor ?? first.anchor) : first.anchor)
  const [leafAnchor, setLeafAnchor] = useState(first.anchor)
  const [said, setSaid] = useState('')
  const chosen = useRef<string | null>(null)
  const jumped = useRef(0)

  const show = useCallback((anchor: string, leaf: string) => {
    startTransition(() => {
      setCurrent(anchor)
      setLeafAnchor(leaf)
    })
  }, [])
  const keep = useCallback(
    (view: LeafView, now = false) => {
      const add = (): void => setViews((before) => new Map(before).set(view.anchor, view))
      // Below the eye nothing moves when text takes the place of empty space; above it all would.
      if (!now && (leafTop(text.current, view.anchor) ?? 0) > innerHeight) startTransition(add)
      else holdStill(text.current, () => flushSync(add))
    },
    [text],
  )
  const load = useCallback(
    (anchor: string) => {
      fetchSource
        .leaf(book.id, anchor)
        .then((view) => view && keep(view))
        .catch((error: unknown) => setTroubles((before) => new Map(before).set(anchor, troubleInWords(error))))
    },
    [book.id, keep],
  )

  useEffect(() => {
    if (route.page !== 'read') return
    const ask = route.anchor ?? first.anchor
    const words = route.words
    void jump()

    async function jump(): Promise<void> {
      if (clauseInPage(ask) === null) {
        const view = await fetchSource.leaf(book.id, ask).catch(() => null)
        if (view === null) return setSaid(`This agreement has no clause ${ask}.`)
        keep(view, true)
      }
      const top = returned ? trail().top : undefined
      const clause = clauseInPage(ask)
      if (!clause) return
      chosen.current = ask
      jumped.current = performance.now()
      if (step > 0 || route.page !== 'read' || route.anchor !== null) scrollToClause(clause, top?.anchor === ask ? top.offset : null)
      if (step > 0 && !returned) clause.focus({ preventScroll: true })
      markWords(clause, words)
      markCurrent(ask, chosen.current)
      show(ask, clause.closest('[data-leaf]')?.getAttribute('data-leaf') ?? first.anchor)
      if (step > 0) setSaid(`At ${ask}`)
    }
  }, [step])

  useEyes(text, book.id, chosen, jumped, show)
  useEffect(() => markCurrent(current, chosen.current), [current, views])
  const leaf = views.get(leafAnchor) ?? first
  return { current, leaf, margin: leaf.margins[current] ?? null, views, troubles, said, load }
}

function leafTop(text: HTMLElement | null, leaf: string): number | null {
  return text?.querySelector(`[data-leaf="${CSS.escape(leaf)}"]`)?.getBoundingClientRect().top ?? null
}

/** Watches which clause is under the eye, shows it, and keeps the address on it. */
function useEyes(text: RefObject<HTMLDivElement | null>, book: string, chosen: RefObject<string | null>, jumped: RefObject<number>, show: (anchor: string, leaf: string) => void): void {
  useEffect(() => {
    let waiting = false
    let settled: ReturnType<typeof setTimeout>
    const look = (rested = false): void => {
      waiting = false
      const seen = clauseUnderEye(text.current)
      if (seen === null) return
      if (chosen.current !== null && (rested || performance.now() - jumped.current > 600) && !stillInSight(chosen.current)) chosen.current = null
      if (chosen.current === null) show(seen.anchor, seen.leaf)
    }
    const note = (): void => {
      const seen = clauseUnderEye(text.current)
      if (seen === null || !location.pathname.startsWith('/read/')) return
      const anchor = chosen.current ?? seen.anchor
      const top = clauseInPage(anchor)?.getBoundingClientRect().top
      noteTrail(top === undefined ? {} : { top: { anchor, offset: top } }, readPath(book, anchor))
    }
    const onScroll = (): void => {
      clearTimeout(settled)
      settled = setTimeout(() => (look(true), note()), 400)
      if (waiting) return
      waiting = true
      setTimeout(() => requestAnimationFrame(() => look()), 180)
    }
    addEventListener('scroll', onScroll, { passive: true })
    const leave = onLeave(note)
    return () => {
      removeEventListener('scroll', onScroll)
      clearTimeout(settled)
      leave()
    }
  }, [book])
}

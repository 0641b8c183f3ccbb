import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { BookCard, Hit } from '#web/api/shapes.ts'
import { findWords } from '../fetch-source.ts'
import { goTo } from '../navigation.ts'
import { searchPath } from '../route.ts'
import { hitPath, SearchHits } from './search-hits.tsx'

const shown = 12
const pauseMs = 50

interface Found {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly total: number
}

/** Search as you type, in the bar at the top: arrows choose, Enter goes, Esc leaves, "/" comes here from anywhere. */
export function SearchBox({ book, query }: { book: BookCard | null; query: string }) {
  const [words, setWords] = useState(query)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  useEffect(() => setWords(query), [query])
  useSlashKey(input)
  const found = useFound(words, open, book?.id ?? null)
  useEffect(() => setChosen(-1), [found])

  const leave = (): void => (setOpen(false), setChosen(-1), input.current?.blur())
  const go = (path: string): void => (leave(), void goTo(path))
  const everything = searchPath(words, null)
  const count = found === null ? 0 : found.hits.length + 1
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return leave()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (count > 0) setChosen((chosen + (event.key === 'ArrowDown' ? 1 : count + (chosen < 0 ? 0 : -1))) % count)
    }
    if (event.key === 'Enter' && chosen >= 0 && found) {
      event.preventDefault()
      const hit = found.hits[chosen]
      go(hit ? hitPath(hit, words) : everything)
    }
  }
  const visible = open && found !== null && words.trim() !== ''
  return (
    <form
      className="search"
      role="search"
      action="/search"
      onSubmit={(event) => (event.preventDefault(), go(searchPath(words, book?.id ?? null)))}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
    >
      <input
        ref={input}
        name="q"
        type="search"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        role="combobox"
        aria-label={book ? `Search ${book.title}` : 'Search every agreement'}
        aria-expanded={visible}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={visible && chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={book ? 'Search this agreement' : 'Search every agreement'}
        value={words}
        onChange={(event) => (setWords(event.target.value), setOpen(true))}
        onFocus={() => setOpen(true)}
        onKeyDown={onKey}
      />
      <kbd className="slash" aria-hidden="true">
        /
      </kbd>
      <div className="hits" hidden={!visible}>
        <SearchHits id={list} hits={found?.hits ?? []} total={found?.total ?? 0} chosen={chosen} everything={book ? everything : searchPath(words, null)} wide={book !== null} words={words} onGo={go} />
      </div>
    </form>
  )
}

/** What is found for the words, a moment after the last key; an answer that comes too late is dropped. */
function useFound(words: string, open: boolean, book: string | null): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (!open || words.trim() === '') return setFound(null)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      findWords(words, book, shown, stop.signal)
        .then((it) => setFound({ query: words, hits: it.hits, total: it.total }))
        .catch(() => undefined)
    }, pauseMs)
    return () => (clearTimeout(timer), stop.abort())
  }, [words, open, book])
  return found
}

/** "/" goes to the search from anywhere but a field that takes text. */
function useSlashKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [input])
}

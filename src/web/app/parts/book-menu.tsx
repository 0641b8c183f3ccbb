import { useEffect, useRef } from 'react'
import type { BookView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { lintPath } from '../route.ts'

const forms = [
  ['docx', 'Word'],
  ['html', 'A web page'],
  ['md', 'Markdown'],
  ['txt', 'Plain text'],
  ['json', 'Data (JSON)'],
  ['akn', 'Akoma Ntoso (XML)'],
] as const

/** What can be done with the whole book: print it, save it in some form, see how it was read. */
export function BookMenu({ book }: { book: BookView }) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const leave = (event: Event): void => {
      const it = menu.current
      if (!it?.open) return
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !(event.target instanceof Node && it.contains(event.target))) it.open = false
    }
    addEventListener('pointerdown', leave)
    addEventListener('keydown', leave)
    return () => (removeEventListener('pointerdown', leave), removeEventListener('keydown', leave))
  }, [])
  const id = encodeURIComponent(book.id)
  return (
    <details className="menu" ref={menu}>
      <summary>Print or save</summary>
      <div className="menu-list">
        <a href={`/print/${id}`} target="_blank">
          Print the whole text
        </a>
        <h2>Save as</h2>
        {forms.map(([form, says]) => (
          <a key={form} href={`/api/v1/books/${id}/export/${form}`} download>
            {says}
          </a>
        ))}
        <h2>About this text</h2>
        {book.kind === 'import' ? <a href={`/report/${id}`}>How it was read</a> : null}
        {book.lint > 0 ? <a href={lintPath(book.id)}>What to check in it</a> : null}
        {book.partner ? <a href={readPath(book.partner.id)}>{book.kind === 'pack' ? 'Its exact words' : 'Our summary of it'}</a> : null}
        <a href={`/compare?left=${id}`}>Compare it with another</a>
      </div>
    </details>
  )
}

import { useEffect, useState } from 'react'
import type { BookView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { fetchClause } from '../fetch-source.ts'

/** Copy and print, for the clause in hand. */
export function ClauseActs({ book, anchor, leaf }: { book: BookView; anchor: string; leaf: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 2500)
    return () => clearTimeout(timer)
  }, [said])
  const link = (): string => location.origin + readPath(book.id, anchor)
  const copy = (what: 'citation' | 'text' | 'link'): void => {
    const text = what === 'link' ? Promise.resolve(link()) : fetchClause(book.id, anchor).then((it) => (what === 'text' ? it.text : `${it.citation}\n${link()}`))
    text.then(putOnClipboard).then(
      () => setSaid(what === 'citation' ? 'Copied, with its citation.' : what === 'text' ? 'The words are copied.' : 'The link is copied.'),
      () => setSaid('It could not be copied here. Mark the text and copy it by hand.'),
    )
  }
  return (
    <div className="acts">
      {anchor.startsWith('_') ? null : (
        <>
          <button type="button" className="act go" onClick={() => copy('citation')}>
            Copy with citation
          </button>
          <button type="button" className="act" onClick={() => copy('text')}>
            Copy words
          </button>
        </>
      )}
      <button type="button" className="act" onClick={() => copy('link')}>
        Copy link
      </button>
      <a className="act" href={`/print/${encodeURIComponent(book.id)}/${encodeURIComponent(leaf)}`} target="_blank">
        Print article
      </a>
      <span className="said" role="status">
        {said}
      </span>
    </div>
  )
}

async function putOnClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

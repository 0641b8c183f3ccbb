import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import type { ImportView } from '#web/api/shapes.ts'
import { troubleInWords } from '../fetch-source.ts'
import { sendFile } from '../import-files.ts'
import { refresh } from '../navigation.ts'
import { ImportRow } from './import-row.tsx'

interface Sending {
  readonly key: number
  readonly name: string
  readonly part: number
  readonly trouble: string | null
}

/** Where a file is dropped or chosen, and how each one goes. */
export function ImportPlace({ imports, empty }: { imports: readonly ImportView[]; empty: boolean }) {
  const [started, setStarted] = useState<readonly ImportView[]>([])
  const [sending, setSending] = useState<readonly Sending[]>([])
  const chooser = useRef<HTMLInputElement>(null)
  const known = [...started, ...imports.filter((it) => !started.some((one) => one.id === it.id))]

  const send = (files: readonly File[]): void => {
    for (const file of files) {
      const key = Math.floor(performance.now() * 1000) + files.indexOf(file)
      const change = (part: number, trouble: string | null = null): void => setSending((before) => [...before.filter((it) => it.key !== key), { key, name: file.name, part, trouble }])
      change(0)
      sendFile(file, (sent, of) => change(of === 0 ? 0 : sent / of))
        .then((view) => {
          setSending((before) => before.filter((it) => it.key !== key))
          setStarted((before) => [view, ...before.filter((it) => it.id !== view.id)])
          if (view.known) void refresh()
        })
        .catch((error: unknown) => change(0, troubleInWords(error)))
    }
  }
  const over = useDrop(send)
  const choose = (event: ChangeEvent<HTMLInputElement>): void => (send([...(event.target.files ?? [])]), void (event.target.value = ''))
  return (
    <section className="import" aria-labelledby="bring" data-over={over || undefined} data-empty={empty || undefined}>
      <h2 id="bring">{empty ? 'Bring the signed agreement' : 'Bring another agreement'}</h2>
      <p>
        Drop a file anywhere on this page, or{' '}
        <button type="button" className="link" onClick={() => chooser.current?.click()}>
          choose one
        </button>
        . <span className="soft">PDF, scanned pages, Word, text or a web page. It stays on this machine.</span>
      </p>
      <input ref={chooser} type="file" multiple hidden aria-label="Choose a file" accept=".pdf,.docx,.txt,.md,.html,.htm,.text,.markdown,.png,.jpg,.jpeg,.tif,.tiff" onChange={choose} />
      <ul className="imports">
        {sending.map((it) => (
          <li key={it.key} className="importing">
            <strong>{it.name}</strong>
            {it.trouble === null ? <progress value={it.part} aria-label={`Sending ${it.name}`} /> : <p role="alert">{it.trouble}</p>}
          </li>
        ))}
        {known.map((it) => (
          <ImportRow key={it.id} first={it} onDone={() => void refresh()} onGone={() => (setStarted((before) => before.filter((one) => one.id !== it.id)), void refresh())} />
        ))}
      </ul>
    </section>
  )
}

/** Files dropped anywhere on the page; true while one is held over it. */
function useDrop(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => void (latest.current = take))
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    const leave = (event: DragEvent): void => void (event.relatedTarget === null && setOver(false))
    addEventListener('dragover', hold)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', hold)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return over
}

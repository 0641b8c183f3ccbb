import { useEffect, useState } from 'react'
import type { ImportView } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { ask, troubleInWords } from '../fetch-source.ts'
import { followImport, rests } from '../import-files.ts'
import { counted } from '../kind-words.ts'

/** One import: how far it is, and what can be done about it. */
export function ImportRow({ first, onDone, onGone }: { first: ImportView; onDone: () => void; onGone: () => void }) {
  const [view, setView] = useState(first)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    if (rests(view)) return undefined
    return followImport(view.id, (next) => {
      setView(next)
      if (next.state === 'done') onDone()
    })
    // Only a new start of the same import follows anew.
  }, [view.id, rests(view)])
  const act = (verb: 'stop' | 'resume'): void => {
    ask<ImportView>(`/imports/${view.id}/${verb}`, { method: 'POST' }).then(setView, (error: unknown) => setTrouble(troubleInWords(error)))
  }
  const drop = (): void => void ask(`/imports/${view.id}`, { method: 'DELETE' }).then(onGone, (error: unknown) => setTrouble(troubleInWords(error)))
  const running = !rests(view)
  return (
    <li className="importing" data-state={view.state}>
      <strong>{view.name}</strong>
      {running ? <progress value={view.of > 0 ? view.done / view.of : undefined} aria-label={`Reading ${view.name}`} /> : null}
      <p role="status">{saysState(view)}</p>
      {view.problem ? (
        <p role="alert">
          {view.problem.what} {view.problem.next}
        </p>
      ) : null}
      {trouble === '' ? null : <p role="alert">{trouble}</p>}
      <p className="acts">
        {running ? (
          <button type="button" className="act" onClick={() => act('stop')}>
            Stop
          </button>
        ) : null}
        {view.state === 'stopped' || view.state === 'failed' ? (
          <>
            <button type="button" className="act" onClick={() => act('resume')}>
              {view.state === 'stopped' ? 'Go on' : 'Try again'}
            </button>
            <button type="button" className="act" onClick={drop}>
              Forget it
            </button>
          </>
        ) : null}
        {view.state === 'done' && view.book !== null ? (
          <>
            <a className="act go" href={readPath(view.book)}>
              Read it
            </a>
            <a className="act" href={`/report/${view.book}`}>
              How it was read
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}

function saysState(view: ImportView): string {
  const kept = view.pagesKept > 0 ? ` ${counted(view.pagesKept, 'finished page')} kept.` : ''
  switch (view.state) {
    case 'waiting':
      return 'Waiting its turn.'
    case 'reading':
      return view.of > 1 && !/\d of \d/.test(view.doing) ? `${view.doing}: ${view.done} of ${view.of}` : `${view.doing === '' ? 'Reading' : view.doing}…`
    case 'stopped':
      return `Stopped.${kept}`
    case 'done':
      return view.known ? 'It was on the shelf already.' : 'On the shelf.'
    case 'failed':
      return `It could not be read.${kept}`
  }
}

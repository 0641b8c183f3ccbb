import { useRef, useState } from 'react'
import { ask, WireProblem } from '../fetch-source.ts'
import { refresh } from '../navigation.ts'

/** Takes an imported agreement off the shelf, after asking. */
export function RemoveBook({ id, title }: { id: string; title: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [trouble, setTrouble] = useState('')
  const remove = async (): Promise<void> => {
    try {
      await ask(`/books/${encodeURIComponent(id)}`, { method: 'DELETE' })
      dialog.current?.close()
      await refresh()
    } catch (error) {
      setTrouble(error instanceof WireProblem ? `${error.message} ${error.next}` : 'It could not be removed. Try again.')
    }
  }
  return (
    <>
      <button type="button" className="quiet" onClick={() => dialog.current?.showModal()} aria-label={`Remove ${title}`}>
        Remove
      </button>
      <dialog ref={dialog} className="asking" aria-label="Remove this agreement?">
        <h2>Remove “{title}”?</h2>
        <p>The imported file and everything read from it are deleted from this machine. Links to its clauses stop working.</p>
        {trouble === '' ? null : <p role="alert">{trouble}</p>}
        <p className="acts">
          <button type="button" className="act go" onClick={() => void remove()}>
            Remove it
          </button>
          <button type="button" className="act" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </p>
      </dialog>
    </>
  )
}

import { useId } from 'react'
import { askPath } from '#web/answers/answer-path.ts'

/** A question in one's own words, put to one agreement. A plain form, so that it works before any script and without. */
export function AskBox({ pack, words = '', label = 'Ask this agreement' }: { pack: string; words?: string; label?: string }) {
  const id = useId()
  return (
    <form className="ask" action={askPath(pack)} method="get">
      <label htmlFor={id}>{label}</label>
      <div className="ask-line">
        <input id={id} name="q" type="text" defaultValue={words} maxLength={300} autoComplete="off" placeholder="How long do I have to file?" enterKeyHint="go" />
        <button type="submit" className="act go">
          Ask
        </button>
      </div>
    </form>
  )
}

import { useEffect, useState } from 'react'

/** The answer as plain text with its citations; to be marked by hand where no script runs, else copied by a button. */
export function TakeAway({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 2500)
    return () => clearTimeout(timer)
  }, [said])
  const copy = (what: string, words: string): void => {
    navigator.clipboard.writeText(what).then(
      () => setSaid(words),
      () => setSaid('It could not be copied here. Open the text below and copy it by hand.'),
    )
  }
  return (
    <div className="take-away">
      <div className="acts alive-only">
        <button type="button" className="act go" onClick={() => copy(text, 'Copied, with its citations.')}>
          Copy as text
        </button>
        <button type="button" className="act" onClick={() => copy(location.href, 'The link is copied; it asks the same again.')}>
          Copy link
        </button>
        <button type="button" className="act" onClick={() => print()}>
          Print
        </button>
        <span className="said" role="status">
          {said}
        </span>
      </div>
      <details className="fold-away">
        <summary>The answer as text with citations</summary>
        <pre className="as-text">
          {text}
        </pre>
      </details>
    </div>
  )
}

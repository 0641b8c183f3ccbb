import { useEffect, useState } from 'react'
import type { BookView } from '#web/api/shapes.ts'
import type { ClauseRules } from '#web/answers/answer-shapes.ts'
import { fetchRules } from '../fetch-source.ts'

const restMs = 160
const againMs = 900

/** What the clause in hand answers: of the page's own clause at once, of others a moment after the reader has come to rest there. */
export function useClauseRules(book: BookView, anchor: string, first: ClauseRules | null): ClauseRules | null {
  const known = first !== null && first.anchor === anchor && !first.reading ? first : null
  const [rules, setRules] = useState<ClauseRules | null>(first)
  const asks = known === null && packOf(book) !== null && !anchor.startsWith('_')
  useEffect(() => {
    if (!asks) return undefined
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const ask = (): void => {
      fetchRules(book.id, anchor)
        .then((it) => {
          if (left) return
          setRules(it)
          if (it?.reading) timer = setTimeout(ask, againMs)
        })
        .catch(() => undefined)
    }
    timer = setTimeout(ask, restMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asks, book.id, anchor])
  return known ?? (rules?.anchor === anchor ? rules : null)
}

/** The pack that answers for a book: itself, or the one with which its exact words are joined. */
export function packOf(book: BookView): string | null {
  return book.kind === 'pack' ? book.id : (book.partner?.id ?? null)
}

import type { ClauseRules } from '#web/answers/answer-shapes.ts'
import { clauseRules, rulesToCome } from '#web/answers/clause-rules.ts'
import type { Answerer } from '#web/answers/open-answerer.ts'
import type { Bookcase } from '#web/library/bookcase.ts'

/** What a clause of a book answers, by the pack that the book is or belongs to; null where no pack knows the clause. Never waits for a pack to be read: it is read a moment later. */
export async function rulesOf(bookcase: Bookcase, answerer: Answerer, book: string, anchor: string): Promise<ClauseRules | null> {
  const place = (await bookcase.open(book))?.inPack(anchor) ?? null
  if (place === null || !answerer.has(place.pack)) return null
  const asked = answerer.ready(place.pack)
  if (asked === null) {
    answerer.soon(place.pack)
    return rulesToCome(place.pack, anchor)
  }
  return { ...clauseRules(asked, place.anchor), anchor }
}

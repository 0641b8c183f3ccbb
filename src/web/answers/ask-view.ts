import type { FoundDecision } from '#determinations/find-decision.ts'
import type { AskView } from '#web/answers/answer-shapes.ts'
import { questionLink } from '#web/answers/clause-rules.ts'
import type { AskedPack } from '#web/answers/open-answerer.ts'
import { displayTitle } from '#web/render/display-title.ts'

/** The questions that an agreement answers, by article; above them the nearest to what was asked, where that was not clear. */
export function askView(asked: AskedPack, words: string, nearest: readonly FoundDecision[]): AskView {
  const chapters = Map.groupBy(asked.loaded.rules.decisions, (it) => asked.clauses.get(it.at.clause)?.chapter ?? '')
  return {
    pack: { id: asked.id, title: asked.loaded.pack.short },
    words,
    nearest: nearest.map(({ decision, asks }) => questionLink(asked.id, { name: decision, asks })),
    chapters: [...chapters].map(([title, decisions]) => ({ title: title.replace(/, .*/, (it) => displayTitle(it)), questions: decisions.map((it) => questionLink(asked.id, it)) })),
  }
}

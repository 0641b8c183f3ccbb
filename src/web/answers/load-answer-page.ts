import type { PageData } from '#web/app/page-data.ts'
import type { AnswerRoute } from '#web/app/route.ts'
import { answerView } from '#web/answers/answer-view.ts'
import { askView } from '#web/answers/ask-view.ts'
import { answerPath, askedParam } from '#web/answers/answer-path.ts'
import type { Rooms } from '#web/rooms.ts'
import { readAnswerQuery } from '#web/answers/read-answer-query.ts'

/** The pages that answer: a question with its facts, and the questions that an agreement answers. */

export type AnswerPage = { readonly data: PageData; readonly status: 200 | 400 | 404 } | { readonly goTo: string }

const longestWords = 300

/** What stands at an address of these pages, or where to go instead. `origin` is the house's own, for links in copied text. */
export async function loadAnswerPage(route: AnswerRoute, { answerer, bookcase }: Pick<Rooms, 'answerer' | 'bookcase'>, around: { readonly origin: string; readonly today: string }): Promise<AnswerPage> {
  const [asked, book] = await Promise.all([answerer.pack(route.pack), bookcase.card(route.pack)])
  if (asked === null || book === null) return missing('There is no agreement of this name that can be asked.', 'Go to the library and choose one of those that come with Steward.')
  if (route.page === 'ask') {
    const words = route.words.replace(/\s+/g, ' ').trim()
    if (words.length > longestWords) return refused('This question is longer than we can read.', 'Ask it in one sentence.')
    const found = words === '' ? null : asked.finder.find(words)
    if (found !== null && found.sure !== null) return { goTo: answerPath(asked.id, found.sure, [[askedParam, words]].filter(([, it]) => (it ?? '').length <= 200) as [string, string][]) }
    return { data: { page: 'ask', book, ask: askView(asked, words, found?.nearest ?? []) }, status: 200 }
  }
  const loaded = asked.loaded.decisions.get(route.decision)
  if (loaded === undefined) return missing(`${asked.loaded.pack.short} has no question of this name.`, 'Ask it in your own words, or choose one from its list.')
  const query = readAnswerQuery(loaded.decision, route.search)
  if ('refused' in query) return refused(query.refused, 'Open the question without what stands after the question mark, and fill in the form.')
  if (query.untidy) return { goTo: answerPath(asked.id, loaded.decision.name, query.params) }
  const answer = answerView(asked, loaded, query, around)
  return { data: { page: 'answer', book, answer }, status: answer.status === 'error' ? 400 : 200 }
}

function missing(what: string, next: string): AnswerPage {
  return { data: { page: 'missing', what, next }, status: 404 }
}

function refused(what: string, next: string): AnswerPage {
  return { data: { page: 'missing', what, next }, status: 400 }
}

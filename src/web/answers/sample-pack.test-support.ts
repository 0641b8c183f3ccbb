import { resolve } from 'node:path'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import { answerView } from '#web/answers/answer-view.ts'
import type { AnswerView } from '#web/answers/answer-shapes.ts'
import { openAnswerer, type AskedPack } from '#web/answers/open-answerer.ts'
import { readAnswerQuery } from '#web/answers/read-answer-query.ts'

/** The packs that come with Steward, asked as the pages ask them. */

export const packsFolder = resolve(import.meta.dirname, '../../../agreements')
export const packNames = ['sample', 'pleasant-valley-2015', 'chaffey-2010']
export const answerer = openAnswerer(packsFolder, packNames)

export async function askedPack(id = 'sample'): Promise<AskedPack> {
  const asked = await answerer.pack(id)
  if (asked === null) throw new Error(`no pack ${id}`)
  return asked
}

export function decisionOf(asked: AskedPack, name: string): LoadedDecision {
  const loaded = asked.loaded.decisions.get(name)
  if (loaded === undefined) throw new Error(`no decision ${name}`)
  return loaded
}

/** What the page shows at an address: `grievance_filing?knew_on=2024-11-04`. */
export async function pageOf(address: string, id = 'sample'): Promise<AnswerView> {
  const [name = '', search = ''] = address.split('?')
  const asked = await askedPack(id)
  const loaded = decisionOf(asked, name)
  const query = readAnswerQuery(loaded.decision, search)
  if ('refused' in query) throw new Error(query.refused)
  return answerView(asked, loaded, query, { origin: 'http://127.0.0.1:8321', today: '2026-11-22' })
}

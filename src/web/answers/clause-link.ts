import type { AskedPack } from '#web/answers/open-answerer.ts'
import type { ClauseLink } from '#web/answers/answer-shapes.ts'
import { displayTitle } from '#web/render/display-title.ts'
import { readPath } from '#web/render/read-path.ts'

/** A clause as a link into the text; without an address where the agreement does not print it here. */
export function clauseLink(pack: Pick<AskedPack, 'id' | 'clauses'>, anchor: string): ClauseLink {
  const it = pack.clauses.get(anchor)
  return { anchor, heading: displayTitle(it?.heading ?? ''), path: it === undefined ? null : readPath(pack.id, anchor) }
}

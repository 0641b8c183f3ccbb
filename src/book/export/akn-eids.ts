import type { Book, Clause } from '#book/book.ts'
import { UniqueIds } from '#book/export/unique-ids.ts'

/** Names every clause as the Akoma Ntoso naming convention does: the parent's eId, two low lines, the short name of the element, its number. */

/** The element for each depth of the tree, with its short name in an eId. What lies deeper is a `level`. */
const ladder: readonly (readonly [element: string, short: string])[] = [
  ['article', 'art'],
  ['section', 'sec'],
  ['paragraph', 'para'],
  ['subparagraph', 'subpara'],
  ['clause', 'cl'],
  ['subclause', 'subcl'],
  ['point', 'point'],
]

export function aknElement(depth: number): string {
  return ladder[depth]?.[0] ?? 'level'
}

export interface AknEids {
  readonly of: (clause: Clause) => string
  /** The eId of the clause at an anchor; null where the book has none. */
  readonly at: (anchor: string) => string | null
  /** The eId of an appendix as an attachment. */
  readonly attachment: (appendix: Clause) => string
  /** A free eId for something inside a clause: `art_6__p_1`. */
  readonly take: (wished: string) => string
}

export function aknEids(book: Book): AknEids {
  const ids = new UniqueIds()
  const byClause = new Map<Clause, string>()
  const byAnchor = new Map<string, string>()
  const name = (clause: Clause, eid: string): void => {
    byClause.set(clause, eid)
    if (!byAnchor.has(clause.anchor)) byAnchor.set(clause.anchor, eid)
  }
  const nameUnder = (parent: Clause, prefix: string, depth: number): void => {
    parent.clauses.forEach((child, index) => {
      const short = ladder[depth]?.[1] ?? 'level'
      const eid = ids.take(`${prefix}__${short}_${numberPart(child, index)}`, '-')
      name(child, eid)
      nameUnder(child, eid, depth + 1)
    })
  }
  book.articles.forEach((article, index) => {
    name(article, ids.take(`art_${numberPart(article, index)}`, '-'))
    nameUnder(article, byClause.get(article) ?? '', 1)
  })
  book.appendices.forEach((appendix, index) => {
    name(appendix, ids.take(`att_${numberPart(appendix, index)}`, '-'))
    nameUnder(appendix, byClause.get(appendix) ?? '', 1)
  })
  return {
    of: (clause) => byClause.get(clause) ?? '',
    at: (anchor) => byAnchor.get(anchor) ?? null,
    attachment: (appendix) => byClause.get(appendix) ?? '',
    take: (wished) => ids.take(wished, '-'),
  }
}

/** The printed number with its dots and brackets as dashes; `nn-3` for the third of its parent where nothing is printed. */
function numberPart(clause: Clause, index: number): string {
  const dashed = (clause.number ?? '').replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '')
  return dashed === '' ? `nn-${index + 1}` : dashed
}

import { walkClauses, type Book, type Clause } from '#book/book.ts'
import { UniqueIds } from '#book/export/unique-ids.ts'

/** A name for every clause that stays the same from one export to the next and can stand in a link. */
export interface ClauseIds {
  readonly of: (clause: Clause) => string
  /** The name of the clause at an anchor; null where the book has none. */
  readonly at: (anchor: string) => string | null
}

/** Names for the web: `c-6.4.1`, `c-App.-A-3`. */
export function webIds(book: Book): ClauseIds {
  return clauseIds(book, (clause) => `c-${withDashes(clause.anchor, /[^A-Za-z0-9._-]+/g)}`, '~')
}

/** Names as Word allows them for bookmarks: a letter first, then letters, figures and low lines, 40 at most. Small letters only: to Word `c_A` and `c_a` are one name. */
export function wordIds(book: Book): ClauseIds {
  return clauseIds(book, (clause) => `c_${withDashes(clause.anchor, /[^A-Za-z0-9]+/g).replaceAll('-', '_').toLowerCase()}`, '_', 40)
}

function clauseIds(book: Book, wish: (clause: Clause) => string, join: string, longest?: number): ClauseIds {
  const ids = new UniqueIds()
  const byClause = new Map<Clause, string>()
  const byAnchor = new Map<string, string>()
  for (const { clause } of walkClauses(book)) {
    const id = ids.take(wish(clause), join, longest)
    byClause.set(clause, id)
    if (!byAnchor.has(clause.anchor)) byAnchor.set(clause.anchor, id)
  }
  return { of: (clause) => byClause.get(clause) ?? '', at: (anchor) => byAnchor.get(anchor) ?? null }
}

function withDashes(anchor: string, strange: RegExp): string {
  return anchor.replace(strange, '-').replace(/^-+|-+$/g, '')
}

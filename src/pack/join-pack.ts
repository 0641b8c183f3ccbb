import { clauseMap, walkClauses, type Anchor, type Book, type Clause } from '#book/book.ts'
import { clauseKey } from '#pack/clause-key.ts'
import { fingerprint } from '#pack/fingerprint-clauses.ts'
import { walkPack, type Pack, type PackChapter, type PackClause } from '#pack/pack.ts'

/** Pack and imported text laid side by side, clause by clause. */

export interface JoinedClause {
  readonly pack: PackClause
  readonly book: Clause
  /** `same`: the very words the pack was written against; `changed`: other words, so that gist and rules are unverified; `unknown`: the pack has no fingerprint to tell by. */
  readonly words: 'same' | 'changed' | 'unknown'
}

export interface JoinedPack {
  /** The imported file is, byte for byte, the one that the pack was written against. */
  readonly sameFile: boolean
  readonly clauses: readonly JoinedClause[]
  readonly onlyInPack: readonly PackClause[]
  readonly onlyInBook: readonly Clause[]
  /** The book's anchors of the clauses whose words differ. */
  readonly changed: readonly Anchor[]
  /** By the book's anchor. */
  readonly atBook: ReadonlyMap<string, JoinedClause>
}

/** Joins a pack to a book: by the very address first, then tolerant of `App. A(3)` against `A.3`, `13.3(c)` against `13.3.c` and the like. */
export function joinPack(pack: Pack, book: Book): JoinedPack {
  const pairs = pairClauses([...walkPack(pack)], book)
  const clauses: JoinedClause[] = []
  const onlyInPack: PackClause[] = []
  for (const { clause } of walkPack(pack)) {
    const found = pairs.get(clause)
    if (found) clauses.push({ pack: clause, book: found, words: wordsOf(clause, found, pack) })
    else onlyInPack.push(clause)
  }
  const taken = new Set(pairs.values())
  return {
    sameFile: pack.text !== null && pack.text.sha256 === book.source.sha256,
    clauses,
    onlyInPack,
    onlyInBook: [...walkClauses(book)].map(({ clause }) => clause).filter((clause) => !taken.has(clause)),
    changed: clauses.filter((joined) => joined.words === 'changed').map((joined) => joined.book.anchor),
    atBook: new Map(clauses.map((joined) => [joined.book.anchor as string, joined])),
  }
}

/** fingerprints.csv of a pack, from the text that it was written against: anchor and hash of each clause, in the order of the pack. */
export function writeFingerprints(joined: JoinedPack): string {
  return ['anchor,hash', ...joined.clauses.map(({ pack, book }) => `${pack.anchor},${fingerprint(book)}`), ''].join('\n')
}

function pairClauses(inPack: readonly { clause: PackClause; chapter: PackChapter }[], book: Book): Map<PackClause, Clause> {
  const byAnchor = clauseMap(book)
  const pairs = new Map<PackClause, Clause>()
  for (const { clause } of inPack) {
    const found = byAnchor.get(clause.anchor)
    if (found) pairs.set(clause, found)
  }
  const left = leftByKey(book, new Set(pairs.values()))
  for (const { clause, chapter } of inPack) {
    const key = clauseKey(clause.anchor, chapter)
    const found = pairs.has(clause) ? undefined : left.get(key)
    if (!found) continue
    pairs.set(clause, found)
    left.delete(key)
  }
  return pairs
}

/** The book's clauses that no pack clause has claimed by the very address, by their one spelling. */
function leftByKey(book: Book, taken: ReadonlySet<Clause>): Map<string, Clause> {
  const left = new Map<string, Clause>()
  const appendices = new Set<Clause>(book.appendices)
  for (const { clause, chapter } of walkClauses(book)) {
    const key = clauseKey(clause.anchor, { kind: appendices.has(chapter) ? 'appendix' : 'article', number: chapter.number })
    if (!taken.has(clause) && !left.has(key)) left.set(key, clause)
  }
  return left
}

function wordsOf(clause: PackClause, printed: Clause, pack: Pack): JoinedClause['words'] {
  const known = pack.fingerprints.get(clause.anchor)
  if (known === undefined) return 'unknown'
  return known === fingerprint(printed) ? 'same' : 'changed'
}

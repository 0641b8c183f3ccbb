import { walkPack, type Pack } from '#pack/pack.ts'

/** The clauses that an answer rests on, in a line: by their numbers; in a pack of statutes, which has no parties, by the statute that the heading names before its colon. */
export function citedClauses(pack: Pick<Pack, 'parties' | 'articles' | 'appendices'>, clauses: readonly string[]): string {
  const statutes = pack.parties.length > 0 ? new Map<string, string>() : statutesOf(pack)
  const cited = clauses.map((clause) => {
    const statute = statutes.get(clause)
    return statute === undefined ? clause : `${statute} (${clause})`
  })
  return `${clauses.some((clause) => statutes.has(clause)) ? '' : 'Clauses '}${cited.join(', ')}`
}

function statutesOf(pack: Pick<Pack, 'articles' | 'appendices'>): Map<string, string> {
  const named = new Map<string, string>()
  for (const { clause } of walkPack(pack)) {
    const colon = clause.heading?.indexOf(': ') ?? -1
    if (colon > 0) named.set(clause.anchor, clause.heading?.slice(0, colon) ?? '')
  }
  return named
}

import type { DecisionWords } from '#determinations/find-decision.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { walkPack, type PackClause } from '#pack/pack.ts'
import type { Fact } from '#rules/rule-book.ts'

/** The wording of a pack's decisions, for finding the one that a question means: asks, facts, and the headings and gists of their clauses. */
export function decisionWords({ pack, rules }: LoadedPack): readonly DecisionWords[] {
  const clauses = new Map<string, { clause: PackClause; heads: readonly string[] }>()
  for (const { clause, chapter } of walkPack(pack)) clauses.set(clause.anchor, { clause, heads: [clause.heading ?? '', chapter.heading] })
  return rules.decisions.map((decision) => {
    const cited = [...new Set([decision.at.clause, ...decision.clauses])].flatMap((anchor) => clauses.get(anchor) ?? [])
    return {
      name: decision.name,
      asks: decision.asks,
      heads: [...new Set(cited.flatMap((it) => it.heads))],
      // The clause under which it stands and the first that it names; the others are said by their headings.
      gists: cited.slice(0, 2).flatMap((it) => it.clause.gist),
      facts: [...decision.facts.flatMap(factWords), ...decision.gives.map((give) => give.name)],
      gives: decision.gives.map((give) => give.type.is),
    }
  })
}

function factWords({ name, ask, note, type }: Fact): readonly string[] {
  return [name, ask ?? '', note ?? '', ...(type.is === 'choice' ? type.of : [])]
}

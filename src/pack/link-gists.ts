import { walkClauses, type Anchor, type Outline, type Reference } from '#book/book.ts'

/**
 * The references that our gists make in passing: "as in 21.2", where the print would say "Section 21.2". Only numbers that a clause of
 * the pack bears are taken, and never one that a unit follows: 6.5 hours is no clause.
 */
export function linkGists(outline: Pick<Outline, 'articles' | 'appendices'>, known: readonly Reference[]): Reference[] {
  const anchors = new Set<string>([...walkClauses(outline)].map(({ clause }) => clause.anchor))
  const byClause = Map.groupBy(known, (reference) => reference.from)
  const all: Reference[] = []
  for (const { clause } of walkClauses(outline)) {
    const found = numbersIn(clause.text, anchors, clause.anchor)
    const there = (byClause.get(clause.anchor) ?? []).filter((reference) => !found.some((one) => holds(one, reference)))
    const added = found.filter((one) => !there.some((reference) => overlap(one, reference)))
    all.push(...[...there, ...added].sort((a, b) => a.at.start - b.at.start))
  }
  return all
}

const number = /(?<![\w.$§(/-])(?:\d{1,2}(?:\.\d{1,2})+(?:\.[a-z](?![a-z]))?|\d{1,2}\.[A-Z][a-z]+)(?![\w%]|\.\d|\s*(?:hours?|percent|times|a\.m\.|p\.m\.|o'clock))/g

function numbersIn(text: string, anchors: ReadonlySet<string>, from: Anchor): Reference[] {
  const found: Reference[] = []
  for (const match of text.matchAll(number)) {
    const to = match[0]
    if (to === from || !anchors.has(to)) continue
    found.push({ from, text: to, at: { start: match.index, end: match.index + to.length }, kind: 'clause', to, status: 'ok' })
  }
  return found
}

/** The whole address `8.4.d` where the other took `8.4` for it. */
function holds(whole: Reference, part: Reference): boolean {
  return whole.at.start === part.at.start && whole.at.end > part.at.end
}

function overlap(one: Reference, other: Reference): boolean {
  return one.at.start < other.at.end && other.at.start < one.at.end
}

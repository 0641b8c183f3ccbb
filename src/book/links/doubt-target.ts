import { headingOf, upward, type AddressBook, type Place } from '#book/links/address-book.ts'
import { nearMisses } from '#book/links/near-misses.ts'
import { headingStems, wordsOf, type WordWeights } from '#book/links/word-weights.ts'

/** Whether a reference that finds a clause seems to mean another: the target's heading speaks of something else, and a clause one sign away speaks of what the sentence says. */

export interface Doubt {
  readonly instead: Place
  readonly why: string
}

export function doubtTarget(at: { from: Place; sentence: string; target: Place; key: string }, book: AddressBook, weights: WordWeights): Doubt | null {
  if (at.target.depth < 2 || at.target.parent === at.from.parent || at.key.split('.').length < 3) return null
  const subject = new Set(headingStems(at.target))
  const telling = [...subject].filter((word) => weights.tells(word))
  if (telling.length === 0) return null
  const said = saidBy(at.from, at.sentence, at.target)
  // Most references are plainly right: looking round for another meaning waits until a telling word of the heading is missed.
  if (telling.every((word) => said.has(word))) return null
  let best: { place: Place; shared: number } | null = null
  for (const place of nearMisses(at.key, at.from, book)) {
    if (place.depth !== at.target.depth || isKin(place, at.from)) continue
    const other = new Set(headingStems(place))
    if (!fitsBetter({ subject, other, said, target: at.target }, weights)) continue
    const shared = [...other].filter((word) => subject.has(word)).length
    if (best === null || shared > best.shared) best = { place, shared }
  }
  if (best === null) return null
  return {
    instead: best.place,
    why: `${at.target.anchor} is headed "${headingOf(at.target)}", while ${best.place.anchor}, "${headingOf(best.place)}", is what the sentence speaks of.`,
  }
}

// Only what tells the two headings apart counts: all of the one's own words are said, and a telling word of the other's is not.
function fitsBetter(headings: { subject: ReadonlySet<string>; other: ReadonlySet<string>; said: ReadonlySet<string>; target: Place }, weights: WordWeights): boolean {
  const { subject, other, said } = headings
  const forOther = [...other].filter((word) => !subject.has(word))
  const forTarget = [...subject].filter((word) => !other.has(word))
  if (forOther.length < 2 || forTarget.length === 0) return false
  if (!forOther.every((word) => said.has(word)) || !forOther.some((word) => weights.tells(word))) return false
  const unsaid = forTarget.filter((word) => !said.has(word))
  if (!unsaid.some((word) => weights.tells(word)) || unsaid.length * 3 < forTarget.length) return false
  // A target whose own text speaks of it after all is no slip.
  const text = new Set(wordsOf(wholeOf(headings.target)))
  return forOther.filter((word) => text.has(word)).length * 2 < forOther.length
}

/** The words of a clause and of all that stands under it. */
export function wholeOf(place: Place): string {
  const texts: string[] = []
  const visit = (clause: Place['clause']): void => {
    texts.push(clause.heading ?? '', clause.text)
    clause.clauses.forEach(visit)
  }
  visit(place.clause)
  return texts.join(' ')
}

// The sentence and the headings over it, without what stands over the target too: that tells nothing of which clause is meant.
function saidBy(from: Place, sentence: string, target: Place): ReadonlySet<string> {
  const said = new Set(wordsOf(sentence))
  const shared = new Set([...upward(target)].map((place) => place.anchor))
  for (const place of upward(from)) if (!shared.has(place.anchor)) for (const word of headingStems(place)) said.add(word)
  return said
}

// The citing clause, what it stands in, and what stands beside it would be cited by other words.
function isKin(place: Place, from: Place): boolean {
  for (const at of upward(from)) if (at === place || (at.depth > 0 && at.parent === place.parent)) return true
  return false
}

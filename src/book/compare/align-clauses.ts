import type { EditionClause } from '#book/compare/edition.ts'
import { findCandidates } from '#book/compare/find-candidates.ts'
import type { Sides } from '#book/compare/sides.ts'
import { likeness, likenessBound, type Features } from '#book/compare/word-features.ts'

/**
 * Says which clause of one edition is which of the other, whatever their numbers: first those that read the same and stand nowhere else,
 * then those most alike, then the articles and sections whose clauses found each other, then what is left inside them.
 */

/** For each clause before the place of its partner after, or -1. No two have the same partner. */
export function alignClauses(sides: Sides): Int32Array {
  const match = emptyMatch(sides)
  pairUnique(sides, match)
  pairParents(sides, match)
  const candidates = findCandidates(sides)
  for (const least of [0.8, 0.55]) {
    pairBest(sides, match, candidates, least)
    pairParents(sides, match)
  }
  for (let round = 0; round < 3; round += 1) {
    pairInside(sides, match)
    pairParents(sides, match)
  }
  pairBest(sides, match, candidates, 0.42)
  pairInside(sides, match)
  return match.toAfter
}

interface Match {
  readonly toAfter: Int32Array
  readonly toBefore: Int32Array
}

function emptyMatch({ before, after }: Sides): Match {
  return { toAfter: new Int32Array(before.length).fill(-1), toBefore: new Int32Array(after.length).fill(-1) }
}

function pair(match: Match, a: number, b: number): void {
  match.toAfter[a] = b
  match.toBefore[b] = a
}

function isFree(match: Match, a: number, b: number): boolean {
  return match.toAfter[a] === -1 && match.toBefore[b] === -1
}

/** Fewer words than this prove nothing: "None." stands in many places. */
const TELLING_WORDS = 5

function pairUnique({ before, after, beforeFeatures, afterFeatures }: Sides, match: Match): void {
  const inBefore = onlyStands(beforeFeatures)
  const inAfter = onlyStands(afterFeatures)
  for (const [key, a] of inBefore) {
    const b = inAfter.get(key)
    if (a < 0 || b === undefined || b < 0) continue
    if (beforeFeatures[a]!.words.length >= TELLING_WORDS || before[a]!.anchor === after[b]!.anchor) pair(match, a, b)
  }
}

function onlyStands(features: readonly Features[]): Map<string, number> {
  const stands = new Map<string, number>()
  for (const [at, { key }] of features.entries()) if (key !== '') stands.set(key, stands.has(key) ? -1 : at)
  return stands
}

interface Scored {
  readonly a: number
  readonly b: number
  readonly score: number
}

function pairBest(sides: Sides, match: Match, candidates: readonly (readonly [number, number])[], least: number): void {
  const scored: Scored[] = []
  for (const [a, b] of candidates) {
    if (!isFree(match, a, b)) continue
    if (likenessBound(sides.beforeFeatures[a]!, sides.afterFeatures[b]!) < least) continue
    const alike = likeness(sides.beforeFeatures[a]!, sides.afterFeatures[b]!)
    const few = Math.min(sides.beforeFeatures[a]!.words.length, sides.afterFeatures[b]!.words.length) < TELLING_WORDS
    const kin = kinship(sides, match, a, b)
    if (alike >= least && (!few || kin > 0)) scored.push({ a, b, score: alike + kin })
  }
  takeBest(scored, match)
}

function takeBest(scored: Scored[], match: Match): void {
  scored.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  for (const { a, b } of scored) if (isFree(match, a, b)) pair(match, a, b)
}

/** What speaks for a pair besides its words: the same address, parents and neighbours that are pairs. */
function kinship({ before, after }: Sides, match: Match, a: number, b: number): number {
  const clause = before[a]!
  const other = after[b]!
  let kin = 0
  if (clause.anchor !== null && clause.anchor === other.anchor) kin += 0.12
  if (clause.parent >= 0 && other.parent >= 0 && match.toAfter[clause.parent] === other.parent) kin += 0.15
  if (a > 0 && b > 0 && match.toAfter[a - 1] === b - 1) kin += 0.08
  if (a + 1 < before.length && b + 1 < after.length && match.toAfter[a + 1] === b + 1) kin += 0.08
  return kin
}

/** Clauses found each other: so did, by majority of their words, the clauses they stand under. */
function pairParents(sides: Sides, match: Match): void {
  const { before, after, beforeFeatures } = sides
  const votes = new Map<number, number>()
  const weights = new Float64Array(before.length)
  for (let a = before.length - 1; a >= 0; a -= 1) {
    const parent = before[a]!.parent
    if (parent >= 0) weights[parent]! += weights[a]! + beforeFeatures[a]!.words.length + 1
  }
  for (let a = 0; a < before.length; a += 1) {
    const b = match.toAfter[a]!
    if (b < 0 || before[a]!.parent < 0 || after[b]!.parent < 0) continue
    const key = before[a]!.parent * after.length + after[b]!.parent
    votes.set(key, (votes.get(key) ?? 0) + beforeFeatures[a]!.words.length + weights[a]! + 1)
  }
  const scored: Scored[] = []
  for (const [key, vote] of votes) {
    const a = Math.floor(key / after.length)
    const b = key % after.length
    const sameHeading = before[a]!.heading !== '' && before[a]!.heading.toLowerCase() === after[b]!.heading.toLowerCase()
    const score = vote / weights[a]! + (sameHeading ? 0.3 : 0)
    if (score >= 0.4 && isFree(match, a, b)) scored.push({ a, b, score })
  }
  takeBest(scored, match)
}

/** What is left under two clauses that are a pair, and among the chapters: by heading, number and words together. */
function pairInside(sides: Sides, match: Match): void {
  const { before, after } = sides
  const left = childrenOf(before)
  const right = childrenOf(after)
  const scored: Scored[] = []
  const offer = (parentBefore: number, parentAfter: number): void => {
    const free = (left.get(parentBefore) ?? []).filter((a) => match.toAfter[a] === -1)
    const others = (right.get(parentAfter) ?? []).filter((b) => match.toBefore[b] === -1)
    // A long run of loose lines on both sides is compared by candidates only.
    if (free.length * others.length > 40_000) return
    for (const a of free) for (const b of others) addInside(sides, match, a, b, scored)
  }
  offer(-1, -1)
  for (let a = 0; a < before.length; a += 1) if (match.toAfter[a]! >= 0 && left.has(a)) offer(a, match.toAfter[a]!)
  takeBest(scored, match)
}

function addInside(sides: Sides, match: Match, a: number, b: number, scored: Scored[]): void {
  const clause = sides.before[a]!
  const other = sides.after[b]!
  const sameHeading = clause.heading !== '' && clause.heading.toLowerCase() === other.heading.toLowerCase()
  const sameNumber = clause.anchor !== null && other.anchor !== null && lastNumber(clause.anchor) === lastNumber(other.anchor)
  // The same number alone is no proof: the words must have something in common, more than any two clauses have.
  const least = sameHeading ? 0 : sameNumber ? 0.2 : 0.4
  if (likenessBound(sides.beforeFeatures[a]!, sides.afterFeatures[b]!) < least) return
  const alike = likeness(sides.beforeFeatures[a]!, sides.afterFeatures[b]!)
  if (alike >= least) scored.push({ a, b, score: alike + (sameHeading ? 0.5 : 0) + (sameNumber ? 0.25 : 0) + kinship(sides, match, a, b) })
}

function childrenOf(clauses: readonly EditionClause[]): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const [at, { parent }] of clauses.entries()) {
    const list = children.get(parent)
    if (list === undefined) children.set(parent, [at])
    else list.push(at)
  }
  return children
}

/** The clause's own part of its address: `1` of `6.4.1`, `b` of `App. A(b)`. */
function lastNumber(anchor: string): string {
  return /[^.()\s]+(?=\)?$)/.exec(anchor)?.[0] ?? anchor
}

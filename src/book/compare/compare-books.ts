import type { Book } from '#book/book.ts'
import { alignClauses } from '#book/compare/align-clauses.ts'
import { pairKinds, type ClausePair, type ClauseSide, type Comparison, type ComparisonSummary, type Edition, type PairKind } from '#book/compare/comparison.ts'
import { layEdition, type EditionClause } from '#book/compare/edition.ts'
import { figureChanges } from '#book/compare/figure-changes.ts'
import { findParts } from '#book/compare/find-parts.ts'
import { findMoved, layRows } from '#book/compare/place-pairs.ts'
import { redlineTexts } from '#book/compare/redline-texts.ts'
import type { PairDraft, Parts, Sides } from '#book/compare/sides.ts'
import { likeness, wordFeatures } from '#book/compare/word-features.ts'

/** Compares two editions of an agreement clause by clause, whatever was renumbered, moved, put in or taken out. Pure; any two books can be compared. */
export function compareBooks(before: Book, after: Book): Comparison {
  const sides = layBoth(before, after)
  const toAfter = alignClauses(sides)
  const moved = findMoved(sides.before, sides.after, toAfter)
  const drafts = draftPairs(sides, toAfter, moved)
  const parts = findParts(sides, drafts)
  const pairs = drafts.map((draft, at) => writePair(sides, draft, at, drafts, parts))
  const { pairOfBefore, pairOfAfter } = placesOfPairs(drafts, sides)
  return {
    before: editionOf(before, sides.before),
    after: editionOf(after, sides.after),
    pairs,
    rows: layRows(pairOfBefore, pairOfAfter, toAfter, moved),
    summary: summarize(pairs),
  }
}

function layBoth(first: Book, second: Book): Sides {
  const before = layEdition(first)
  const after = layEdition(second)
  const [beforeFeatures, afterFeatures] = wordFeatures([before, after])
  return { before, after, beforeFeatures: beforeFeatures!, afterFeatures: afterFeatures! }
}

/** Pairs in the order of the edition after, with what was removed at the end. */
function draftPairs({ before, after }: Sides, toAfter: Int32Array, moved: readonly boolean[]): PairDraft[] {
  const toBefore = new Int32Array(after.length).fill(-1)
  for (const [a, b] of toAfter.entries()) if (b >= 0) toBefore[b] = a
  const drafts: PairDraft[] = after.map((clause, b) => {
    const a = toBefore[b]!
    if (a < 0) return { a, b, moved: false, withParent: false }
    const parent = before[a]!.parent
    const together = parent >= 0 && clause.parent >= 0 && toAfter[parent] === clause.parent
    const parentMoved = together && moved[parent] === true
    const parentRenumbered = together && before[parent]!.anchor !== after[clause.parent]!.anchor
    return { a, b, moved: moved[a]!, withParent: moved[a] === true ? parentMoved : parentRenumbered }
  })
  for (const [a, b] of toAfter.entries()) if (b < 0) drafts.push({ a, b, moved: false, withParent: false })
  return drafts
}

function placesOfPairs(drafts: readonly PairDraft[], { before, after }: Sides): { pairOfBefore: Int32Array; pairOfAfter: Int32Array } {
  const pairOfBefore = new Int32Array(before.length)
  const pairOfAfter = new Int32Array(after.length)
  for (const [at, { a, b }] of drafts.entries()) {
    if (a >= 0) pairOfBefore[a] = at
    if (b >= 0) pairOfAfter[b] = at
  }
  return { pairOfBefore, pairOfAfter }
}

function writePair(sides: Sides, draft: PairDraft, at: number, drafts: readonly PairDraft[], { ofWhole, wholeOf }: Parts): ClausePair {
  const before = draft.a < 0 ? null : sides.before[draft.a]!
  const after = draft.b < 0 ? null : sides.after[draft.b]!
  const title = redlineTexts(before?.title ?? '', after?.title ?? '')
  const text = redlineTexts(before?.text ?? '', after?.text ?? '')
  const changed = before === null || after === null || before.text !== after.text || before.heading !== after.heading
  const parts = ofWhole.get(at) ?? []
  const kind = kindOf(draft, before, after, changed, parts, drafts)
  const partOf = wholeOf.get(at) ?? null
  return {
    kind,
    before: sideOf(before),
    after: sideOf(after),
    changed,
    withParent: draft.withParent && (kind === 'moved' || kind === 'renumbered'),
    likeness: before === null || after === null ? 0 : round(likeness(sides.beforeFeatures[draft.a]!, sides.afterFeatures[draft.b]!)),
    title,
    text,
    // What was put in or taken out whole is read whole; only figures that another figure answers to, or could, are listed.
    figures: !changed || before === null || after === null ? [] : figureChanges(parts.length === 0 ? text : wholeRedline(sides, draft, parts.map((part) => drafts[part]!))),
    parts,
    partOf,
  }
}

function kindOf(draft: PairDraft, before: EditionClause | null, after: EditionClause | null, changed: boolean, parts: readonly number[], drafts: readonly PairDraft[]): PairKind {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (parts.length > 0) return drafts[parts[0]!]!.a < 0 ? 'split' : 'merged'
  if (draft.moved) return 'moved'
  if (before.anchor !== after.anchor) return 'renumbered'
  return changed ? 'changed' : 'same'
}

/** A split or merged clause against all its parts together: figures that went along did not change. */
function wholeRedline({ before, after }: Sides, draft: PairDraft, parts: readonly PairDraft[]): ClausePair['text'] {
  const all = [draft, ...parts]
  const old = all.flatMap(({ a }) => (a < 0 ? [] : [a])).sort((x, y) => x - y)
  const now = all.flatMap(({ b }) => (b < 0 ? [] : [b])).sort((x, y) => x - y)
  return redlineTexts(old.map((a) => before[a]!.text).join('\n'), now.map((b) => after[b]!.text).join('\n'))
}

function sideOf(clause: EditionClause | null): ClauseSide | null {
  return clause === null ? null : { anchor: clause.anchor, title: clause.title, heading: clause.heading, line: clause.line, depth: clause.depth }
}

function editionOf({ source, title }: Book, clauses: readonly EditionClause[]): Edition {
  return { name: source.name, title, sha256: source.sha256, clauses: clauses.length }
}

function summarize(pairs: readonly ClausePair[]): ComparisonSummary {
  const counts = Object.fromEntries(pairKinds.map((kind) => [kind, 0])) as Record<PairKind, number>
  for (const { kind } of pairs) counts[kind] += 1
  return {
    counts,
    reworded: pairs.filter(({ changed, before, after }) => changed && before !== null && after !== null).length,
    wordsInserted: countWords(pairs, 'inserted'),
    wordsDeleted: countWords(pairs, 'deleted'),
    figures: pairs.flatMap(({ figures, before, after }) => figures.map((figure) => ({ ...figure, anchor: (after ?? before)!.anchor }))),
  }
}

function countWords(pairs: readonly ClausePair[], kind: 'inserted' | 'deleted'): number {
  let words = 0
  for (const { text } of pairs) for (const stretch of text) if (stretch.kind === kind) words += stretch.text.match(/[\p{L}\p{N}]+(?:[.,:/'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return words
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}

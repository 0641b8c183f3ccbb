import type { FigureChange, Redline } from '#book/compare/comparison.ts'
import { findFigures, type Figure } from '#book/compare/find-figures.ts'
import { redlineSide } from '#book/compare/redline-texts.ts'

/** Which figures a redline changes: `$4,250` to `$4,450`, `20 work days` to `15 work days`. */

/** The figures changed, in the order of the text after; a figure only put in or only taken out has one side. */
export function figureChanges(redline: Redline): FigureChange[] {
  const touched = touchedPlaces(redline)
  if (touched.length === 0) return []
  const before = findFigures(redlineSide(redline, 'before'))
  const after = findFigures(redlineSide(redline, 'after'))
  const used = new Set<Figure>()
  return touched.flatMap((place) => pairFigures(take(before, place.before, used), take(after, place.after, used)))
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Where the changes stand in the text before and in the text after. */
function touchedPlaces(redline: Redline): { before: Range; after: Range }[] {
  const places: { before: Range; after: Range }[] = []
  let before = 0
  let after = 0
  let open: { before: Range; after: Range } | null = null
  for (const { kind, text } of redline) {
    if (kind === 'same') {
      if (open !== null) places.push(open)
      open = null
    } else open ??= { before: { start: before, end: before }, after: { start: after, end: after } }
    if (kind !== 'inserted') before += text.length
    if (kind !== 'deleted') after += text.length
    if (open !== null) open = { before: { ...open.before, end: before }, after: { ...open.after, end: after } }
  }
  if (open !== null) places.push(open)
  return places
}

/** Figures that a change touches. One that only stands beside it is taken on both sides and so cancels out. */
function take(figures: readonly Figure[], range: Range, used: Set<Figure>): Figure[] {
  const taken = figures.filter((figure) => figure.start <= range.end && figure.end >= range.start && !used.has(figure))
  for (const figure of taken) used.add(figure)
  return taken
}

/** Pairs figures of the same unit first, then of the same kind, in order; figures that stand on both sides did not change. */
function pairFigures(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const left = [...before]
  const right = [...after]
  const changes: FigureChange[] = []
  const tests: ((a: Figure, b: Figure) => boolean)[] = [(a, b) => a.plain === b.plain, (a, b) => a.unit === b.unit && a.kind === b.kind, (a, b) => a.kind === b.kind, bothCount]
  for (const isPair of tests) {
    for (const figure of left.slice()) {
      const other = right.find((candidate) => isPair(figure, candidate))
      if (other === undefined) continue
      left.splice(left.indexOf(figure), 1)
      right.splice(right.indexOf(other), 1)
      if (figure.plain !== other.plain) changes.push({ before: figure.plain, after: other.plain })
    }
  }
  return [...changes, ...left.map(({ plain }) => ({ before: plain, after: null })), ...right.map(({ plain }) => ({ before: null, after: plain }))]
}

/** A count that lost or gained its unit's name is the same figure: `20 days` and `20`. */
function bothCount(a: Figure, b: Figure): boolean {
  return (a.kind === 'count' || a.kind === 'number') && (b.kind === 'count' || b.kind === 'number')
}

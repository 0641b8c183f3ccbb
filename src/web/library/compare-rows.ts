import type { ClausePair, ClauseSide, Comparison as BookComparison, Redline } from '#book/compare/comparison.ts'
import { pairInWords } from '#book/compare/comparison-words.ts'
import type { SubjectClause, SubjectComparison } from '#book/compare/compare-subject.ts'
import type { CompareRow, Comparison } from '#web/api/shapes.ts'
import { displayTitle } from '#web/render/display-title.ts'

/** The rows of a comparison as the screen sets them. */

export type Laid = Pick<Comparison, 'counts' | 'reworded' | 'rows' | 'figures'>

/** Two editions, in the reading order of both. */
export function editionRows({ pairs, rows, summary }: BookComparison): Laid {
  const shown = rows.flatMap((row) => {
    const pair = pairs[row.pair]
    // What moved is shown once, where it stands now.
    return pair === undefined || (row.show === 'before' && pair.after !== null) ? [] : [rowOfPair(pair, pairs)]
  })
  return {
    counts: { ...summary.counts },
    reworded: summary.reworded,
    rows: shown,
    figures: summary.figures.map((it) => ({ anchor: it.anchor, before: it.before, after: it.after })),
  }
}

/** What two agreements say on one subject: the clauses that answer one another first, then those that stand alone. */
export function subjectRows({ a, b, pairs, onlyA, onlyB }: SubjectComparison): Laid {
  const beside = pairs.map(({ a: left, b: right, figures }) => ({
    ...besideRow(a.clauses[left], b.clauses[right]),
    figures: figures.map((it) => ({ before: it.a.join(', ') || null, after: it.b.join(', ') || null })),
  }))
  const alone = [...onlyA.map((at) => besideRow(a.clauses[at], undefined)), ...onlyB.map((at) => besideRow(undefined, b.clauses[at]))]
  const counts = { same: 0, changed: 0, moved: 0, renumbered: 0, split: 0, merged: 0, added: onlyB.length, removed: onlyA.length }
  return { counts, reworded: pairs.length, rows: [...beside, ...alone], figures: [] }
}

function rowOfPair(pair: ClausePair, pairs: readonly ClausePair[]): CompareRow {
  return {
    kind: pair.kind,
    reworded: pair.changed,
    left: sideOf(pair.before),
    right: sideOf(pair.after),
    words: runsOf(pair.text),
    figures: pair.figures.map((it) => ({ ...it })),
    note: pairInWords(pair, pairs),
  }
}

function besideRow(left: SubjectClause | undefined, right: SubjectClause | undefined): CompareRow {
  const words: CompareRow['words'] = []
  if (left) words.push({ in: 'left', text: left.text })
  if (right) words.push({ in: 'right', text: right.text })
  return { kind: 'beside', reworded: false, left: subjectSide(left), right: subjectSide(right), words, figures: [], note: '' }
}

function subjectSide(clause: SubjectClause | undefined): CompareRow['left'] {
  return clause ? { anchor: clause.anchor, heading: clause.path.map(displayTitle).join(' › ') } : null
}

function sideOf(side: ClauseSide | null): CompareRow['left'] {
  return side === null ? null : { anchor: side.anchor, heading: displayTitle(side.heading) }
}

const sides = { same: 'both', deleted: 'left', inserted: 'right' } as const

function runsOf(redline: Redline): CompareRow['words'] {
  return redline.map((it) => ({ in: sides[it.kind], text: it.text }))
}

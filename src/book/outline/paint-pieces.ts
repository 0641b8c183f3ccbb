import type { Anchor, Piece, PieceRole } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'
import type { Row } from '#book/outline/lay-rows.ts'

/** Says of every stretch of the whole text what it became: the pieces follow one another without gap or overlap. */

export interface Painting {
  readonly rows: readonly Row[]
  /** All clauses in the order of the text, anchors given. */
  readonly drafts: readonly Draft[]
  /** What a whole row is, where it is not a clause's own; null otherwise. */
  readonly roleOf: (row: Row) => PieceRole | null
}

export function paintPieces({ rows, drafts, roleOf }: Painting): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let owner: Draft | null = null
  for (const row of rows) {
    const role = roleOf(row)
    if (role !== null) {
      add(pieces, row.start, row.stop, role, role === 'table' ? (owner?.anchor ?? null) : null)
      continue
    }
    let from = row.start
    const rest = (until: number): void => {
      const end = Math.min(Math.max(until, from), row.stop)
      if (owner === null) add(pieces, from, end, 'unplaced', null)
      else paintOwn(pieces, owner, from, end)
      from = end
    }
    for (let next = drafts[at]; next !== undefined && next.start < row.stop; at += 1, next = drafts[at]) {
      rest(next.start)
      owner = next
      const end = Math.max(from, Math.min(next.end, row.stop))
      add(pieces, from, end, 'number', next.anchor)
      from = end
    }
    rest(row.stop)
  }
  return pieces
}

/** A clause's own stretch: its heading and titles, the rest text. */
function paintOwn(pieces: Piece[], owner: Draft, from: number, end: number): void {
  let at = from
  const headings = owner.heading === null ? owner.titleSpans : [owner.heading, ...owner.titleSpans]
  for (const span of headings) {
    const start = Math.max(span.start, at)
    const stop = Math.min(span.end, end)
    if (start >= stop) continue
    add(pieces, at, start, 'text', owner.anchor)
    add(pieces, start, stop, 'heading', owner.anchor)
    at = stop
  }
  add(pieces, at, end, 'text', owner.anchor)
}

function add(pieces: Piece[], start: number, end: number, role: PieceRole, anchor: Anchor | null): void {
  if (start >= end) return
  const last = pieces.at(-1)
  if (last !== undefined && last.end === start && last.role === role && last.anchor === anchor && role !== 'number') pieces[pieces.length - 1] = { ...last, end }
  else pieces.push({ start, end, role, anchor })
}

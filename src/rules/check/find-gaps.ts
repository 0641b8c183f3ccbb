/**
 * Finds combinations of parts that no row fits: the columns are walked from left to right with the rows that still fit, and what was walked once with the same rows is not walked again.
 * The walk is bounded, so that no table however odd takes long; when the bound is reached nothing is claimed.
 */

/** By column, by row: a byte for each part, 1 where the row fits it. */
export type Grid = readonly (readonly Uint8Array[])[]

export interface Gaps {
  /** By gap, the part of each column; -1 where any part will do. */
  readonly found: readonly (readonly number[])[]
  readonly proved: boolean
}

/** How many looks at one row's fit of one part a whole table may take: some ten milliseconds' worth. */
export const MOST_LOOKS = 2_000_000

/** Up to `most` gaps of these rows; `within` narrows every column to the parts of one row. */
export function findGaps(grid: Grid, rows: readonly number[], counts: readonly number[], most: number, within: readonly Uint8Array[] | null = null, looks = MOST_LOOKS): Gaps {
  const walk: Walk = { grid, counts, within, most, looks, found: [], seen: grid.map(() => new Set()), looked: 0, last: lastNarrow(grid, rows) }
  step(walk, 0, rows, [])
  return { found: walk.found, proved: walk.looked <= looks }
}

interface Walk {
  readonly grid: Grid
  readonly counts: readonly number[]
  readonly within: readonly Uint8Array[] | null
  readonly most: number
  readonly looks: number
  readonly found: number[][]
  readonly seen: readonly Set<string>[]
  /** By row: from which column on it fits everything. */
  readonly last: ReadonlyMap<number, number>
  looked: number
}

function lastNarrow(grid: Grid, rows: readonly number[]): Map<number, number> {
  return new Map(rows.map(row => {
    let column = grid.length
    while (column > 0 && grid[column - 1]?.[row]?.every(bit => bit === 1) === true) column -= 1
    return [row, column]
  }))
}

function step(walk: Walk, column: number, rows: readonly number[], parts: readonly number[]): void {
  if (walk.looked > walk.looks || walk.found.length >= walk.most) return
  if (rows.length === 0) {
    walk.found.push([...parts, ...walk.grid.slice(parts.length).map((_, index) => firstWithin(walk, parts.length + index))])
    return
  }
  if (rows.some(row => (walk.last.get(row) ?? 0) <= column)) return
  const cells = walk.grid[column] ?? []
  const seen = walk.seen[column] ?? new Set<string>()
  for (let part = 0; part < (walk.counts[column] ?? 0); part += 1) {
    if (walk.within?.[column]?.[part] === 0) continue
    walk.looked += rows.length
    const fitting = rows.filter(row => cells[row]?.[part] === 1)
    const key = fitting.join(',')
    if (key !== '' && seen.has(key)) continue
    seen.add(key)
    step(walk, column + 1, fitting, [...parts, part])
  }
}

/** Where a gap holds whatever the column is, any part is an example; inside one row, a part of that row. */
function firstWithin(walk: Walk, column: number): number {
  return walk.within === null ? -1 : (walk.within[column]?.indexOf(1) ?? -1)
}

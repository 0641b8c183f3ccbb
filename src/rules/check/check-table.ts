import type { ColumnParts, ColumnType } from '#rules/check/column-parts.ts'
import { columnParts, isEverything } from '#rules/check/column-parts.ts'
import { findGaps, MOST_LOOKS } from '#rules/check/find-gaps.ts'
import type { UnaryTests } from '#rules/feel/expression.ts'
import type { TableBody } from '#rules/rule-book.ts'

/** What is wrong with a table, proved from its cells, or what could not be proved. Rows count from 1. */
export interface TableFault {
  /** `not proved` is no error: a cell compares with what is no constant, or the table is too large for the proof. */
  readonly is: 'gap' | 'overlap' | 'never fires' | 'not proved'
  readonly rows: readonly number[]
  /** Line of the first row that it is about; null for a gap. */
  readonly line: number | null
  /** Facts that show it, by the heads of the columns. */
  readonly example: readonly { readonly head: string; readonly value: string }[]
  readonly what: string
  readonly next: string
}

/**
 * Gaps, overlaps and rows that never fire, each with an example of facts. Whole numbers, cents, days and minutes go in steps, so `<= 174` next to `175..178` leaves no gap; decimals and percents do not.
 * `columns` are the types of the table's inputs, in their order. At most three faults of a kind are told.
 */
export function checkTable(table: TableBody, columns: readonly ColumnType[]): readonly TableFault[] {
  const proof = prove(table, columns)
  return [...neverFiring(proof), ...overlaps(proof), ...gaps(proof)]
}

const mostOfAKind = 3

interface Proof {
  readonly table: TableBody
  readonly parts: readonly ColumnParts[]
  readonly counts: readonly number[]
  /** By column, by row: what the row may fit. A cell that compares with no constant may fit everything. */
  readonly most: readonly (readonly Uint8Array[])[]
  /** By column, by row: what the row surely fits. */
  readonly least: readonly (readonly Uint8Array[])[]
  /** Rows with a cell that compares with no constant. */
  readonly unsure: ReadonlySet<number>
}

function prove(table: TableBody, columns: readonly ColumnType[]): Proof {
  const parts = table.inputs.map((_, at) => {
    const cells = table.rows.map(row => row.tests[at] ?? emptyCell)
    const column = columns[at]
    return column === undefined ? { count: 1, fits: cells.map(cell => (isEverything(cell) ? Uint8Array.of(1) : null)), example: () => 'any' } : partsOfColumn(cells, column)
  })
  const filled = (bit: number) => parts.map(column => column.fits.map(fits => fits ?? new Uint8Array(column.count).fill(bit)))
  const unsure = new Set(table.rows.map((_, row) => row).filter(row => parts.some(column => column.fits[row] === null)))
  return { table, parts, counts: parts.map(column => column.count), most: filled(1), least: unsure.size === 0 ? filled(1) : filled(0), unsure }
}

const emptyCell: UnaryTests = { not: false, any: [] }

/** The same cell stands in many rows of a schedule, and is cut once. */
function partsOfColumn(cells: readonly UnaryTests[], column: ColumnType): ColumnParts {
  const distinct = [...new Set(cells)]
  const { count, fits, example } = columnParts(distinct, column)
  const byCell = new Map(distinct.map((cell, at) => [cell, fits[at] ?? null]))
  return { count, fits: cells.map(cell => byCell.get(cell) ?? null), example }
}

function neverFiring(proof: Proof): readonly TableFault[] {
  const found: TableFault[] = []
  const { table } = proof
  for (let row = 0; row < table.rows.length && found.length < mostOfAKind; row += 1) {
    const empty = proof.most.findIndex(column => column[row]?.every(bit => bit === 0) === true)
    if (empty >= 0) {
      found.push(fault(proof, 'never fires', [row], null, `Row ${row + 1} never fires: no ${table.inputs[empty]?.head ?? 'value'} fits its cell.`, 'Correct the cell, or take the row away.'))
    } else if (table.hit === 'first' && row > 0 && isCovered(proof, row)) {
      found.push(fault(proof, 'never fires', [row], null, `Row ${row + 1} never fires: the rows before it take everything that fits it.`, 'Move it up, or take it away.'))
    }
  }
  return found
}

function isCovered(proof: Proof, row: number): boolean {
  const before = proof.table.rows.slice(0, row).map((_, index) => index).filter(index => !proof.unsure.has(index) && meet(proof, index, row) !== null)
  if (before.length === 0) return false
  const gaps = findGaps(proof.least, before, proof.counts, 1, proof.most.map(column => column[row] ?? noParts), MOST_LOOKS / proof.table.rows.length)
  return gaps.proved && gaps.found.length === 0
}

function overlaps(proof: Proof): readonly TableFault[] {
  if (proof.table.hit === 'first') return []
  const found: TableFault[] = []
  const doubtful: number[] = []
  const masks = proof.most.flatMap((column, at) => (proof.counts[at] ?? 0) <= 31 ? [masksOf(column)] : [])
  for (let second = 1; second < proof.table.rows.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      if (parted(masks, first, second)) continue
      const at = meet(proof, first, second)
      if (at === null) continue
      if (proof.unsure.has(first) || proof.unsure.has(second)) doubtful.push(first, second)
      else if (found.length < mostOfAKind) found.push(fault(proof, 'overlap', [first, second], at, `Rows ${first + 1} and ${second + 1} both fit ${words(proof, at)}.`, 'Part them, or say `hit: first` where the upper one wins.'))
    }
  }
  return doubtful.length === 0 ? found : [...found, notProved(proof, [...new Set(doubtful)].sort((a, b) => a - b), 'do not overlap')]
}

/** By row, what it may fit, as bits. */
function masksOf(column: readonly Uint8Array[]): Int32Array {
  const known = new Map<Uint8Array, number>()
  return Int32Array.from(column, fits => {
    const there = known.get(fits)
    if (there !== undefined) return there
    let mask = 0
    for (let part = 0; part < fits.length; part += 1) if (fits[part] === 1) mask |= 1 << part
    known.set(fits, mask)
    return mask
  })
}

function parted(masks: readonly Int32Array[], first: number, second: number): boolean {
  for (const column of masks) if (((column[first] ?? 0) & (column[second] ?? 0)) === 0) return true
  return false
}

/** A part of each column that both rows may fit; null where some column parts them. */
function meet(proof: Proof, first: number, second: number): readonly number[] | null {
  const found: number[] = []
  for (const column of proof.most) {
    const part = sharedPart(column[first] ?? noParts, column[second] ?? noParts)
    if (part < 0) return null
    found.push(part)
  }
  return found
}

const noParts = new Uint8Array()

function sharedPart(a: Uint8Array, b: Uint8Array): number {
  for (let part = 0; part < a.length; part += 1) if (a[part] === 1 && b[part] === 1) return part
  return -1
}

function gaps(proof: Proof): readonly TableFault[] {
  if (proof.table.otherwise !== null) return []
  const rows = proof.table.rows.map((_, row) => row)
  const sure = findGaps(proof.most, rows, proof.counts, mostOfAKind)
  const found = sure.found.map(parts => fault(proof, 'gap', [], parts, `${words(proof, parts)} fits no row.`, 'Add a row for it, or an `otherwise:`; where the clause says nothing of it, `otherwise: not covered`.'))
  if (!sure.proved) return [...found, fault(proof, 'not proved', [], null, 'The table is too large to prove that its rows leave no gap.', 'Split it in two, or give it an `otherwise:`.')]
  if (found.length > 0 || proof.unsure.size === 0) return found
  const least = findGaps(proof.least, rows, proof.counts, 1)
  return least.proved && least.found.length === 0 ? [] : [notProved(proof, [...proof.unsure], 'leave no gap')]
}

function notProved(proof: Proof, rows: readonly number[], what: string): TableFault {
  const numbers = rows.map(row => row + 1)
  return fault(proof, 'not proved', rows, null, `That ${numbers.length === 1 ? `row ${numbers[0]} and the others` : `rows ${numbers.join(', ')}`} ${what} is not proved: a cell compares with something that is no constant.`, 'See to it by hand, and give the table an example for each side.')
}

function fault(proof: Proof, is: TableFault['is'], rows: readonly number[], parts: readonly number[] | null, what: string, next: string): TableFault {
  return { is, rows: rows.map(row => row + 1), line: proof.table.rows[rows[0] ?? -1]?.line ?? null, example: parts === null ? [] : exampleOf(proof, parts), what, next }
}

function exampleOf(proof: Proof, parts: readonly number[]): readonly { head: string; value: string }[] {
  return proof.parts.flatMap((column, at) => {
    const part = parts[at] ?? -1
    return part < 0 ? [] : [{ head: proof.table.inputs[at]?.head ?? '', value: column.example(part) }]
  })
}

/** `pupil_load 182, semester first` */
function words(proof: Proof, parts: readonly number[]): string {
  const example = exampleOf(proof, parts)
  return example.length === 0 ? 'every case' : example.map(({ head, value }) => `${head} ${value}`).join(', ')
}

/** How many slips of the finger part two words: a letter put in, left out, changed, or two neighbours swapped. */

export interface EditOptions {
  /** Stop counting above this and answer `most + 1`. */
  readonly most: number
  /** Count against the best beginning of `word` instead of the whole word: for a word still being typed. */
  readonly prefix?: boolean
}

/** The number of slips from `typed` to `word`, or `most + 1` where there are more. */
export function editDistance(typed: string, word: string, { most, prefix = false }: EditOptions): number {
  const rows = typed.length
  const columns = prefix ? Math.min(word.length, rows + most) : word.length
  if (Math.abs(rows - columns) > most) return most + 1
  let before = scratch[0]
  let last = scratch[1]
  let row = scratch[2]
  for (let column = 0; column <= columns; column += 1) last[column] = column
  for (let line = 1; line <= rows; line += 1) {
    if (fillRow(typed, word, line, columns, before, last, row) > most) return most + 1
    const spare = before
    before = last
    last = row
    row = spare
  }
  return Math.min(most + 1, prefix ? smallest(last, columns) : (last[columns] ?? most + 1))
}

/** Words are at most this long here; longer ones are cut by the callers. */
export const longestWord = 48

type Row = Uint8Array
const scratch: readonly [Row, Row, Row] = [new Uint8Array(longestWord + 2), new Uint8Array(longestWord + 2), new Uint8Array(longestWord + 2)]

function fillRow(typed: string, word: string, line: number, columns: number, before: Row, last: Row, row: Row): number {
  const letter = typed.charCodeAt(line - 1)
  const earlier = line > 1 ? typed.charCodeAt(line - 2) : -1
  let least = line
  row[0] = line
  for (let column = 1; column <= columns; column += 1) {
    const other = word.charCodeAt(column - 1)
    let cost = last[column - 1]! + (letter === other ? 0 : 1)
    cost = Math.min(cost, last[column]! + 1, row[column - 1]! + 1)
    // Two neighbours swapped count once, the commonest slip of all.
    if (column > 1 && earlier === other && letter === word.charCodeAt(column - 2)) cost = Math.min(cost, before[column - 2]! + 1)
    row[column] = cost
    if (cost < least) least = cost
  }
  return least
}

function smallest(row: Row, columns: number): number {
  let least = 255
  for (let column = 0; column <= columns; column += 1) least = Math.min(least, row[column]!)
  return least
}

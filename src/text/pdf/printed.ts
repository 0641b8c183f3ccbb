/** Words as they stand on a printed page. Points from the upper left corner of the page held upright; `y` is the line that letters stand on. */
export interface PrintedItem {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  /** The file itself marks it as a running head, foot or other trimming. */
  readonly artifact: boolean
}

/** Words on one baseline with no wide gap between them. */
export interface Segment extends PrintedItem {
  readonly words: number
}

export interface PrintedRow {
  readonly segments: readonly Segment[]
  readonly y: number
  readonly size: number
}

export interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly cells: readonly string[] | null
  /** Rows of one table have the same number, from 1 on each page. */
  readonly table: number | null
  /** Known to be no part of the text from the page alone. */
  readonly furniture: boolean
}

export interface PrintedPage {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly lines: readonly PrintedLine[]
}

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

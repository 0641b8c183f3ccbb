/** Does a book account for every character of the text, once; and how much of it found no place. */
import type { Outline } from '#book/book.ts'

export interface Cover {
  /** True where the pieces follow one another without gap or overlap from the first character to the last, over the very text that was read. */
  readonly exact: boolean
  /** The first character at which that fails; null where it does not. */
  readonly failsAt: number | null
  /** Characters that are not blank: in pieces marked unplaced, as running heads and page numbers, and altogether. */
  readonly unplaced: number
  readonly furniture: number
  readonly all: number
}

export function measureCover(book: Outline, text: string): Cover {
  const failsAt = book.text === text ? firstGap(book, text.length) : 0
  return {
    exact: failsAt === null,
    failsAt,
    unplaced: inkIn(book, text, 'unplaced'),
    furniture: inkIn(book, text, 'furniture'),
    all: ink(text),
  }
}

function firstGap(book: Outline, length: number): number | null {
  let at = 0
  for (const piece of book.pieces) {
    if (piece.start !== at || piece.end < piece.start) return at
    at = piece.end
  }
  return at === length ? null : at
}

function inkIn(book: Outline, text: string, role: 'unplaced' | 'furniture'): number {
  let total = 0
  for (const piece of book.pieces) if (piece.role === role) total += ink(text.slice(piece.start, piece.end))
  return total
}

function ink(text: string): number {
  return text.replace(/\s+/g, '').length
}

import type { Book } from '#book/book.ts'

/** The text that was read, put together again from the pieces of the book: equal to the original to the character, or the book has lost something. */
export function bookText(book: Pick<Book, 'text' | 'pieces'>): string {
  return book.pieces.map((piece) => book.text.slice(piece.start, piece.end)).join('')
}

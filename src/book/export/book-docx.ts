import type { Book } from '#book/book.ts'

/** The book as a Word file. */
export async function bookDocx(_book: Book): Promise<Uint8Array> {
  return new Uint8Array()
}

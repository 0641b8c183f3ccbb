import type { Book, LintFinding } from '#book/book.ts'

/** What is wrong with the document itself, in the order of the book. */
export function lintBook(_book: Omit<Book, 'lint'>): readonly LintFinding[] {
  return []
}

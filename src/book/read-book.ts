import type { TextDocument } from '#text/document.ts'
import type { Book } from '#book/book.ts'
import { readOutline } from '#book/outline/read-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'

/** The book of a document: outline, then references and defined terms, then what is wrong with it. Pure; never refuses. */
export function readBook(document: TextDocument): Book {
  const outline = readOutline(document)
  const linked = { ...outline, ...linkOutline(outline) }
  return { ...linked, lint: lintBook(linked) }
}

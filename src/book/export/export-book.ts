import type { Book } from '#book/book.ts'
import { bookJson } from '#book/book-json.ts'
import { bookAkomaNtoso } from '#book/export/book-akoma-ntoso.ts'
import { bookHtml } from '#book/export/book-html.ts'
import { bookMarkdown } from '#book/export/book-markdown.ts'
import { bookText } from '#book/export/book-text.ts'

/** The one door out: every form that a book can leave in, for the terminal and the web. */

export type ExportName = 'akn' | 'md' | 'html' | 'docx' | 'json' | 'txt'

export interface ExportFormat {
  readonly name: ExportName
  /** In words, for a menu. */
  readonly says: string
  /** Of a file name, without the dot. */
  readonly extension: string
  readonly mediaType: string
  readonly write: (book: Book) => string | Promise<Uint8Array>
}

export const exportFormats: readonly ExportFormat[] = [
  { name: 'akn', says: 'Akoma Ntoso 3.0', extension: 'xml', mediaType: 'application/akn+xml', write: bookAkomaNtoso },
  { name: 'md', says: 'Markdown', extension: 'md', mediaType: 'text/markdown; charset=utf-8', write: (book) => bookMarkdown(book) },
  { name: 'html', says: 'HTML, one page', extension: 'html', mediaType: 'text/html; charset=utf-8', write: bookHtml },
  {
    name: 'docx',
    says: 'Word',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // Loaded when wanted: the library behind it is larger than all other forms together.
    write: async (book) => (await import('#book/export/book-docx.ts')).bookDocx(book),
  },
  { name: 'json', says: 'JSON', extension: 'json', mediaType: 'application/json', write: (book) => `${JSON.stringify(bookJson(book, { full: true }), null, 1)}\n` },
  { name: 'txt', says: 'the text that was read, to the character', extension: 'txt', mediaType: 'text/plain; charset=utf-8', write: bookText },
]

/** The book in the form asked for: text for all but `docx`, which is bytes. */
export async function exportBook(book: Book, to: ExportName): Promise<string | Uint8Array> {
  const format = exportFormats.find((it) => it.name === to)
  if (format === undefined) throw new Error(`no export format ${to}`)
  return format.write(book)
}

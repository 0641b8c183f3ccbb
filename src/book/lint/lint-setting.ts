import type { Anchor, Book, LintFinding, LintKind } from '#book/book.ts'
import { addressBook, type AddressBook, type Place } from '#book/links/address-book.ts'

/** What every check is given: the linked book and its places by address. */
export interface LintSetting {
  readonly book: Omit<Book, 'lint'>
  readonly addresses: AddressBook
  /** The lines of the whole text. */
  readonly lines: readonly string[]
}

export function lintSetting(book: Omit<Book, 'lint'>): LintSetting {
  return { book, addresses: addressBook(book), lines: book.text.split('\n') }
}

export function finding(kind: LintKind, place: Place, message: string, also: readonly Anchor[] = []): LintFinding {
  return { kind, anchor: place.anchor, line: place.clause.line, message, also }
}

/** `a`, `a and b`, `a, b and c`; beyond `most` the rest is counted. */
export function inWords(items: readonly string[], most = 8): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items
  if (shown.length <= 1) return shown[0] ?? ''
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`
}

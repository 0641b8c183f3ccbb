import { walkClauses, type Book } from '#book/book.ts'
import type { Shelf, ShelfEntry } from '#store/shelf.ts'
import type { BookCard, LintRow } from '#web/api/shapes.ts'
import { displayTitle } from '#web/render/display-title.ts'
import { lintRows } from '#web/library/lint-page.ts'
import { defectRows, importApparatus, loadPacks, packApparatus, packFor, type Apparatus, type OpenPack } from '#web/library/packs.ts'
import { openReadingBook, type ReadingBook } from '#web/library/reading-book.ts'

/** The bookcase: the agreements of the packs and the imported ones, opened when they are asked for and kept open while there is room. */

export interface Shelved extends Apparatus {
  readonly card: BookCard
  readonly reading: ReadingBook
  /** What to check in the document: our lint of an import, the defects that a pack's author noted. */
  readonly findings: readonly LintRow[]
}

export interface Bookcase {
  cards(): Promise<readonly BookCard[]>
  card(id: string): Promise<BookCard | null>
  open(id: string): Promise<Shelved | null>
  /** Forgets what is open: after an import or a removal. */
  changed(): void
  /** Grows whenever the set of books changes; for those who keep an index. */
  readonly edition: number
}

const openAtMost = 24

export async function openBookcase(shelf: Shelf, packsFolder: string): Promise<Bookcase> {
  const packs = await loadPacks(packsFolder)
  const open = new Map<string, Promise<Shelved | null>>()
  let edition = 1
  const cards = async (): Promise<BookCard[]> => cardsOf(packs, await shelf.list())
  const card = async (id: string): Promise<BookCard | null> => (await cards()).find((it) => it.id === id) ?? null
  return {
    cards,
    card,
    open: async (id) => {
      const known = open.get(id)
      if (known) {
        open.delete(id)
        open.set(id, known)
        return known
      }
      const its = await card(id)
      if (its === null) return null
      const opening = openBook(its, packs, shelf)
      open.set(id, opening)
      opening.catch(() => open.delete(id))
      for (const oldest of open.keys()) if (open.size > openAtMost) open.delete(oldest)
      return opening
    },
    changed: () => {
      open.clear()
      edition += 1
    },
    get edition() {
      return edition
    },
  }
}

async function openBook(card: BookCard, packs: readonly OpenPack[], shelf: Shelf): Promise<Shelved | null> {
  const pack = packs.find((it) => it.id === card.id)
  if (pack) return { card, reading: openReadingBook(card.id, pack.book), findings: defectRows(pack), ...packApparatus(pack) }
  const book = await shelf.book(card.id)
  if (book === null) return null
  const partner = packs.find((it) => it.id === card.partner?.id)
  return { card, reading: openReadingBook(card.id, book), findings: lintRows(book.lint), ...importApparatus(book, partner) }
}

function cardsOf(packs: readonly OpenPack[], entries: readonly ShelfEntry[]): BookCard[] {
  const imports = entries.map((entry) => importCard(entry, packFor(entry, packs)))
  return [...packs.map((pack) => packCard(pack, imports.find((it) => it.partner?.id === pack.id))), ...imports]
}

function packCard(pack: OpenPack, words: BookCard | undefined): BookCard {
  return {
    ...countsOf(pack.book),
    lint: pack.pack.defects.length,
    id: pack.id,
    kind: 'pack',
    title: pack.pack.short,
    parties: [...pack.book.parties],
    from: pack.book.term.from,
    through: pack.book.term.through,
    ended: isOver(pack.book.term.through),
    fileName: null,
    addedOn: null,
    partner: words ? { id: words.id, title: words.title } : null,
  }
}

function importCard(entry: ShelfEntry, pack: OpenPack | undefined): BookCard {
  return {
    id: entry.id,
    kind: 'import',
    title: titleOf(entry),
    parties: [...entry.parties],
    from: entry.term.from,
    through: entry.term.through,
    ended: isOver(entry.term.through),
    articles: entry.articles,
    clauses: entry.clauses,
    lint: entry.lint,
    unplaced: entry.unplaced,
    fileName: entry.name,
    addedOn: entry.addedOn,
    partner: pack ? { id: pack.id, title: pack.pack.short } : null,
  }
}

/** Most agreements have the same few words for a title; the employer tells them apart. */
function titleOf(entry: ShelfEntry): string {
  const employer = entry.parties.find((it) => /district|board|county|city|state|department|school|college|universit/i.test(it)) ?? entry.parties[0]
  return displayTitle(employer ?? entry.title ?? entry.name.replace(/\.[a-z0-9]+$/i, ''))
}

function countsOf(book: Book) {
  return { articles: book.articles.length, clauses: [...walkClauses(book)].length, lint: book.lint.length, unplaced: book.unplaced.length }
}

/** Whether a civil date lies before today's. */
function isOver(through: string | null): boolean {
  return through !== null && through < new Date().toISOString().slice(0, 10)
}

import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { arrivingPlace, isHash, type DataFolder } from '#store/data-folder.ts'
import { readerVersion } from '#store/reader-version.ts'
import { moveFolder, writeDurably, writeWhole } from '#store/write-whole.ts'
import { walkClauses, type Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { failed, done, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { FileKind, TextDocument } from '#text/document.ts'

/** The shelf: imported agreements on disk by the hash of their file, each one wholly there or not there at all. */

export interface ShelfEntry {
  /** The first twelve figures of the file's hash: its address in the reading room. */
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  /** Civil date, UTC. */
  readonly addedOn: string
  readonly title: string | null
  readonly parties: readonly string[]
  readonly term: Book['term']
  readonly articles: number
  readonly clauses: number
  readonly lint: number
  readonly unplaced: number
}

export interface Shelf {
  /** Newest first. */
  list(): Promise<readonly ShelfEntry[]>
  entry(id: string): Promise<ShelfEntry | null>
  document(id: string): Promise<TextDocument | null>
  book(id: string): Promise<Book | null>
  /** Where the file itself lies, as it came. */
  original(id: string): Promise<{ path: string; name: string } | null>
  /** Puts a read file on the shelf. Moves the file at `path`; a file that is already there changes nothing. */
  add(file: { path: string; name: string; bytes: number; addedOn: string }, document: TextDocument, book: Book): Promise<Outcome<ShelfEntry>>
  remove(id: string): Promise<boolean>
}

export interface ShelfLimits {
  readonly books: number
}

export const shelfLimits: ShelfLimits = { books: 2_000 }

/** How a book is made of its lines again; a server does it where it disturbs nobody. */
export type MakeBook = (document: TextDocument) => Promise<Book>

/** Opens the shelf of a data folder. */
export async function openShelf(folder: DataFolder, limits: ShelfLimits = shelfLimits, makeBook: MakeBook = (document) => Promise.resolve(readBook(document))): Promise<Shelf> {
  const entries = await readEntries(folder)
  const at = (entry: ShelfEntry, file: string): string => join(folder.shelf, entry.sha256, file)
  const json = async <T>(id: string, file: string): Promise<T | null> => {
    const entry = entries.get(id)
    return entry ? (JSON.parse(await readFile(at(entry, file), 'utf8')) as T) : null
  }
  return {
    list: async () => [...entries.values()].sort((a, b) => b.addedOn.localeCompare(a.addedOn) || a.name.localeCompare(b.name)),
    entry: async (id) => entries.get(id) ?? null,
    document: (id) => json<TextDocument>(id, 'document.json'),
    book: async (id) => {
      const entry = entries.get(id)
      if (!entry) return null
      const { book, fresh } = await bookOf(entry, at, makeBook)
      if (fresh) entries.set(id, fresh)
      return book
    },
    original: async (id) => {
      const entry = entries.get(id)
      return entry ? { path: at(entry, 'original'), name: entry.name } : null
    },
    add: async (file, document, book) => {
      const entry = entryOf(file, document, book)
      const there = entries.get(entry.id)
      if (there) return there.sha256 === entry.sha256 ? done(there) : failed(clash(entry.name))
      if (entries.size >= limits.books) return failed(full(limits.books))
      await place(folder, file.path, entry, document, book)
      entries.set(entry.id, entry)
      return done(entry)
    },
    remove: async (id) => {
      const entry = entries.get(id)
      if (!entry) return false
      entries.delete(id)
      const away = arrivingPlace(folder)
      await rename(join(folder.shelf, entry.sha256), away)
      await rm(away, { recursive: true, force: true })
      return true
    },
  }
}

async function readEntries(folder: DataFolder): Promise<Map<string, ShelfEntry>> {
  const entries = new Map<string, ShelfEntry>()
  for (const name of await readdir(folder.shelf)) {
    if (!isHash(name)) continue
    const entry = JSON.parse(await readFile(join(folder.shelf, name, 'entry.json'), 'utf8')) as ShelfEntry
    entries.set(entry.id, entry)
  }
  return entries
}

/** The folder is filled out of sight and moved into place at once: a book is never shown half. */
async function place(folder: DataFolder, path: string, entry: ShelfEntry, document: TextDocument, book: Book): Promise<void> {
  const beside = arrivingPlace(folder)
  await mkdir(beside, { mode: 0o700 })
  await rename(path, join(beside, 'original'))
  await writeDurably(join(beside, 'document.json'), JSON.stringify(document))
  await writeDurably(join(beside, 'book.json'), JSON.stringify({ readBy: readerVersion(), book }))
  await writeDurably(join(beside, 'entry.json'), JSON.stringify(entry))
  await moveFolder(beside, join(folder.shelf, entry.sha256))
}

/** The stored book; or, where an older reader made it, a fresh one with its fresh counts. */
async function bookOf(entry: ShelfEntry, at: (entry: ShelfEntry, file: string) => string, makeBook: MakeBook): Promise<{ book: Book; fresh: ShelfEntry | null }> {
  const stored = JSON.parse(await readFile(at(entry, 'book.json'), 'utf8')) as { readBy: string; book: Book }
  if (stored.readBy === readerVersion()) return { book: stored.book, fresh: null }
  const document = JSON.parse(await readFile(at(entry, 'document.json'), 'utf8')) as TextDocument
  const book = await makeBook(document)
  const fresh = entryOf(entry, document, book)
  await writeWhole(at(entry, 'book.json'), JSON.stringify({ readBy: readerVersion(), book }))
  await writeWhole(at(entry, 'entry.json'), JSON.stringify(fresh))
  return { book, fresh }
}

function entryOf(file: { name: string; bytes: number; addedOn: string }, document: TextDocument, book: Book): ShelfEntry {
  return {
    id: document.sha256.slice(0, 12),
    sha256: document.sha256,
    name: file.name,
    kind: document.kind,
    bytes: file.bytes,
    addedOn: file.addedOn,
    title: book.title,
    parties: book.parties,
    term: book.term,
    articles: book.articles.length,
    clauses: [...walkClauses(book)].length,
    lint: book.lint.length,
    unplaced: book.unplaced.length,
  }
}

function clash(name: string) {
  return problem('store/clash', `Another file on the shelf has nearly the same fingerprint as ${name}.`, 'Open the file, save it again under another name, and import that copy.', { file: name })
}

function full(books: number) {
  return problem('store/full', `The shelf holds ${books} agreements, which is its limit.`, 'Remove one that is no longer needed, then import this one again.')
}

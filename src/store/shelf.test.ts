import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { arrivingPlace, openDataFolder, type DataFolder } from '#store/data-folder.ts'
import { openShelf } from '#store/shelf.ts'
import { writeWhole } from '#store/write-whole.ts'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'

const text = 'AGREEMENT\n\nARTICLE 1 HOURS\n\n1.1 The day has seven hours.\n'
let path: string
let folder: DataFolder

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'steward-shelf-'))
  folder = await openDataFolder(path)
})
afterEach(() => rm(path, { recursive: true, force: true }))

async function arrive(content: string, name = 'hours.txt') {
  const at = arrivingPlace(folder)
  await writeFile(at, content)
  const bytes = new TextEncoder().encode(content)
  const read = await readDocument({ name, bytes })
  if (!read.ok) throw new Error(read.problem.what)
  return { file: { path: at, name, bytes: bytes.length, addedOn: '2026-01-05' }, document: read.value, book: readBook(read.value) }
}

describe('the shelf', () => {
  test('refuses more books than its limit and says what to do', async () => {
    const shelf = await openShelf(folder, { books: 1 })
    const one = await arrive(text)
    const two = await arrive(`${text}1.2 More.\n`)
    expect((await shelf.add(one.file, one.document, one.book)).ok).toBe(true)
    const refused = await shelf.add(two.file, two.document, two.book)
    expect(refused.ok ? null : refused.problem.code).toBe('store/full')
    expect(await shelf.list()).toHaveLength(1)
  })

  test('answers null for what is not there, whatever the id looks like', async () => {
    const shelf = await openShelf(folder)
    for (const id of ['', '..', '../../etc/passwd', '__proto__', 'a'.repeat(64)]) {
      expect(await shelf.book(id)).toBeNull()
      expect(await shelf.original(id)).toBeNull()
      expect(await shelf.remove(id)).toBe(false)
    }
  })

  test('gives back the book and the lines that were put there, also after a restart', async () => {
    const shelf = await openShelf(folder)
    const { file, document, book } = await arrive(text)
    const added = await shelf.add(file, document, book)
    const id = added.ok ? added.value.id : ''
    const again = await openShelf(await openDataFolder(path))
    expect(await again.document(id)).toEqual(JSON.parse(JSON.stringify(document)))
    expect(await again.book(id)).toEqual(JSON.parse(JSON.stringify(book)))
  })

  test('knows a file that it has already and keeps one of it', async () => {
    const shelf = await openShelf(folder)
    const first = await arrive(text)
    const second = await arrive(text, 'copy.txt')
    await shelf.add(first.file, first.document, first.book)
    const added = await shelf.add(second.file, second.document, second.book)
    expect(added.ok && added.value.name).toBe('hours.txt')
    expect(await readdir(folder.shelf)).toHaveLength(1)
  })

  test('a removed book is gone from the list and from the disk', async () => {
    const shelf = await openShelf(folder)
    const { file, document, book } = await arrive(text)
    const added = await shelf.add(file, document, book)
    expect(added.ok && (await shelf.remove(added.value.id))).toBe(true)
    expect(await shelf.list()).toEqual([])
    expect(await readdir(folder.shelf)).toEqual([])
  })

  test('what was half arrived when the program was killed is never shown and is thrown away', async () => {
    await mkdir(join(folder.arriving, 'half'))
    await writeFile(join(folder.arriving, 'half', 'entry.json'), '{"id": "half')
    await mkdir(join(folder.shelf, 'not-a-hash'))
    const again = await openDataFolder(path)
    expect(await (await openShelf(again)).list()).toEqual([])
    expect(await readdir(again.arriving)).toEqual([])
  })

  test('a book made by an older reader is made again from its lines', async () => {
    const shelf = await openShelf(folder)
    const { file, document, book } = await arrive(text)
    const added = await shelf.add(file, document, book)
    const id = added.ok ? added.value.id : ''
    await writeWhole(join(folder.shelf, document.sha256, 'book.json'), JSON.stringify({ readBy: 'older', book: { title: 'stale' } }))
    expect(await shelf.book(id)).toEqual(JSON.parse(JSON.stringify(book)))
    expect((await shelf.entry(id))?.lint).toBe(book.lint.length)
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder, type DataFolder } from '#store/data-folder.ts'
import { openImportStore } from '#store/import-store.ts'
import { openShelf } from '#store/shelf.ts'
import { makePdf } from '#text/fixtures/make-pdf.ts'
import type { ImportView } from '#web/api/shapes.ts'
import { openImportDesk, type ImportDesk } from '#web/import/import-desk.ts'

let path: string
let folder: DataFolder
let desk: ImportDesk

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'steward-desk-'))
  desk = await open()
})
afterEach(async () => {
  await desk.close()
  await rm(path, { recursive: true, force: true })
})

/** As the program does when it starts. */
async function open(waiting = 20): Promise<ImportDesk> {
  folder = await openDataFolder(path)
  return openImportDesk(openImportStore(folder), await openShelf(folder), () => '2026-01-05', () => undefined, { fileBytes: 1_000_000, waiting })
}

async function* one(bytes: Uint8Array) {
  yield bytes
}

async function scan(pages: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(new URL('../../text/fixtures/quiet-rooms.jpg', import.meta.url)))
  return makePdf(Array.from({ length: pages }, () => ({ texts: [], width: 306, height: 144, jpeg: { bytes, width: 850, height: 400 } })))
}

function until(id: string, holds: (view: ImportView) => boolean): Promise<ImportView> {
  return new Promise((found) => {
    const look = (view: ImportView): void => {
      if (!holds(view)) return
      leave()
      found(view)
    }
    const leave = desk.watch(id, look)
    const now = desk.see(id)
    if (now) look(now)
  })
}

const rests = (view: ImportView): boolean => view.state === 'stopped' || view.state === 'done' || view.state === 'failed'

describe('the import desk', () => {
  test('takes no more files than it has room for, and says to wait', async () => {
    desk = await open(0)
    const refused = await desk.take('a.txt', one(new TextEncoder().encode('ARTICLE 1')))
    expect(refused.ok ? null : refused.problem.code).toBe('web/too-many-imports')
  })

  test('stops a scanned file between pages, keeps what is finished, and takes it up again after a restart', async () => {
    const taken = await desk.take('scan.pdf', one(await scan(4)))
    if (!taken.ok) throw new Error(taken.problem.what)
    const { id } = taken.value
    await until(id, (view) => view.pagesKept > 0)
    desk.stop(id)
    const stopped = await until(id, rests)
    expect(stopped.state).toBe('stopped')
    expect(stopped.pagesKept).toBeGreaterThan(0)
    expect(stopped.pagesKept).toBeLessThan(4)

    await desk.close()
    desk = await open()
    // The page that another pair of eyes was at may have been finished after the stop; it is kept too.
    expect(desk.list().map((it) => [it.id, it.state])).toEqual([[id, 'stopped']])
    expect(desk.see(id)?.pagesKept).toBeGreaterThanOrEqual(stopped.pagesKept)
    desk.resume(id)
    const done = await until(id, rests)
    expect([done.state, done.pagesKept]).toEqual(['done', 4])
    const document = await (await openShelf(folder)).document(id)
    expect(document?.lines.filter((it) => it.text === 'ARTICLE 7. QUIET ROOMS').map((it) => it.page)).toEqual([1, 2, 3, 4])
    expect(await readdir(folder.imports)).toEqual([])
  })

  test('a file that fails can be tried again or forgotten', async () => {
    const taken = await desk.take('not.pdf', one(new TextEncoder().encode('%PDF-1.7 and nothing more')))
    if (!taken.ok) throw new Error(taken.problem.what)
    expect((await until(taken.value.id, rests)).state).toBe('failed')
    desk.resume(taken.value.id)
    expect((await until(taken.value.id, rests)).state).toBe('failed')
    expect(await desk.drop(taken.value.id)).toBe(true)
    expect([desk.see(taken.value.id), await readdir(folder.imports)]).toEqual([null, []])
  })
})

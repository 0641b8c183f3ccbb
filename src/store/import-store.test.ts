import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder, type DataFolder } from '#store/data-folder.ts'
import { openImportStore } from '#store/import-store.ts'

let path: string
let folder: DataFolder

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'steward-imports-'))
  folder = await openDataFolder(path)
})
afterEach(() => rm(path, { recursive: true, force: true }))

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}

async function* broken() {
  yield new TextEncoder().encode('half')
  throw new Error('the line went dead')
}

describe('files that wait to be read', () => {
  test('one that is too large leaves nothing behind', async () => {
    const refused = await openImportStore(folder).receive('big.pdf', chunks('12345', '67890'), 9)
    expect(refused.ok ? null : refused.problem.code).toBe('store/too-large')
    expect([...(await readdir(folder.arriving)), ...(await readdir(folder.imports))]).toEqual([])
  })

  test('an empty one is refused', async () => {
    const refused = await openImportStore(folder).receive('none.txt', chunks(), 9)
    expect(refused.ok ? null : refused.problem.code).toBe('store/empty')
  })

  test('one whose stream breaks off leaves nothing behind', async () => {
    await expect(openImportStore(folder).receive('cut.txt', broken(), 99)).rejects.toThrow('the line went dead')
    expect([...(await readdir(folder.arriving)), ...(await readdir(folder.imports))]).toEqual([])
  })

  test('is known by its hash, whatever its name is', async () => {
    const store = openImportStore(folder)
    const taken = await store.receive('../../etc/passwd', chunks('abc'), 9)
    // The published digest of the three letters abc.
    expect(taken.ok && taken.value.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(await readdir(folder.imports)).toEqual(['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'])
  })

  test('its finished pages are there after a restart, and gone when it is discarded', async () => {
    const taken = await openImportStore(folder).receive('scan.pdf', chunks('abc'), 9)
    const sha256 = taken.ok ? taken.value.sha256 : ''
    await openImportStore(folder).keepPage(sha256, 3, { text: 'page three' })
    const again = openImportStore(await openDataFolder(path))
    expect(await again.waiting()).toEqual([{ sha256, name: 'scan.pdf', bytes: 3 }])
    expect(await again.pages(sha256)).toEqual(new Map([[3, { text: 'page three' }]]))
    await again.discard(sha256)
    expect(await again.waiting()).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { arrivingPlace, isHash, type DataFolder } from '#store/data-folder.ts'
import { moveFolder, writeDurably, writeWhole } from '#store/write-whole.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** Files whose reading is not over: kept with the scanned pages that are finished, so that a stop or a power cut costs one page at most. */

export interface WaitingFile {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
}

export interface ImportStore {
  /** Takes a stream of bytes to disk, counting and hashing; nothing is left of one that is too large or breaks off. */
  receive(name: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Outcome<WaitingFile>>
  waiting(): Promise<readonly WaitingFile[]>
  path(sha256: string): string
  bytes(sha256: string): Promise<Uint8Array>
  /** The finished scanned pages by number, as they were kept. */
  pages<T>(sha256: string): Promise<Map<number, T>>
  keepPage(sha256: string, page: number, result: unknown): Promise<void>
  discard(sha256: string): Promise<void>
}

/** The waiting files of a data folder. */
export function openImportStore(folder: DataFolder): ImportStore {
  const at = (sha256: string, ...more: string[]): string => join(folder.imports, sha256, ...more)
  return {
    receive: (name, stream, limitBytes) => receive(folder, name, stream, limitBytes),
    waiting: () => readWaiting(folder),
    path: (sha256) => at(sha256, 'file'),
    bytes: (sha256) => readFile(at(sha256, 'file')),
    pages: async <T>(sha256: string) => {
      const pages = new Map<number, T>()
      for (const name of await readdir(at(sha256, 'pages'))) {
        const page = /^(\d+)\.json$/.exec(name)?.[1]
        if (page !== undefined) pages.set(Number(page), JSON.parse(await readFile(at(sha256, 'pages', name), 'utf8')) as T)
      }
      return pages
    },
    keepPage: (sha256, page, result) => writeWhole(at(sha256, 'pages', `${page}.json`), JSON.stringify(result)),
    discard: async (sha256) => {
      const away = arrivingPlace(folder)
      // Moved away first: a folder half removed would look like an import.
      await rename(at(sha256), away).catch(() => undefined)
      await rm(away, { recursive: true, force: true })
    },
  }
}

async function receive(folder: DataFolder, name: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Outcome<WaitingFile>> {
  const beside = arrivingPlace(folder)
  await mkdir(join(beside, 'pages'), { recursive: true, mode: 0o700 })
  try {
    const taken = await takeStream(join(beside, 'file'), stream, limitBytes)
    if (taken === null) return failed(tooLarge(name, limitBytes))
    if (taken.bytes === 0) return failed(problem('store/empty', `${name} is empty.`, 'Choose the file again, or save it afresh from the program that made it.', { file: name }))
    const file = { sha256: taken.sha256, name, bytes: taken.bytes }
    const place = join(folder.imports, file.sha256)
    if (await exists(place)) return done(file)
    await writeDurably(join(beside, 'import.json'), JSON.stringify(file))
    await moveFolder(beside, place)
    return done(file)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function takeStream(path: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<{ sha256: string; bytes: number } | null> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of stream) {
      bytes += chunk.byteLength
      if (bytes > limitBytes) return null
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function readWaiting(folder: DataFolder): Promise<readonly WaitingFile[]> {
  const names = (await readdir(folder.imports)).filter(isHash)
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder.imports, name, 'import.json'), 'utf8')) as WaitingFile))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function tooLarge(name: string, limitBytes: number) {
  return problem('store/too-large', `${name} is larger than ${Math.floor(limitBytes / 1_000_000)} MB, the most that one import may have.`, 'Split the file, or save it with smaller pictures, and import the parts.', { file: name })
}

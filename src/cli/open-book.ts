import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { loadPackFolder } from '#pack/load-pack-folder.ts'
import { packAsBook } from '#pack/pack-book.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import { READ_LIMITS } from '#text/limits.ts'
import { readInWorker } from '#text/read-in-worker.ts'
import { readDocument, type Progress } from '#text/read-document.ts'
import type { Call } from '#cli/command.ts'

/** Where the packs that come with Steward live. */
export const packsFolder = new URL('../../agreements/', import.meta.url).pathname

/** The book of what the person named: a file, standard input (`-`), a pack's folder or a pack's name. */
export async function openBook(named: string, call: Call): Promise<Outcome<Book>> {
  if (named === '-') return bookOfBytes({ name: 'standard input', bytes: await standardInput() }, call)
  const folder = await packFolder(named)
  if (folder !== null) return bookOfPack(folder)
  const size = await sizeOf(named)
  if (typeof size !== 'number') return failed(size.problem)
  if (size > READ_LIMITS.fileBytes) {
    return failed(problem('cli/too-large', `The file has ${Math.ceil(size / 1e6)} MB; the limit is ${Math.floor(READ_LIMITS.fileBytes / 1e6)} MB.`, 'Give the agreement alone, without scans of other documents.', { file: named }))
  }
  return bookOfBytes({ name: basename(named), bytes: new Uint8Array(await readFile(named)) }, call)
}

async function bookOfBytes(file: { name: string; bytes: Uint8Array }, call: Call): Promise<Outcome<Book>> {
  const onProgress = (progress: Progress): void => call.terminal.progress(`${file.name}: ${progress.doing} ${progress.done} of ${progress.of}`)
  // Plain text cannot hang a parser; everything else is read where it can be killed.
  const read = looksLikePlainText(file.bytes) ? readDocument : readInWorker
  const document = await read(file, { onProgress, signal: call.signal })
  call.terminal.progress('')
  if (call.signal.aborted) return failed(problem('cli/stopped', 'You stopped the reading; nothing was kept.', 'Give the same command again to read the file from its beginning.', { file: file.name }))
  if (!document.ok) return document
  return done(readBook(document.value), document.value.notes)
}

function looksLikePlainText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024)
  const starts = new TextDecoder('latin1').decode(head).trimStart()
  return !head.includes(0) && !starts.startsWith('%PDF') && !starts.startsWith('PK') && !starts.startsWith('<')
}

async function bookOfPack(folder: string): Promise<Outcome<Book>> {
  const pack = await loadPackFolder(folder)
  return pack.ok ? done(packAsBook(pack.value), pack.notes) : pack
}

async function packFolder(named: string): Promise<string | null> {
  const places = /^[\w-]+$/.test(named) ? [named, join(packsFolder, named)] : [named]
  for (const place of places) {
    if (await isFile(join(place, 'agreement.yaml'))) return place
  }
  return null
}

async function sizeOf(path: string): Promise<number | { problem: ReturnType<typeof problem> }> {
  try {
    const found = await stat(path)
    if (found.isFile()) return found.size
    return { problem: problem('cli/no-file', 'This is a folder, and no pack (it has no agreement.yaml).', 'Name one file of the agreement.', { file: path }) }
  } catch {
    return { problem: problem('cli/no-file', 'There is no such file.', 'Check the name and the folder you are in.', { file: path }) }
  }
}

export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of process.stdin) {
    const bytes = part as Uint8Array
    size += bytes.length
    parts.push(bytes)
    if (size > READ_LIMITS.fileBytes) break
  }
  return Buffer.concat(parts)
}

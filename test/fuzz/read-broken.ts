import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { readInWorker } from '#text/read-in-worker.ts'
import type { SeedFile } from './seed-files.ts'

/** What became of one broken file: read, or refused with a code; `fell` is a fault of ours. */
export interface Fate {
  readonly code: string
  readonly fell: string | null
  /** Why, where a parser fell over the file and it was called damaged. */
  readonly how: string | null
  readonly textMs: number
  readonly bookMs: number
  /** Processor time of all threads. */
  readonly cpuMs: number
}

/** `walled` reads it as the terminal and the server do, in a thread that is watched. */
export async function readBroken(file: SeedFile, walled = false): Promise<Fate> {
  const cpu = process.cpuUsage()
  const started = performance.now()
  let read = started
  let code = 'read'
  let how: string | null = null
  let fell: string | null = null
  try {
    const outcome = await (walled ? readInWorker : readDocument)({ name: file.name, bytes: file.bytes })
    read = performance.now()
    if (outcome.ok) readBook(outcome.value)
    else {
      code = outcome.problem.code
      how = /could not be read \((.*)\)\.$/s.exec(outcome.problem.what)?.[1] ?? null
      if (outcome.problem.next === '' || outcome.problem.what === '') fell = 'a problem without words'
    }
  } catch (error) {
    fell = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const used = process.cpuUsage(cpu)
  return { code, fell, how, textMs: read - started, bookMs: performance.now() - read, cpuMs: (used.user + used.system) / 1000 }
}

import { readInWorker } from '#text/read-in-worker.ts'
import type { Book } from '#book/book.ts'
import type { Problem } from '#plain/problem.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { ImportStore, WaitingFile } from '#store/import-store.ts'
import type { Shelf } from '#store/shelf.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'
import type { TextDocument } from '#text/document.ts'
import type { ImportView } from '#web/api/shapes.ts'
import { bookInWorker } from '#web/import/book-in-worker.ts'

/** The import desk: files come in, are read one after the other, and go to the shelf. Each can be watched, stopped and taken up again. */

export interface ImportDesk {
  /** Takes a file's bytes from a stream; answers as soon as they are on disk. */
  take(name: string, stream: AsyncIterable<Uint8Array>): Promise<Outcome<ImportView>>
  list(): readonly ImportView[]
  see(id: string): ImportView | null
  /** Calls back on every step until told to leave off. */
  watch(id: string, tell: (view: ImportView) => void): () => void
  stop(id: string): ImportView | null
  resume(id: string): ImportView | null
  /** Forgets an import that is stopped, failed or done, with its file. */
  drop(id: string): Promise<boolean>
  close(): Promise<void>
}

export interface DeskLimits {
  readonly fileBytes: number
  /** Files that wait or are being read at one time. */
  readonly waiting: number
}

export const deskLimits: DeskLimits = { fileBytes: 200_000_000, waiting: 20 }

interface Job {
  readonly file: WaitingFile
  view: ImportView
  stopper: AbortController | null
}

/** Opens the desk; what was being read when the program last stopped is there, ready to be taken up again. */
export async function openImportDesk(store: ImportStore, shelf: Shelf, today: () => string, onShelf: () => void, limits: DeskLimits = deskLimits): Promise<ImportDesk> {
  const jobs = new Map<string, Job>()
  const watchers = new Map<string, Set<(view: ImportView) => void>>()
  let line: Promise<void> = Promise.resolve()
  for (const file of await store.waiting()) {
    const kept = (await store.pages(file.sha256)).size
    jobs.set(idOf(file), { file, view: { ...freshView(file), state: 'stopped', pagesKept: kept }, stopper: null })
  }

  const show = (job: Job, change: Partial<ImportView>): void => {
    job.view = { ...job.view, ...change }
    for (const tell of watchers.get(job.view.id) ?? []) tell(job.view)
  }
  const queue = (job: Job): void => {
    job.stopper = new AbortController()
    show(job, { state: 'waiting', problem: null, doing: 'Waiting its turn', done: 0, of: 0 })
    line = line.then(() => run(job, { store, shelf, today, onShelf, show })).catch((error: unknown) => {
      console.error(error)
      show(job, { state: 'failed', problem: ourFault(job.file.name) })
    })
  }
  const busy = (): number => [...jobs.values()].filter((it) => it.view.state === 'waiting' || it.view.state === 'reading').length

  return {
    take: async (name, stream) => {
      if (busy() >= limits.waiting) return failed(problem('web/too-many-imports', `${limits.waiting} files are waiting to be read.`, 'Wait until some of them are done, then import this one.', { file: name }))
      const taken = await store.receive(name, stream, limits.fileBytes)
      if (!taken.ok) return taken
      const job = (await shelvedJob(taken.value, store, shelf)) ?? jobs.get(idOf(taken.value)) ?? { file: taken.value, view: freshView(taken.value), stopper: null }
      jobs.set(job.view.id, job)
      if (!job.view.known && job.view.state !== 'reading') queue(job)
      return done(job.view)
    },
    list: () => [...jobs.values()].map((it) => it.view).filter((it) => it.state !== 'done'),
    see: (id) => jobs.get(id)?.view ?? null,
    watch: (id, tell) => {
      const telling = watchers.get(id) ?? new Set()
      watchers.set(id, telling.add(tell))
      return () => telling.delete(tell)
    },
    stop: (id) => {
      const job = jobs.get(id)
      job?.stopper?.abort()
      if (job?.view.state === 'waiting') show(job, { state: 'stopped', doing: '' })
      return job?.view ?? null
    },
    resume: (id) => {
      const job = jobs.get(id)
      if (job && (job.view.state === 'stopped' || job.view.state === 'failed')) queue(job)
      return job?.view ?? null
    },
    drop: async (id) => {
      const job = jobs.get(id)
      if (!job || job.view.state === 'reading') return false
      job.stopper?.abort()
      jobs.delete(id)
      if (job.view.state !== 'done') await store.discard(job.file.sha256)
      return true
    },
    close: async () => {
      for (const job of jobs.values()) job.stopper?.abort()
      await line
    },
  }
}

/** A file that is on the shelf already needs no reading. */
async function shelvedJob(file: WaitingFile, store: ImportStore, shelf: Shelf): Promise<Job | null> {
  const there = await shelf.entry(idOf(file))
  if (there === null) return null
  await store.discard(file.sha256)
  return { file, view: { ...freshView(file), state: 'done', book: there.id, known: true }, stopper: null }
}

interface Room {
  readonly store: ImportStore
  readonly shelf: Shelf
  readonly today: () => string
  readonly onShelf: () => void
  readonly show: (job: Job, change: Partial<ImportView>) => void
}

async function run(job: Job, room: Room): Promise<void> {
  const { file, stopper } = job
  if (!stopper || stopper.signal.aborted) return
  room.show(job, { state: 'reading', doing: 'Opening the file' })
  const document = await readLines(job, room, stopper.signal)
  if (!document.ok) return endEarly(job, room, document.problem)
  room.show(job, { doing: 'Finding articles and clauses', done: 0, of: 0 })
  const book = await bookInWorker(document.value)
  if (stopper.signal.aborted) return room.show(job, { state: 'stopped', doing: '' })
  if (!book.ok) return endEarly(job, room, book.problem)
  const added = await keep(file, document.value, book.value, room)
  if (!added.ok) return endEarly(job, room, added.problem)
  room.onShelf()
  room.show(job, { state: 'done', doing: '', book: added.value.id })
}

async function readLines(job: Job, room: Room, signal: AbortSignal): Promise<Outcome<TextDocument>> {
  const { sha256, name } = job.file
  const pagesDone = await room.store.pages<OcrPage>(sha256)
  let kept = pagesDone.size
  room.show(job, { pagesKept: kept })
  return readInWorker(
    { name, bytes: await room.store.bytes(sha256) },
    {
      signal,
      pagesDone,
      onProgress: (it) => room.show(job, { doing: it.doing, done: it.done, of: it.of }),
      onPage: async (page: number, result: OcrPage) => {
        await room.store.keepPage(sha256, page, result)
        kept += 1
        room.show(job, { pagesKept: kept })
      },
    },
  )
}

async function keep(file: WaitingFile, document: TextDocument, book: Book, { store, shelf, today }: Room) {
  const added = await shelf.add({ path: store.path(file.sha256), name: file.name, bytes: file.bytes, addedOn: today() }, document, book)
  if (added.ok) await store.discard(file.sha256)
  return added
}

function endEarly(job: Job, room: Room, why: Problem): void {
  if (why.code === 'text/stopped') room.show(job, { state: 'stopped', doing: '' })
  else room.show(job, { state: 'failed', doing: '', problem: { ...why, where: { ...why.where } } })
}

function freshView(file: WaitingFile): ImportView {
  return { id: idOf(file), name: file.name, bytes: file.bytes, state: 'waiting', doing: '', done: 0, of: 0, pagesKept: 0, book: null, known: false, problem: null }
}

function idOf(file: WaitingFile): string {
  return file.sha256.slice(0, 12)
}

function ourFault(name: string) {
  return { ...problem('web/our-fault', `Steward stumbled over ${name}; the fault is ours.`, 'The file is kept. Try again, or save it in another form (PDF, DOCX, text) and import that.', { file: name }), where: { file: name } }
}

import { Worker } from 'node:worker_threads'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { TextDocument } from '#text/document.ts'
import { findKind } from '#text/find-kind.ts'
import { READ_LIMITS, type ReadLimits } from '#text/limits.ts'
import { readDocument, type ReadOptions } from '#text/read-document.ts'
import { startReading, Stopped } from '#text/reading.ts'
import type { FromWorker, ToWorker } from '#text/worker-messages.ts'

/**
 * `readDocument` behind a wall: in a thread of its own with a ceiling on memory and a timer, so that a hostile file that hangs
 * or swells a parser costs that thread and nothing else. Same answers, same progress, same pages. For the terminal and the server.
 */
export async function readInWorker(file: { name: string; bytes: Uint8Array }, options: ReadOptions = {}): Promise<Outcome<TextDocument>> {
  return options.signal?.aborted === true || isPlain(file, options) ? readDocument(file, options) : new Watched(file, options).outcome
}

/** Plain text, and what is refused at its first bytes, needs no wall. */
function isPlain(file: { name: string; bytes: Uint8Array }, options: ReadOptions): boolean {
  try {
    const kind = findKind(file.bytes, startReading(file.name, options))
    return kind === 'txt' || kind === 'md'
  } catch (error) {
    if (error instanceof Stopped) return true
    throw error
  }
}

/** Milliseconds between two looks at the thread. */
const LOOK_MS = 50
/** After a stop the thread has so long to end by itself. */
const GRACE_MS = 2_000
/** How many times its processor time a busy machine may take by the clock. */
const BUSY = 8

class Watched {
  readonly outcome: Promise<Outcome<TextDocument>>
  private readonly file: string
  private readonly options: ReadOptions
  private readonly limits: ReadLimits
  private readonly worker: Worker
  private settle: (outcome: Outcome<TextDocument>) => void = () => undefined
  private heard = performance.now()
  /** The thread's processor time at its last sign of life; null until it is next weighed. */
  private spentWhenHeard: number | null = null
  private byEye = false
  /** Megabytes: a large scan stands in memory several times. */
  private readonly ceiling: number
  private stopped: number | null = null
  private readonly looking: ReturnType<typeof setInterval>

  constructor(file: { name: string; bytes: Uint8Array }, options: ReadOptions) {
    this.file = file.name
    this.options = options
    this.limits = { ...READ_LIMITS, ...options.limits }
    this.outcome = new Promise((resolve) => (this.settle = resolve))
    this.ceiling = this.limits.workerMegabytes + Math.ceil((4 * file.bytes.length) / 1_000_000)
    const bytes = new Uint8Array(file.bytes)
    this.worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: { name: file.name, bytes, limits: options.limits ?? {}, pagesDone: options.pagesDone ?? new Map() },
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: this.ceiling, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      stdout: true,
      stderr: true,
    })
    this.worker.on('message', (message: FromWorker) => void this.hear(message))
    this.worker.on('error', (error) => this.fell(error))
    this.worker.on('exit', () => this.end('text/broken', 'The file made its reader fall over.', 'Open it in the program that made it and save it afresh, or ask for another copy.'))
    this.looking = setInterval(() => this.look(), LOOK_MS)
    options.signal?.addEventListener('abort', this.stop)
  }

  private async hear(message: FromWorker): Promise<void> {
    this.hears()
    if (message.kind === 'done') this.finish(message.outcome)
    else if (message.kind === 'progress') {
      this.byEye = message.byEye
      this.options.onProgress?.(message.progress)
    } else await this.keep(message.page, message.result)
  }

  private async keep(page: number, result: Parameters<NonNullable<ReadOptions['onPage']>>[1]): Promise<void> {
    let trouble: string | null = null
    try {
      await this.options.onPage?.(page, result)
    } catch (error) {
      trouble = error instanceof Error ? error.message : 'unknown'
    }
    this.hears()
    this.tell({ kind: 'kept', page, trouble })
  }

  private hears(): void {
    this.heard = performance.now()
    this.spentWhenHeard = null
  }

  private tell(message: ToWorker): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    this.worker.postMessage(message)
  }

  private readonly stop = (): void => {
    this.stopped ??= performance.now()
    this.tell({ kind: 'stop' })
  }

  private look(): void {
    const now = performance.now()
    if (this.stopped !== null && now - this.stopped > GRACE_MS) this.end('text/stopped', 'The reading was stopped.', 'Read the file again to go on; pages that were finished are kept where the caller keeps them.')
    else if (now - this.heard > this.patience) this.tooSlow()
    else void this.weigh()
  }

  /** By the clock: a scanned page takes its own time; all else is given several times its processor time, for a busy machine. */
  private get patience(): number {
    return this.byEye ? this.limits.ocrPageMs + 10_000 : this.limits.stallMs * BUSY
  }

  private tooSlow(): void {
    this.end('text/too-slow', `The file kept its reader busy for ${Math.round((performance.now() - this.heard) / 1000)} seconds without getting on.`, 'Open it in the program that made it and save it afresh, or print it to a new PDF.')
  }

  /** Buffers stand outside the ceiling that the thread has, so they are weighed from here; and so is its processor time. */
  private async weigh(): Promise<void> {
    try {
      const [heap, spent] = await Promise.all([this.worker.getHeapStatistics(), this.worker.cpuUsage()])
      if (heap.external_memory + heap.used_heap_size > this.ceiling * 1_000_000) return this.swelled()
      const spentMs = (spent.user + spent.system) / 1000
      this.spentWhenHeard ??= spentMs
      if (!this.byEye && spentMs - this.spentWhenHeard > this.limits.stallMs) this.tooSlow()
    } catch {
      // The thread has just ended; its last word is on its way.
    }
  }

  private fell(error: unknown): void {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.swelled()
    else this.end('text/broken', `The file made its reader fall over (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}).`, 'Open it in the program that made it and save it afresh, or ask for another copy.')
  }

  private swelled(): void {
    this.end('text/bomb', `The file needs more than ${this.ceiling} MB of memory to be read.`, 'Do not open it if you do not know its sender. Otherwise split it, or print it to a new PDF.')
  }

  private end(code: `text/${string}`, what: string, next: string): void {
    this.finish(failed(problem(code, what, next, { file: this.file })))
  }

  private finish(outcome: Outcome<TextDocument>): void {
    clearInterval(this.looking)
    this.options.signal?.removeEventListener('abort', this.stop)
    this.settle(outcome)
    void this.worker.terminate()
  }
}

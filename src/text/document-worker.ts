import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '#text/read-document.ts'
import type { FromWorker, ToWorker, WorkerTask } from '#text/worker-messages.ts'

/** The thread that `read-in-worker.ts` starts: reads one file and says how it gets on. */
const task = workerData as WorkerTask
const stop = new AbortController()
const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') return stop.abort()
  const kept = waiting.get(message.page)
  waiting.delete(message.page)
  if (message.trouble === null) kept?.resolve()
  else kept?.reject(new Error(message.trouble))
})

// The PDF package forgets to catch some of its own errors on damaged files; what it could read is still good, and this thread reads nothing else.
process.on('unhandledRejection', () => undefined)

const outcome = await readDocument(
  { name: task.name, bytes: task.bytes },
  {
    signal: stop.signal,
    limits: task.limits,
    pagesDone: task.pagesDone,
    onProgress: (progress) => say({ kind: 'progress', progress, byEye: progress.doing.includes('scanned') }),
    onPage: (page, result) =>
      new Promise<void>((resolve, reject) => {
        waiting.set(page, { resolve, reject })
        say({ kind: 'page', page, result })
      }),
  },
)
say({ kind: 'done', outcome })

function say(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message)
}

import { Worker } from 'node:worker_threads'
import type { Book } from '#book/book.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { TextDocument } from '#text/document.ts'

const limitMs = 60_000

/** The book of a document, made in a thread of its own with a limit on time and memory. */
export function bookInWorker(document: TextDocument): Promise<Outcome<Book>> {
  return new Promise((answer) => {
    const worker = new Worker(new URL('./book-worker.ts', import.meta.url), { workerData: document, resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const finish = (outcome: Outcome<Book>): void => {
      clearTimeout(timer)
      answer(outcome)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(failed(tooHard(document.name))), limitMs)
    worker.once('message', (book: Book) => finish(done(book)))
    worker.once('error', (error) => {
      console.error(error)
      finish(failed(tooHard(document.name)))
    })
  })
}

function tooHard(name: string) {
  return problem('web/too-hard', `${name} could not be put in order within a minute.`, 'Split the file into its articles, or save it as plain text, and import that.', { file: name })
}

import { parentPort, workerData } from 'node:worker_threads'
import { readBook } from '#book/read-book.ts'
import type { TextDocument } from '#text/document.ts'

/** Runs in its own thread: makes the book of a document, so that the server goes on answering meanwhile. */
const port: { postMessage(book: unknown, move: []): void } | null = parentPort
port?.postMessage(readBook(workerData as TextDocument), [])

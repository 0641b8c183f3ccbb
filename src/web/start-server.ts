import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { openDataFolder } from '#store/data-folder.ts'
import { openImportStore } from '#store/import-store.ts'
import { openShelf, shelfLimits } from '#store/shelf.ts'
import type { Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import type { TextDocument } from '#text/document.ts'
import { bookInWorker } from '#web/import/book-in-worker.ts'
import { openAnswerer } from '#web/answers/open-answerer.ts'
import { openAppFiles } from '#web/app-files.ts'
import { localHosts } from '#web/guard/same-house.ts'
import { openImportDesk } from '#web/import/import-desk.ts'
import { openBookcase, type Bookcase } from '#web/library/bookcase.ts'
import { openComparer } from '#web/library/comparer.ts'
import { openFinder } from '#web/library/finder.ts'
import type { Rooms } from '#web/rooms.ts'
import { openServer } from '#web/server.ts'

export interface ServerOptions {
  /** 0 takes any free port; a port that is taken gives the next free one. */
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Packs of agreements; the house's own when absent. */
  readonly packsFolder?: string
  /** Built pages; `dist/app` when absent. */
  readonly appFolder?: string
}

/** Starts the reading room: opens the data folder, builds the pages if need be, listens. `stop` lets running imports end at a safe place. */
export async function startServer(options: ServerOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const files = await openAppFiles(options.appFolder)
  const rooms = await openRooms(options)
  let hosts = localHosts(options.port)
  const app = openServer(rooms, files, () => hosts)
  const server = createServer({ requestTimeout: 15 * 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 }, getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const port = await listen(server, options.host, options.port)
  hosts = localHosts(port)
  // The packs' rules are read while the first page is already being looked at.
  void rooms.answerer.warmUp()
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    stop: async () => {
      rooms.answerer.close()
      await rooms.desk.close()
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** The rooms of a data folder. */
export async function openRooms({ dataFolder, packsFolder }: Pick<ServerOptions, 'dataFolder' | 'packsFolder'>): Promise<Rooms> {
  const folder = await openDataFolder(dataFolder)
  const shelf = await openShelf(folder, shelfLimits, makeBookAside)
  const packs = packsFolder ?? fileURLToPath(new URL('../../agreements/', import.meta.url))
  const bookcase = await openBookcase(shelf, packs)
  const desk = await openImportDesk(openImportStore(folder), shelf, today, () => bookcase.changed())
  return { shelf, bookcase, desk, finder: openFinder(bookcase), comparer: openComparer(bookcase), answerer: openAnswerer(packs, await packIds(bookcase)) }
}

async function packIds(bookcase: Bookcase): Promise<readonly string[]> {
  return (await bookcase.cards()).filter((it) => it.kind === 'pack').map((it) => it.id)
}

/** In a thread of its own; should that fail, here. */
async function makeBookAside(document: TextDocument): Promise<Book> {
  const made = await bookInWorker(document)
  return made.ok ? made.value : readBook(document)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Tries twenty ports upward from the one that was asked for. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let at = port; ; at++) {
    const taken = await new Promise<NodeJS.ErrnoException | null>((answer) => {
      const fail = (error: NodeJS.ErrnoException): void => answer(error)
      server.once('error', fail)
      server.listen(at, host, () => {
        server.off('error', fail)
        answer(null)
      })
    })
    if (taken === null) return (server.address() as AddressInfo).port
    if (taken.code !== 'EADDRINUSE' || port === 0 || at >= port + 20) throw taken
  }
}

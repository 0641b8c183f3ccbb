import { join } from 'node:path'
import { decisionWords } from '#determinations/decision-words.ts'
import { decisionFinder, type DecisionFinder } from '#determinations/find-decision.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { walkPack } from '#pack/pack.ts'
import { problemInWords } from '#plain/problem.ts'

/** The packs ready to be asked: each read once, in the background, one after another. */
export interface Answerer {
  /** The pack, waited for where it is still being read; null where there is none that can be asked. */
  pack(id: string): Promise<AskedPack | null>
  /** The pack where it is read already; null where nobody has it, or not yet. */
  ready(id: string): AskedPack | null
  /** The pack will be needed: it is read next, a moment from now. */
  soon(id: string): void
  /** Whether there is such a pack, read or not. */
  has(id: string): boolean
  /** Reads all of them, with a pause between so that pages can be answered. */
  warmUp(): Promise<void>
  /** No further pack is begun. */
  close(): void
}

export interface AskedPack {
  readonly id: string
  readonly loaded: LoadedPack
  readonly finder: DecisionFinder
  /** What each clause is called, with the chapter that it stands in. */
  readonly clauses: ReadonlyMap<string, { readonly heading: string; readonly chapter: string }>
}

/** Over the packs of a folder by their names; nothing is read until it is asked for or warmed up. */
export function openAnswerer(folder: string, ids: readonly string[]): Answerer {
  const reading = new Map<string, Promise<AskedPack | null>>()
  const ready = new Map<string, AskedPack>()
  let closed = false
  const pack = (id: string): Promise<AskedPack | null> => {
    const known = reading.get(id)
    if (known !== undefined) return known
    if (!ids.includes(id) || closed) return Promise.resolve(null)
    const begun = readPack(folder, id).then(
      (it) => {
        if (it !== null) ready.set(id, it)
        return it
      },
      // A pack that breaks us is a pack that cannot be asked; the others can.
      (error: unknown) => (console.error(error), null),
    )
    reading.set(id, begun)
    return begun
  }
  return {
    pack,
    ready: (id) => ready.get(id) ?? null,
    soon: (id) => {
      if (!reading.has(id)) setTimeout(() => void pack(id), pauseMs).unref()
    },
    has: (id) => ids.includes(id),
    warmUp: async () => {
      await pause(firstPageMs)
      for (const id of ids) {
        await pause(pauseMs)
        if (closed) return
        await pack(id)
      }
    },
    close: () => {
      closed = true
    },
  }
}

/** The reading of a large pack holds everything else up for half a second: whoever opens the room sees its first page before that. */
const firstPageMs = 1200
const pauseMs = 120

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref())
}

async function readPack(folder: string, id: string): Promise<AskedPack | null> {
  const read = await loadPackFromFolder(join(folder, id))
  if (read.ok) return { id, loaded: read.value, finder: decisionFinder(decisionWords(read.value)), clauses: clausesOf(read.value) }
  console.error(problemInWords(read.problem))
  return null
}

function clausesOf({ pack }: LoadedPack): AskedPack['clauses'] {
  return new Map([...walkPack(pack)].map(({ clause, chapter }) => [clause.anchor as string, { heading: clause.heading ?? '', chapter: `${chapter.kind === 'article' ? 'Article ' : 'Appendix '}${chapter.number}, ${chapter.heading}` }]))
}

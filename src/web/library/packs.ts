import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Book } from '#book/book.ts'
import { joinPack, type JoinedPack } from '#pack/join-pack.ts'
import { loadPackFolder } from '#pack/load-pack-folder.ts'
import { packAsBook } from '#pack/pack-book.ts'
import { walkPack, type Pack, type PackClause } from '#pack/pack.ts'
import { problemInWords } from '#plain/problem.ts'
import type { LintRow } from '#web/api/shapes.ts'
import type { ShelfEntry } from '#store/shelf.ts'

/** The packs as the reading room needs them, and how an import's exact words meet a pack's summaries. */

export interface OpenPack {
  readonly id: string
  readonly pack: Pack
  readonly book: Book
}

/** What a pack says of a clause, wherever the clause's words come from. */
export interface Apparatus {
  /** Our summary beside the exact words; null where the summary is itself the text. */
  gist(anchor: string): string | null
  doubts(anchor: string): readonly string[]
  /** What to know where the imported clause is not the one that the summary was written for. */
  differs(anchor: string): string | null
  /** The clause of the pack that an anchor stands for, with the pack's name; null where no pack knows it. */
  inPack(anchor: string): { readonly pack: string; readonly anchor: string } | null
}

/** Every pack of a folder that can be read; the others are named on the console and left out. */
export async function loadPacks(folder: string): Promise<readonly OpenPack[]> {
  const packs: OpenPack[] = []
  for (const id of (await readdir(folder).catch(() => [])).sort()) {
    if (!(await hasManifest(join(folder, id)))) continue
    const loaded = await loadPackFolder(join(folder, id))
    if (loaded.ok) packs.push({ id, pack: loaded.value, book: packAsBook(loaded.value) })
    else console.error(problemInWords(loaded.problem))
  }
  return packs
}

/** The pack that an imported file belongs to: written against this very file, or an agreement of the same parties and the same term. */
export function packFor(entry: ShelfEntry, packs: readonly OpenPack[]): OpenPack | undefined {
  return packs.find(({ pack }) => pack.text?.sha256 === entry.sha256) ?? packs.find(({ pack }) => sameAgreement(pack, entry))
}

/** What the pack says beside its own summaries: its doubts and the defects of the document. */
export function packApparatus({ id, pack }: OpenPack): Apparatus {
  const clauses = new Map([...walkPack(pack)].map(({ clause }) => [clause.anchor as string, clause]))
  return { gist: () => null, doubts: (anchor) => doubtsOf(pack, clauses.get(anchor)), differs: () => null, inPack: (anchor) => (clauses.has(anchor) ? { pack: id, anchor } : null) }
}

/** What the pack says beside an import's exact words. */
export function importApparatus(book: Book, partner: OpenPack | undefined): Apparatus {
  if (!partner) return { gist: () => null, doubts: () => [], differs: () => null, inPack: () => null }
  const joined: JoinedPack = joinPack(partner.pack, book)
  const at = (anchor: string) => joined.atBook.get(anchor)
  return {
    gist: (anchor) => at(anchor)?.pack.gist.join('\n\n') || null,
    doubts: (anchor) => doubtsOf(partner.pack, at(anchor)?.pack),
    differs: (anchor) => (at(anchor)?.words === 'changed' ? 'These words differ from those that our summary was written for.' : null),
    inPack: (anchor) => {
      const own = at(anchor)?.pack.anchor
      return own === undefined ? null : { pack: partner.id, anchor: own }
    },
  }
}

/** The defects of the document that the pack's author noted, as rows of the list of what to check. */
export function defectRows({ pack }: OpenPack): LintRow[] {
  const order = new Map([...walkPack(pack)].map(({ clause }, at) => [clause.anchor as string, at]))
  const rows = pack.defects.map((it) => ({ kind: 'noted', anchor: it.at, line: it.line, message: it.says, also: [...it.also] }))
  return rows.sort((a, b) => (order.get(a.anchor) ?? 0) - (order.get(b.anchor) ?? 0))
}

function doubtsOf(pack: Pack, clause: PackClause | undefined): readonly string[] {
  if (!clause) return []
  return [...clause.doubts, ...pack.defects.filter((it) => it.at === clause.anchor).map((it) => it.says)]
}

function sameAgreement(pack: Pack, entry: ShelfEntry): boolean {
  if (pack.term.from === null || pack.term.from !== entry.term.from || pack.term.through !== entry.term.through) return false
  const printed = plainName([entry.title ?? '', ...entry.parties].join(' '))
  return pack.parties.some((party) => printed.includes(plainName(party)))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()
}

async function hasManifest(folder: string): Promise<boolean> {
  return stat(join(folder, 'agreement.yaml')).then(
    () => true,
    () => false,
  )
}

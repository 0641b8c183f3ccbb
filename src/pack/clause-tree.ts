import type { Anchor } from '#book/book.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { FencedBlock, PackClause } from '#pack/pack.ts'
import type { Opening } from '#pack/read-chapter.ts'

/** A clause while its chapter is being read. */
export interface Draft {
  anchor: Anchor
  number: string | null
  heading: string | null
  gist: string[]
  doubts: string[]
  reference: string | null
  tables: string[][][]
  blocks: FencedBlock[]
  file: string
  line: number
  clauses: Draft[]
}

/** Puts the clauses of a chapter under one another by their numbers alone; the depth of a heading's `#` says nothing. */
export class ClauseTree {
  readonly #root: Draft
  readonly #opening: Opening
  readonly #problems: Problem[]
  /** The latest clause that was printed with a number. */
  readonly #latest = new Map<string, Draft>()
  readonly #anchors = new Map<string, Draft>()

  constructor(root: Draft, opening: Opening, problems: Problem[]) {
    this.#root = root
    this.#opening = opening
    this.#problems = problems
  }

  add(draft: Draft): void {
    const address = draft.anchor as string
    const where = { file: draft.file, line: draft.line, clause: address }
    const earlier = this.#anchors.get(address)
    if (earlier) {
      this.#problems.push(problem('pack/anchor-twice', `${address} stands already on line ${earlier.line}.`, `If the print has the number twice, write the second as ${address}-2; else mend one of them.`, where))
      return
    }
    if (!belongs(address, this.#opening)) {
      const chapter = `${this.#opening.kind} ${this.#opening.number}`
      this.#problems.push(problem('pack/other-chapter', `${address} is no number of ${chapter}.`, `Mend the number, or move the clause to the file of its own article.`, where))
      return
    }
    this.#anchors.set(address, draft)
    const printed = this.#printed(address)
    draft.number = isLabel(printed) ? null : printed
    const parent = prefixes(printed).map((prefix) => this.#latest.get(prefix)).find((found) => found !== undefined) ?? this.#root
    parent.clauses.push(draft)
    this.#latest.set(printed, draft)
  }

  /** A clause without words is a heading: it needs a title, or nobody can tell what it is for. */
  checkGists(): void {
    for (const draft of this.#anchors.values()) {
      if (draft.gist.length + draft.tables.length + draft.blocks.length > 0) continue
      if (draft.heading !== null && draft.clauses.length > 0) continue
      this.#problems.push(problem('pack/empty-gist', `${draft.anchor} says nothing.`, 'Write in a sentence of your own what the clause gives; only a heading with clauses under it may stand without.', { file: draft.file, line: draft.line, clause: draft.anchor }))
    }
  }

  chapter(): PackClause {
    return this.#root
  }

  #printed(address: string): string {
    const found = /^(.+)-\d+$/.exec(address)
    const base = found?.[1]
    return base !== undefined && this.#latest.has(base) ? base : address
  }
}

/** Whether an address is one of a chapter: `6.4` of article 6, `B.1` or `App. B(1)` of appendix B. */
export function belongs(address: string, opening: Opening): boolean {
  const { kind, number } = opening
  const starts = kind === 'article' ? [number] : [`App. ${number}`, number]
  return starts.some((start) => address.startsWith(start) && /^[.(-]/.test(address.slice(start.length)))
}

/** `1.Agreement`: a paragraph that the print labels with a word and does not number. */
function isLabel(printed: string): boolean {
  return /\.[A-Z][a-z]+$/.test(printed)
}

/** The addresses above, nearest first: `6.4.1` gives `6.4`, `6`; `App. A(3)(b)` gives `App. A(3)`, `App. A`. */
function prefixes(printed: string): string[] {
  const above: string[] = []
  let rest = printed
  for (;;) {
    const cut = rest.replace(/(?:\([^()]*\)|[.-][^.()-]+)$/, '')
    if (cut === rest) return above
    above.push(cut)
    rest = cut
  }
}

import type { Anchor } from '#book/book.ts'

/**
 * A pack: one agreement as a folder, each clause in our own words with room for the rules that read it.
 * Shapes and the simplest walks only; `read-pack.ts` is the door, docs/pack-format.md the description for people.
 */

export interface Pack {
  /** The folder's name: `chaffey-2010`. */
  readonly name: string
  readonly title: string
  /** A title short enough for a tab or a citation. */
  readonly short: string
  readonly parties: readonly string[]
  /** Civil dates, ISO. */
  readonly term: { readonly from: string | null; readonly through: string | null }
  /** Whose law applies: `California`, or `invented`. */
  readonly state: string | null
  readonly text: WrittenAgainst | null
  /** How the agreement writes a school year (`2010-2011`, `2018-19`) and on which day one begins; July 1 where it does not say. */
  readonly schoolYear: { readonly written: 'long' | 'short'; readonly beginsMonth: number; readonly beginsDay: number }
  /** How the print numbers its clauses and where it strays, for people. */
  readonly numbering: readonly string[]
  /** Articles and appendices that the agreement has and our copy of it lacks. */
  readonly absent: readonly AbsentChapter[]
  readonly defects: readonly Defect[]
  readonly articles: readonly PackChapter[]
  readonly appendices: readonly PackChapter[]
  /** A short hash of each clause's printed text as it stood when the pack was written, by anchor. */
  readonly fingerprints: ReadonlyMap<string, string>
}

/** The text that the pack was written against. */
export interface WrittenAgainst {
  readonly about: string
  /** The file's name; inside the pack's folder only where the text is ours to give. */
  readonly file: string | null
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string | null
}

export interface AbsentChapter {
  readonly at: string
  readonly title: string
  /** In agreement.yaml. */
  readonly line: number
}

/** Something wrong with the document itself. */
export interface Defect {
  readonly at: Anchor
  readonly also: readonly Anchor[]
  readonly says: string
  /** In agreement.yaml. */
  readonly line: number
}

export interface PackClause {
  readonly anchor: Anchor
  /** As printed: without the `-2` of a number that stands twice; null for a label that the print does not number. */
  readonly number: string | null
  readonly heading: string | null
  /** Paragraphs in our own sentences. Empty for a pure heading. */
  readonly gist: readonly string[]
  /** Where the text is unclear or at odds with itself, one sentence or two each. */
  readonly doubts: readonly string[]
  /** Why the clause needs no rule (`> Reference: ...`); null where nobody said so. */
  readonly reference: string | null
  readonly tables: readonly (readonly (readonly string[])[])[]
  /** Fenced blocks as they stand, uninterpreted: rules and whatever comes later. */
  readonly blocks: readonly FencedBlock[]
  readonly file: string
  readonly line: number
  readonly clauses: readonly PackClause[]
}

export interface PackChapter extends PackClause {
  readonly kind: 'article' | 'appendix'
  readonly number: string
  readonly heading: string
}

export interface FencedBlock {
  /** The word after the fence: `rule`. Empty where none stands. */
  readonly kind: string
  readonly text: string
  readonly file: string
  /** The line of the block's first line of text. */
  readonly line: number
}

/** Every chapter and clause in the order of the pack, with its depth (chapters 0). */
export function* walkPack(pack: Pick<Pack, 'articles' | 'appendices'>): Generator<{ clause: PackClause; depth: number; chapter: PackChapter }> {
  for (const chapter of [...pack.articles, ...pack.appendices]) yield* walkUnder(chapter, 0, chapter)
}

/** What to tell in a clause's margin: its doubts, or where it has none the defects noted at it, so that nothing is said twice. */
export function doubtsAt(pack: Pick<Pack, 'defects'>, clause: PackClause): readonly string[] {
  if (clause.doubts.length > 0) return clause.doubts
  return pack.defects.filter((defect) => defect.at === clause.anchor).map((defect) => defect.says)
}

function* walkUnder(clause: PackClause, depth: number, chapter: PackChapter): Generator<{ clause: PackClause; depth: number; chapter: PackChapter }> {
  yield { clause, depth, chapter }
  for (const child of clause.clauses) yield* walkUnder(child, depth + 1, chapter)
}

/** The order of chapters: by figure where both have one, else by letter. */
export function byNumber(a: { number: string }, b: { number: string }): number {
  const [first, second] = [Number(a.number), Number(b.number)]
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second
  // Plain code order: the letters of appendices are ASCII, and a collator takes longer to wake than a pack to read.
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0
}

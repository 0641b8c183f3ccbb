import type { Book } from '#book/book.ts'
import { findFigures, type Figure } from '#book/compare/find-figures.ts'
import { pairByWords } from '#book/compare/pair-by-words.ts'
import { buildSearch, type Search, type SearchHit } from '#book/search/build-search.ts'
import { collectEntries, headingPath, type Entry, type ShelfBook } from '#book/search/entries.ts'
import { wordsOf } from '#book/search/scan-words.ts'

/** One subject in two agreements: the clauses that govern it in each, those that answer one another side by side, and the figures each gives. */

export interface SubjectClause {
  readonly anchor: string
  /** Number and heading of those over it, the chapter's first, then its own heading. */
  readonly path: readonly string[]
  readonly line: number
  readonly text: string
  /** The figures in its text, short: `37 pupils`, `$1,000`. */
  readonly figures: readonly string[]
}

export interface SubjectSide {
  readonly name: string
  readonly title: string | null
  /** In the order of the print. Empty where the agreement says nothing of the subject. */
  readonly clauses: readonly SubjectClause[]
}

/** Two clauses that answer one another, by their places in the two lists. */
export interface SubjectPair {
  readonly a: number
  readonly b: number
  /** How alike their words are, 0 to 1; two agreements seldom reach a half. */
  readonly likeness: number
  /** Figures of one unit, side by side; a side may be empty. */
  readonly figures: readonly { readonly unit: string; readonly a: readonly string[]; readonly b: readonly string[] }[]
}

export interface SubjectComparison {
  readonly subject: string
  /** The subject with its typing errors mended, where that is what was looked for. */
  readonly corrected: string | null
  readonly a: SubjectSide
  readonly b: SubjectSide
  readonly pairs: readonly SubjectPair[]
  /** Clauses without a counterpart, by their places. */
  readonly onlyA: readonly number[]
  readonly onlyB: readonly number[]
}

/** Finds and sets side by side what two agreements say on a subject, such as "class size". */
export function compareSubject(a: Book, b: Book, subject: string): SubjectComparison {
  // One shelf for both, so that a word which only one of them uses is not taken for a typing error in the other.
  const shelf = [
    { id: 'a', title: '', book: a },
    { id: 'b', title: '', book: b },
  ]
  const search = buildSearch(shelf)
  const [left, right] = shelf.map((one) => governingClauses(search, one, subject)) as [Governing, Governing]
  const matched = pairByWords(left.clauses.map(wordsOfClause), right.clauses.map(wordsOfClause), subject)
  const pairs = matched.map((pair) => ({ ...pair, figures: figuresByUnit(left.clauses[pair.a]!.text, right.clauses[pair.b]!.text) }))
  return {
    subject,
    corrected: left.corrected ?? right.corrected,
    a: { name: a.source.name, title: a.title, clauses: left.clauses },
    b: { name: b.source.name, title: b.title, clauses: right.clauses },
    pairs,
    onlyA: left.clauses.flatMap((_, at) => (pairs.some((pair) => pair.a === at) ? [] : [at])),
    onlyB: right.clauses.flatMap((_, at) => (pairs.some((pair) => pair.b === at) ? [] : [at])),
  }
}

/** Hits that score less than this share of the best one speak of something else. */
const RELEVANT = 0.4
const MOST_HITS = 30
const MOST_CLAUSES = 60

interface Governing {
  readonly clauses: SubjectClause[]
  readonly corrected: string | null
}

function governingClauses(search: Search, shelfBook: ShelfBook, subject: string): Governing {
  const found = search.find(subject, { limit: MOST_HITS, books: [shelfBook.id] })
  const corrected = found.corrected ?? null
  // Clauses with one word of two speak of something else.
  if (found.partial === true && wordsOf(subject).length < 3) return { clauses: [], corrected }
  const { entries } = collectEntries([shelfBook])
  const places = new Map(entries.flatMap(({ anchor }, at) => (anchor === null ? [] : [[anchor, at] as const])))
  const best = found.hits.reduce((top, { score }) => Math.max(top, score < 500 ? score : 0), 0)
  const chosen = new Set<number>()
  for (const hit of found.hits) {
    const place = places.get(hit.anchor)
    if (place === undefined || hit.score < best * RELEVANT || chosen.size >= MOST_CLAUSES) continue
    for (const at of [place, ...(governsAll(hit, found.partial === true) ? under(entries, place) : [])]) if (chosen.size < MOST_CLAUSES) chosen.add(at)
  }
  const clauses = [...chosen].sort((x, y) => x - y).map((at) => describe(entries, entries[at]!))
  return { clauses: clauses.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)), corrected }
}

/** A clause whose heading or address is the subject governs it with all that stands under it. */
function governsAll(hit: SearchHit, partial: boolean): boolean {
  return !partial && (hit.field === 'number' || hit.field === 'heading' || hit.titleMarks.length > 0)
}

function under(entries: readonly Entry[], top: number): number[] {
  const found: number[] = []
  for (let at = top + 1; at < entries.length && entries[at]!.parent >= top; at += 1) found.push(at)
  return found
}

function describe(entries: readonly Entry[], entry: Entry): SubjectClause {
  const text = [entry.text, entry.table].filter((part) => part !== '').join('\n')
  return { anchor: entry.anchor ?? '', path: headingPath(entries, entry), line: entry.line, text, figures: findFigures(text).map(({ plain }) => plain) }
}

/** Its words and, as words too, the units of its figures: clauses that both count pupils are likelier to answer one another. */
function wordsOfClause({ path, text }: SubjectClause): string {
  const units = new Set(findFigures(text).map((figure) => `figureof${unitName(figure).replace(/[^a-z]/g, '')}`))
  return [path.at(-1) ?? '', text, ...units].join('\n')
}

function figuresByUnit(a: string, b: string): SubjectPair['figures'] {
  const units = new Map<string, { a: string[]; b: string[] }>()
  const add = (figure: Figure, side: 'a' | 'b'): void => {
    const unit = unitName(figure)
    const row = units.get(unit) ?? { a: [], b: [] }
    if (!row[side].includes(figure.plain)) row[side].push(figure.plain)
    units.set(unit, row)
  }
  for (const figure of findFigures(a)) add(figure, 'a')
  for (const figure of findFigures(b)) add(figure, 'b')
  return [...units].map(([unit, row]) => ({ unit, ...row }))
}

/** Pupils and students are one unit; figures without a unit go by their kind. */
function unitName({ unit, kind }: Figure): string {
  return unit === '' ? kind : unit.replace(/\bpupil\b/, 'student').replace(/^.*\b(student|day|hour|minute|class)$/, '$1')
}

import type { Article, Book, Clause } from '#book/book.ts'
import { belongs } from '#pack/clause-tree.ts'
import { joinPack, writeFingerprints } from '#pack/join-pack.ts'
import { readPack } from '#pack/read-pack.ts'

/** A pack's first files from an agreement that was read: every clause with its number and heading, and room for our own words under it. None of the printed sentences. */

export interface NewPack {
  /** By path in the pack's folder. */
  readonly files: ReadonlyMap<string, string>
  readonly clauses: number
  /** Addresses of clauses that a pack cannot hold as they are numbered; somebody has to place them. */
  readonly leftOut: readonly string[]
}

/** The files of a new pack. `name` is the folder's name: small letters, figures and dashes. */
export function newPack(book: Book, name: string): NewPack {
  const leftOut: string[] = []
  const files = new Map<string, string>([['agreement.yaml', manifest(book, name)]])
  const chapters = [...book.articles.map((chapter) => ({ chapter, kind: 'article' as const })), ...book.appendices.map((chapter) => ({ chapter, kind: 'appendix' as const }))]
  let clauses = 0
  let example: string | null = exampleBlock
  for (const { chapter, kind } of chapters) {
    const page = new ChapterPage(chapter, kind, leftOut)
    if (page.path === null || files.has(page.path)) {
      leftOut.push(chapter.anchor)
      continue
    }
    files.set(page.path, page.text(example))
    clauses += page.clauses
    if (page.clauses > 0) example = null
  }
  const read = readPack(files)
  if (read.ok) files.set('fingerprints.csv', writeFingerprints(joinPack(read.value, book)))
  return { files, clauses, leftOut }
}

function manifest(book: Book, name: string): string {
  const { from, through } = book.term
  const term = [from === null ? '' : `from: ${from}`, through === null ? '' : `through: ${through}`].filter((part) => part !== '').join(', ')
  return [
    `pack: ${name}`,
    `title: ${quoted(book.title ?? book.source.name)}`,
    `short: ${quoted(name)}                # a title short enough for a tab or a citation`,
    ...(book.parties.length > 0 ? [`parties: [${book.parties.map(quoted).join(', ')}]`] : ['# parties: [the district, the association]']),
    term === '' || (from !== null && through !== null && from > through) ? '# term: {from: 2024-07-01, through: 2027-06-30}' : `term: {${term}}`,
    '# state: California                 # whose law applies',
    'school year: {written: long, begins: 07-01}   # long: 2024-2025; short: 2024-25',
    'text:',
    `  about: ${quoted(`The file ${book.source.name}, from which this pack was begun.`)}`,
    `  sha256: ${book.source.sha256}`,
    '',
  ].join('\n')
}

function quoted(words: string): string {
  return JSON.stringify(oneLine(words))
}

/** One chapter's file. */
class ChapterPage {
  readonly path: string | null
  clauses = 0
  readonly #chapter: Article
  readonly #kind: 'article' | 'appendix'
  readonly #number: string
  readonly #leftOut: string[]
  readonly #seen = new Set<string>()

  constructor(chapter: Article, kind: 'article' | 'appendix', leftOut: string[]) {
    this.#chapter = chapter
    this.#kind = kind
    this.#number = kind === 'article' ? String(chapter.anchor) : String(chapter.anchor).replace(/^App\. /, '')
    this.#leftOut = leftOut
    const start = kind === 'article' ? this.#number.toLowerCase().padStart(2, '0') : `app-${this.#number.toLowerCase()}`
    this.path = /^[\w.-]+$/.test(start) ? `articles/${start}-${fileWords(chapter.title)}.md` : null
  }

  text(example: string | null): string {
    const word = this.#kind === 'article' ? 'Article' : 'Appendix'
    const lines = [`# ${word} ${this.#number}: ${oneLine(this.#chapter.title) || 'without a title'}`, '']
    if (this.#chapter.text !== '' || this.#chapter.clauses.length === 0) lines.push(placeholder(this.#chapter.anchor), '')
    this.#write(this.#chapter.clauses, 2, lines)
    if (example !== null && this.clauses > 0) lines.push(example, '')
    return lines.join('\n')
  }

  #write(clauses: readonly Clause[], depth: number, lines: string[]): void {
    for (const clause of clauses) {
      if (!this.#fits(clause.anchor)) this.#leftOut.push(clause.anchor)
      else {
        this.#seen.add(clause.anchor)
        this.clauses += 1
        const heading = oneLine(clause.heading ?? '')
        lines.push(`${'#'.repeat(Math.min(depth, 6))} ${clause.anchor}${heading === '' ? '' : ` ${heading}`}`, '', placeholder(clause.anchor), '')
      }
      this.#write(clause.clauses, depth + 1, lines)
    }
  }

  /** Whether a pack's heading can say the address. */
  #fits(anchor: string): boolean {
    return /^(?:App\. )?[^\s#]+$/.test(anchor) && !this.#seen.has(anchor) && belongs(anchor, { kind: this.#kind, number: this.#number, title: '' })
  }
}

function placeholder(anchor: string): string {
  return `(To write: in a sentence or two of your own, what ${anchor} gives, with every figure, date, limit and condition. Not the printed words.)`
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function fileWords(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return words.slice(0, 60).replace(/-+$/, '') || 'chapter'
}

/** Kept as it stands by the program (its kind is not `rule`), so that it counts for nothing until somebody makes it theirs. */
const exampleBlock = [
  '```rule-example',
  '# A rule stands right under the clause that it reads. Write "rule" in place of "rule-example" to make this one count.',
  'decision: answer_due                 # the name of the question, unique in the pack',
  'asks: By when must the answer be given?',
  'facts:                               # what must be known',
  '  asked_on: {type: date, ask: "On which day was it asked?"}',
  'values:                              # what is worked out',
  '  due_by:',
  '    deadline: {within: 10 calendar days, after: asked_on}',
  'gives:                               # what is answered',
  '  due_by: {type: date}',
  'examples:                            # three or more, worked out by hand from the clause',
  '  - given: {asked_on: 2024-09-01}',
  '    gives: {due_by: 2024-09-11}',
  '    because: The day of the question is not counted.',
  '```',
].join('\n')

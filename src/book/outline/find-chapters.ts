import type { Row } from '#book/outline/lay-rows.ts'
import type { ContentsEntry, Span } from '#book/book.ts'
import { bestChain } from '#book/outline/best-chain.ts'
import { cleanTitle, readTitle } from '#book/outline/read-title.ts'
import type { Reading } from '#book/outline/scan-marks.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Finds where articles and appendices begin, and their titles. */

export interface Chapter {
  readonly kind: 'article' | 'appendix'
  readonly number: string
  /** What stands before its own list's numbers: `31.0` where articles are printed so, else its number. */
  readonly stem: string
  /** The place of its number among the articles: 6 for VI. */
  readonly value: number
  readonly row: Row
  /** Of the word and number, in the whole text. */
  readonly start: number
  readonly end: number
  readonly title: string
  readonly titleSpans: readonly Span[]
  /** Where its own text begins. */
  readonly body: number
}

interface Candidate {
  readonly mark: Mark
  readonly reading: Reading
}

export function findChapters(rows: readonly Row[], marks: readonly Mark[], aside: (row: Row) => boolean, contents: readonly ContentsEntry[]): Chapter[] {
  const known = new Map(contents.filter((entry) => entry.number !== null).map((entry) => [(entry.number ?? '').replace(/\.0$/u, ''), entry.title]))
  const articles = chooseArticles(marks).map(({ mark, reading }) => chapterAt(rows, mark, reading, aside, known))
  const last = articles.at(-1)
  return [...articles, ...findAppendices(rows, last?.body ?? 0, aside)].toSorted((one, other) => one.start - other.start)
}

/** The way of numbering articles whose run through the document is the best of all ways. */
function chooseArticles(marks: readonly Mark[]): Candidate[] {
  const ways = [
    { found: candidatesOf(marks, wordArticle), least: 2, rules: { gap: 25, restart: 30, loose: true } as const },
    { found: candidatesOf(marks, pointZero), least: 4, rules: { gap: 6 } },
    { found: candidatesOf(marks, romanTitle), least: 4, rules: { gap: 3 } },
  ]
  const places = new Map(marks.map((mark, at) => [mark, at]))
  let best: { picked: Candidate[]; score: number } = { picked: [], score: 0 }
  for (const { found, least, rules } of ways) {
    const chain = bestChain(found.map((it, at) => ({ value: valueOf(it.reading), weight: it.mark.weight + bodyWeight(places, found, at), indent: 0 })), rules)
    const picked = chain.picked.map((at) => firstStand(found, at)).filter((it) => it !== undefined)
    if (chain.score > Math.max(best.score, least)) best = { picked, score: chain.score }
  }
  return best.picked
}

function candidatesOf(marks: readonly Mark[], test: (mark: Mark, reading: Reading) => boolean): Candidate[] {
  const found: Candidate[] = []
  for (const mark of marks) {
    if (mark.rank > 0 && mark.word !== 'article') continue
    for (const reading of mark.readings) if (test(mark, reading)) found.push({ mark, reading })
  }
  return found
}

/** Where a heading is printed twice in a row, the first stand. */
function firstStand(way: readonly Candidate[], at: number): Candidate | undefined {
  const here = way[at]
  const before = way[at - 1]
  const twice = here !== undefined && before !== undefined && valueOf(before.reading) === valueOf(here.reading) && here.mark.row.index - before.mark.row.index <= 3
  return twice ? before : here
}

function valueOf(reading: Reading): number {
  return reading.path[0] ?? 0
}

/** A heading with next to no text under it is an entry of some list. */
function bodyWeight(places: ReadonlyMap<Mark, number>, way: readonly Candidate[], at: number): number {
  const here = way[at]?.mark
  const next = way[at + 1]?.mark
  if (here === undefined || next === undefined) return 0.5
  const length = next.start - here.end
  const bare = length < 90 && (places.get(next) ?? 0) - (places.get(here) ?? 0) <= 1
  return bare ? (length < 50 ? -2.5 : -1.5) : 0.5
}

function wordArticle(mark: Mark, reading: Reading): boolean {
  return reading.series === 'Article' && isHeadLike(mark)
}

function pointZero(mark: Mark, reading: Reading): boolean {
  return reading.series === 'dec' && reading.path.length === 2 && reading.path[1] === 0 && isHeadLike(mark)
}

function romanTitle(mark: Mark, reading: Reading): boolean {
  const after = mark.row.plain.slice(mark.end - mark.row.start).trim()
  return (reading.series === 'I.' || reading.series === '1.') && reading.cost === 0 && /^[A-Z][A-Z ,&/'’()-]{2,80}$/u.test(after)
}

/** What stands behind the number is a title or nothing: no sentence runs on. */
function isHeadLike(mark: Mark): boolean {
  const after = mark.row.plain.slice(mark.end - mark.row.start).trim()
  if (after === '') return true
  if (mark.row.flat) return /[:.-]\s*$/u.test(mark.row.plain.slice(0, mark.end - mark.row.start)) || /^[-:.]|^[A-Z]{3}/u.test(after)
  if (after.length > 160 || /^[,;)]/u.test(after)) return false
  return /^(?:[-:.*<_]\s*)*["“(]?[A-Z0-9]/u.test(after) && !/\b(?:shall|will|provides?|applies|herein)\b/u.test(after)
}

function chapterAt(rows: readonly Row[], mark: Mark, reading: Reading, aside: (row: Row) => boolean, known: ReadonlyMap<string, string>): Chapter {
  const number = reading.series === 'dec' ? String(valueOf(reading)) : reading.printed
  const title = readTitle(rows, mark.row, mark.end, aside, known.get(number) ?? known.get(String(valueOf(reading))) ?? null)
  const stem = reading.series === 'dec' ? reading.printed : number
  return { kind: 'article', number, stem, value: valueOf(reading), row: mark.row, start: mark.start, end: mark.end, title: title.text, titleSpans: title.spans, body: title.body }
}

const appendix = /^\s*(?:#{1,6}\s*)?(?:\*\*)?\s*(APPENDIX|Appendix|EXHIBIT|Exhibit|ATTACHMENT|Attachment|ADDENDUM|Addendum|SCHEDULE|Schedule)\s+["“]?([A-Z]{1,2}(?:-?[0-9]{1,2})?|[0-9]{1,2}[A-Z]?|[IVX]{1,5})["”]?(?=$|[\s:.*,-])\s*[:.]?/u
const letter = /^\s*(?:#{1,6}\s*)?(?:\*\*)?\s*(MEMORANDUM OF (?:UNDERSTANDING|AGREEMENT)|Memorandum of (?:Understanding|Agreement)|SIDE ?LETTER(?: OF (?:AGREEMENT|UNDERSTANDING))?|Side ?[Ll]etter(?: of (?:Agreement|Understanding))?|LETTER OF (?:AGREEMENT|UNDERSTANDING)|Letter of (?:Agreement|Understanding))\s*(?:#?\s*[0-9]{1,2})?\s*(?:\*\*)?\s*[:.]?\s*$/u

/** Headed appendices, exhibits and attachments behind the last article, and the side letters bound there. */
function findAppendices(rows: readonly Row[], from: number, aside: (row: Row) => boolean): Chapter[] {
  const found: Chapter[] = []
  const numbers = new Set<string>()
  const letters = new Map<string, number>()
  for (const row of rows) {
    if (row.start < from || row.blank || aside(row)) continue
    const head = appendixHead(row) ?? letterHead(rows, row, found.at(-1), letters)
    if (head === null || numbers.has(head.number)) continue
    numbers.add(head.number)
    const end = row.start + head.end
    const title = head.titled ? { text: cleanTitle(row.text), spans: [], body: row.stop } : readTitle(rows, row, end, aside, null)
    found.push({ kind: 'appendix', number: head.number, stem: head.number, value: 0, row, start: row.start + row.plain.search(/\S/u), end, title: title.text, titleSpans: title.spans, body: title.body })
  }
  return found
}

interface Head {
  readonly number: string
  /** Where the number ends in the row. */
  readonly end: number
  /** The head is its own title. */
  readonly titled: boolean
}

function appendixHead(row: Row): Head | null {
  const match = appendix.exec(row.plain)
  if (match === null) return null
  const rest = row.plain.slice(match[0].length).trim()
  if (rest.length > 120 || /^[a-z,;)]/u.test(rest) || /\b(?:shall|will|is|are)\b/u.test(rest) || /[.;]$/u.test(rest)) return null
  const word = (match[1] ?? '').toLowerCase()
  const number = `${word === 'appendix' || word === 'schedule' ? '' : `${word.charAt(0).toUpperCase()}${word.slice(1)} `}${match[2] ?? ''}`
  return { number, end: match[0].length, titled: false }
}

/** A side letter's heading alone on its row, not the second line of another heading. */
function letterHead(rows: readonly Row[], row: Row, last: Chapter | undefined, letters: Map<string, number>): Head | null {
  const match = letter.exec(row.plain)
  const above = rows[row.index - 1]
  if (match?.[1] === undefined || (above !== undefined && !above.blank && above.page === row.page) || row.index - (last?.row.index ?? -99) < 8) return null
  const kind = /^side/iu.test(match[1]) ? 'Side letter' : /^memo/iu.test(match[1]) ? 'MOU' : 'Letter'
  const count = 1 + (letters.get(kind) ?? 0)
  letters.set(kind, count)
  return { number: `${kind} ${count}`, end: match[0].length, titled: true }
}

import type { Row } from '#book/outline/lay-rows.ts'
import type { ContentsEntry, Span } from '#book/book.ts'
import { chooseArticles, valueOf } from '#book/outline/choose-articles.ts'
import { findMissedArticles } from '#book/outline/find-missed-articles.ts'
import { findUnnumbered } from '#book/outline/find-unnumbered.ts'
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

export function findChapters(rows: readonly Row[], marks: readonly Mark[], aside: (row: Row) => boolean, contents: readonly ContentsEntry[]): Chapter[] {
  const known = new Map(contents.filter((entry) => entry.number !== null).map((entry) => [(entry.number ?? '').replace(/\.0$/u, ''), entry.title]))
  const articles = findMissedArticles(chooseArticles(marks), marks, rows, contents).map(({ mark, reading }) => chapterAt(rows, mark, reading, aside, known))
  if (articles.length === 0) articles.push(...findUnnumbered(rows, aside))
  const last = articles.at(-1)
  return [...articles, ...findAppendices(rows, last?.body ?? 0, aside, known)].toSorted((one, other) => one.start - other.start)
}

function chapterAt(rows: readonly Row[], mark: Mark, reading: Reading, aside: (row: Row) => boolean, known: ReadonlyMap<string, string>): Chapter {
  const number = reading.series === 'dec' ? String(valueOf(reading)) : reading.printed
  const title = readTitle(rows, mark.row, mark.end, aside, known.get(number) ?? known.get(String(valueOf(reading))) ?? null, valueOf(reading))
  const stem = reading.series === 'dec' ? reading.printed : number
  return { kind: 'article', number, stem, value: valueOf(reading), row: mark.row, start: mark.start, end: mark.end, title: title.text, titleSpans: title.spans, body: title.body }
}

const appendix = /^\s*(?:#{1,6}\s*)?(?:\*\*)?\s*(APPENDIX|Appendix|EXHIBIT|Exhibit|ATTACHMENT|Attachment|ADDENDUM|Addendum|SCHEDULE|Schedule)\s+["“]?([A-Z]{1,2}(?:-?[0-9]{1,2})?|[0-9]{1,2}[A-Z]?|[IVX]{1,5})["”]?(?=$|[\s:.*,-])\s*[:.]?/u
const letter = /^\s*(?:#{1,6}\s*)?(?:\*\*)?\s*(MEMORANDUM OF (?:UNDERSTANDING|AGREEMENT)|Memorandum of (?:Understanding|Agreement)|SIDE ?LETTER(?: OF (?:AGREEMENT|UNDERSTANDING))?|Side ?[Ll]etter(?: of (?:Agreement|Understanding))?|LETTER OF (?:AGREEMENT|UNDERSTANDING)|Letter of (?:Agreement|Understanding))\s*(?:#?\s*[0-9]{1,2})?\s*(?:\*\*)?\s*[:.]?\s*$/u

/** Headed appendices, exhibits and attachments behind the last article, and the side letters bound there. */
function findAppendices(rows: readonly Row[], from: number, aside: (row: Row) => boolean, known: ReadonlyMap<string, string>): Chapter[] {
  const found: Chapter[] = []
  const numbers = new Set<string>()
  const letters = new Map<string, number>()
  for (const row of rows) {
    if (row.start < from || row.blank || aside(row)) continue
    const head = appendixHead(row) ?? letterHead(rows, row, found.at(-1), letters)
    if (head === null || numbers.has(head.number)) continue
    numbers.add(head.number)
    const end = row.start + head.end
    const title = head.titled ? { text: cleanTitle(row.text), spans: [], body: row.stop } : readTitle(rows, row, end, aside, known.get(`App. ${head.number}`) ?? null)
    found.push({ kind: 'appendix', number: head.number, stem: head.number, value: 0, row, start: row.start + row.plain.search(/\S/u), end, title: title.text === '' ? (known.get(`App. ${head.number}`) ?? '') : title.text, titleSpans: title.spans, body: title.body })
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

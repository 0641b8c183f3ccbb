import type { Row } from '#book/outline/lay-rows.ts'
import { scanMarks } from '#book/outline/scan-marks.ts'

/** Finds where the last article ends: at the signatures, and at what is bound behind the agreement without a heading of its own kind (schedules, forms). */

export interface Endings {
  /** The first row of the signatures, or of the bare word Appendices; null where none are found. */
  readonly signatures: Row | null
  /** The first row of unnamed matter bound behind; null where there is none. */
  readonly annex: Row | null
}

const signature = /^\s*(?:#{1,6}\s*)?(?:\*\*)?(?:SIGNATURES?(?: PAGE)?|Signatures?(?: [Pp]age)?|SIGNATORIES|IN WITNESS (?:WHEREOF|THEREOF)\b.*|In [Ww]itness [Ww]hereof\b.*|RATIFICATION(?: AND SIGNATURES?)?)\s*[:.]?(?:\*\*)?\s*$/u

/** Announces what is bound behind and says nothing itself. */
const announcing = /^\s*(?:APPENDI(?:CES|X)|Appendi(?:ces|x)|EXHIBITS?|Exhibits|ATTACHMENTS?|Attachments|ADDENDA|Addenda|SIDE ?LETTERS|Side ?[Ll]etters|MEMORANDA(?: OF UNDERSTANDING)?|Memoranda(?: of Understanding)?)\s*:?\s*$/u
const nearby = 12

/** `from` and `until` bound the last article's own rows; `lastMark` is where its last number that counts on stands. */
export function findEndings(rows: readonly Row[], from: number, until: number, lastMark: number, aside: (row: Row) => boolean): Endings {
  let signatures: Row | null = null
  const title = rows.findLast((row) => row.start > lastMark && row.start < until && announcing.test(row.plain))
  const followed = title !== undefined && rows.filter((row) => row.start > title.start && row.start < until && !row.blank).length <= nearby
  for (const row of rows) {
    if (row.start < from || row.start >= until || row.blank) continue
    if (followed && row === title) signatures ??= row
    if (signature.test(row.plain) || /^\s*IN WITNESS WHEREOF/u.test(row.plain)) signatures ??= row
    if (row.start > lastMark && (signatures === null || row.index > signatures.index + 40) && isHeadOfPage(rows, row, aside)) return { signatures, annex: row }
  }
  return { signatures, annex: null }
}

/** A row in capitals with a gap before it that another such row, or a table, follows at once. */
function isHeadOfPage(rows: readonly Row[], row: Row, aside: (row: Row) => boolean): boolean {
  if (opensNewMatter(rows, row)) return true
  if (!isCapitals(row.plain)) return false
  const above = rows[row.index - 1]
  if (above !== undefined && !above.blank && above.page === row.page) return false
  const next = rows.slice(row.index + 1, row.index + 4).find((it) => !it.blank)
  return next !== undefined && (isCapitals(next.plain) || aside(next) || /^\s*(?:Salary|SALARY|Schedule|Basic|Effective)\b/u.test(next.plain) || next.hint?.table !== undefined)
}

/** Words in capitals at the head of a page, behind a page that ended early. */
function opensNewMatter(rows: readonly Row[], row: Row): boolean {
  const above = rows.slice(Math.max(0, row.index - 6), row.index)
  const early = above.filter((it) => it.blank || it.page !== row.page).length >= 4 && above.filter((it) => it.blank).length >= 3
  return early && above.some((it) => it.page !== row.page) && /^\s*(?:[A-Z]{2,}[ ,&/-]+){3}/u.test(row.plain) && scanMarks(row.plain).length === 0
}

function isCapitals(plain: string): boolean {
  const trimmed = plain.trim()
  return trimmed.length >= 8 && trimmed.length < 90 && /[A-Z]{4}/u.test(trimmed) && !/[a-z]{2}/u.test(trimmed) && scanMarks(plain).length === 0 && !/[.;:,]$/u.test(trimmed)
}

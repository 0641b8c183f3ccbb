import type { Row } from '#book/outline/lay-rows.ts'
import { readParties } from '#book/outline/read-parties.ts'
import { readTerm, type Term } from '#book/outline/read-term.ts'
import { cleanTitle } from '#book/outline/read-title.ts'

/** Reads the cover: the agreement's title, its parties and its term. */

export interface Cover {
  readonly title: string | null
  readonly parties: readonly string[]
  readonly term: Term
  /** The rows that the title stands on. */
  readonly rows: readonly Row[]
}

const kind = /\b(?:agreements?|contract|memorandum of understanding|compact)\b/iu
const leadIn = /\b(?:collective|bargaining|negotiat\w+|professional|master|joint|labor)\s*$/iu
const coverRows = 120

/** `until` is where the first article starts; `aside` names furniture, contents and tables. */
export function readCover(rows: readonly Row[], until: number, aside: (row: Row) => boolean): Cover {
  const front: Row[] = []
  const begin = rows.findLast((row) => row.start < until && /^\s*(?:transcription|full text)\s*:\s*$/iu.test(row.plain))?.stop ?? 0
  for (const row of rows) {
    if (row.start < begin) continue
    if (row.start >= until || front.length >= coverRows) break
    if (!row.blank && !aside(row) && !row.text.startsWith('# Source:')) front.push(row)
  }
  const at = front.findIndex((row) => kind.test(row.plain) && row.plain.trim().length < 160)
  const long = at < 0 ? front.find((row) => /^\s*[A-Z].{0,80}\b(?:Agreement|Contract)\s+between\b/u.test(row.plain)) : undefined
  const last = front[at] ?? long
  const above = at > 0 && titleOf(last?.text ?? '')?.includes(' ') === false ? front[at - 1] : undefined
  const titleRows = [above !== undefined && leadIn.test(above.plain) ? above : undefined, last].filter((row) => row !== undefined)
  const parties = readParties(front)
  return { title: between(titleOf(titleRows.map((row) => row.text.trim()).join(' ')), parties), parties, term: readTerm(rows, front), rows: titleRows }
}

const bare = /^(?:the )?(?:(?:collective|bargaining|negotiated|professional|master|joint|labor|comprehensive|certificated|classified|employment) ?)*(?:agreement|contract)$/iu

/** A title that fits every agreement says between whom this one is. */
function between(title: string | null, parties: readonly string[]): string | null {
  if (title === null || parties.length !== 2 || !bare.test(title)) return title
  return `${inSmallLetters(title)} between ${parties.join(' and ')}`
}

function inSmallLetters(title: string): string {
  return /[a-z]/u.test(title) ? title : title.toLowerCase().replace(/\b[a-z]/gu, (letter) => letter.toUpperCase())
}

/** Without the words that lead over to the parties. */
function titleOf(text: string): string | null {
  const words = cleanTitle(text).replace(/\s+\b(?:by\s+and\s+between|between|with|for)\b.*$/iu, '')
  return words.length < 5 ? null : words
}

import type { Row } from '#book/outline/lay-rows.ts'
import { cleanTitle } from '#book/outline/read-title.ts'

/** Reads who agrees with whom from the cover: what stands between `between` and `and`, else the names of an employer and a union. */

const employer = /\b(?:school district|unified|district|board of (?:education|trustees|directors)|public schools|county schools|department of education|schools|academy|college)\b/iu
const union = /\b(?:association|federation|teachers|union|local|educators|council|chapter|AFT|NEA|CTA|AFSCME|SEIU)\b/iu
const link = /^\s*(?:[-–]\s*)?(?:by\s+and\s+)?between(?:\s+and\s+for)?(?:\s+the)?\s*$/iu
const joint = /^\s*(?:-\s*)?and(?:\s+the)?\s*$/iu

export function readParties(front: readonly Row[]): string[] {
  return fromLines(front) ?? fromSentence(front) ?? fromOneRow(front) ?? fromNames(front)
}

/** The classic cover: BETWEEN, a name, AND, a name, each on rows of its own. */
function fromLines(front: readonly Row[]): string[] | null {
  const from = front.findIndex((row) => link.test(row.plain) || /\bbetween(?:\s+and\s+for)?(?:\s+the)?\s*$/iu.test(row.plain))
  const middle = front.findIndex((row, at) => at > from && at - from < 12 && joint.test(row.plain))
  if (from < 0 || middle < 0) return null
  const first = nameOf(front.slice(from + 1, middle))
  const second = nameOf(front.slice(middle + 1, middle + 4))
  return first === '' || second === '' ? null : [first, second]
}

/** The rows of one name: until a row that is something else (a date, a place, a picture's letters). */
function nameOf(rows: readonly Row[]): string {
  const parts: string[] = []
  for (const row of rows) {
    const plain = row.plain.trim()
    if (/(?:19|20)[0-9]{2}|^(?:for|effective|july|january|june)\b|^FOR$/iu.test(plain)) break
    if (plain.length >= 3 && (employer.test(plain) || union.test(plain) || parts.length === 0)) parts.push(cleanTitle(row.text).replace(/^the\s+/iu, ''))
  }
  return parts.reduce((name, part) => (/(?:\b(?:of|the|and|for)|^)$/iu.test(name) || /^(?:of|and|for)\b|^\(/iu.test(part) ? `${name} ${part}` : `${name}, ${part}`), '').trim()
}

function fromSentence(front: readonly Row[]): string[] | null {
  const text = front.map((row) => row.text.trim()).join(' ').replace(/\s+/gu, ' ')
  const match = /\b(?:between|with)\s+(?:the\s+)?([A-Z][^.;]{4,110}?),?\s+and\s+(?:the\s+)?([A-Z][^.;()]{4,110}?)(?=\s+(?:for|effective|hereby|hereinafter|dated|covering|from)\b|\s*[.;(]|\s+[0-9]|$)/iu.exec(text)
  const [, first, second] = match ?? []
  if (first === undefined || second === undefined || !(employer.test(`${first} ${second}`) && union.test(`${first} ${second}`))) return null
  return [first, second].map((name) => cleanTitle(name.replace(/\s*\(.*$/u, '')))
}

/** `X School District and X Teachers Association` on a row of its own. */
function fromOneRow(front: readonly Row[]): string[] | null {
  for (const row of front) {
    const match = /^\s*(?:between\s+)?(?:the\s+)?([A-Z][^.;:,]{5,80}?)\s+(?:and|&)\s+(?:the\s+)?([A-Z][^.;:]{5,80}?)\s*$/iu.exec(row.text)
    const [, first, second] = match ?? []
    if (first === undefined || second === undefined || row.plain.trim().length > 160) continue
    if ((employer.test(first) && union.test(second)) || (union.test(first) && employer.test(second))) return [first, second].map(cleanTitle)
  }
  return null
}

/** An office, not a name. */
const office = /^\s*(?:superintendent(?: of (?:public )?schools)?|board of (?:education|trustees|directors)|president|governing board)\s*$/iu

function fromNames(front: readonly Row[]): string[] {
  const short = front.filter((row) => row.plain.trim().length < 90 && !office.test(row.plain))
  const found = [short.find((row) => /\b(?:district|schools)\b/iu.test(row.plain)) ?? short.find((row) => employer.test(row.plain)), short.find((row) => union.test(row.plain) && !employer.test(row.plain))]
  return found.flatMap((row) => (row === undefined ? [] : [cleanTitle(row.text)]))
}

import type { Row } from '#book/outline/lay-rows.ts'

/** Reads from when and until when the agreement is in force: from the cover, else from the clause that says so. */

/** Civil dates, ISO. */
export interface Term {
  readonly from: string | null
  readonly through: string | null
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const monthName = `(?:${months.map((month) => `${month.charAt(0).toUpperCase()}${month.slice(1)}|${month.toUpperCase()}`).join('|')})`
const day = `(${monthName}) +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})`
const range = new RegExp(`${day}[,\\s]*(?:through|thru|to|until|and ending(?: on)?|-|–|—)\\s+(?:and including\\s+|midnight,?\\s+)?(?:${day})`, 'gu')
const inForce = new RegExp(`(?:effective|in effect|in force|commenc\\w+|from)[^.;]{0,60}?${day}[^.;]{0,90}?(?:through|until|to|expires?(?: on)?|ending(?: on)?)\\s+(?:and including\\s+|midnight,?\\s+(?:of|on)?\\s*)?${day}`, 'gu')
const lastDay = new RegExp(`(?:in (?:full )?(?:force|effect)|remain|expire)[^.;]{0,80}?(?:through|until|on)\\s+(?:midnight,?\\s+(?:of|on)?\\s*)?${day}`, 'u')

export function readTerm(rows: readonly Row[], front: readonly Row[]): Term {
  const cover = textOf(front)
  return latest(cover, range) ?? latest(cover, inForce) ?? fromBody(rows) ?? { from: null, through: null }
}

function fromBody(rows: readonly Row[]): Term | null {
  const body = textOf(rows.filter((row) => !row.blank))
  const found = first(body, inForce) ?? first(body, range)
  if (found !== null) return found
  const last = lastDay.exec(body)
  return last === null ? null : { from: null, through: isoDay(last[1], last[2], last[3]) }
}

function textOf(rows: readonly Row[]): string {
  return rows.map((row) => row.text).join(' ').replace(/\s+/gu, ' ')
}

function first(text: string, pattern: RegExp): Term | null {
  for (const match of text.matchAll(pattern)) {
    const term = termOf(match)
    if (term !== null) return term
  }
  return null
}

/** Where a cover names several terms, the one that runs longest is in force. */
function latest(text: string, pattern: RegExp): Term | null {
  let best: Term | null = null
  for (const match of text.matchAll(pattern)) {
    const term = termOf(match)
    if (term !== null && (best === null || (term.through ?? '') > (best.through ?? ''))) best = term
  }
  return best
}

/** A term runs forward and for eight months at least: other pairs of dates are windows inside a year. */
function termOf(match: RegExpExecArray): Term | null {
  const from = isoDay(match[1], match[2], match[3])
  const through = isoDay(match[4], match[5], match[6])
  if (from === null || through === null || monthsBetween(from, through) < 8) return null
  return { from, through }
}

function monthsBetween(from: string, through: string): number {
  return (Number(through.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(through.slice(5, 7)) - Number(from.slice(5, 7))
}

/** Null where there is no such day. */
function isoDay(month = '', date = '', year = ''): string | null {
  const at = months.indexOf(month.toLowerCase()) + 1
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const last = at === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(at) ? 30 : 31
  if (at === 0 || Number(date) < 1 || Number(date) > last) return null
  return `${year}-${String(at).padStart(2, '0')}-${date.padStart(2, '0')}`
}

import type { Span } from '#book/book.ts'

/** Parts a clause's heading from its text: a short title on the number's own row, ended by a period, colon, stroke or tab, or alone on the row. */

const verbs = /\b(?:shall|will|may|must|is|are|was|were|has|have|agrees?|can|should|does|do|means?|be|been|holds?|gives?|takes?|makes?|runs?|ends?)\b/u
const marked = /^\s*(<([biu])>|\*\*)([^<*]{2,90})(<\/\2>|\*\*)\s*([.:\-–—]*)/u
const small = /^(?:and|or|of|the|a|an|in|on|for|to|with|by|from|at|as|per|not|but|vs\.?|-|–|&|\/)$/iu

const leaders = /\.{4,}|…{2,}|(?:\. ){4,}/u

/** `row` is the text behind the number; `alone` that the paragraph ends with this row. Places count in `row`; null where it has no heading. */
export function splitHeading(row: string, alone: boolean): Span | null {
  const from = row.search(/[^\s.:)\-–—]/u)
  if (from < 0) return null
  const rest = row.slice(from)
  const bold = marked.exec(rest)
  if (bold !== null && (bold[5] !== '' || /^[\s]*$/u.test(rest.slice(bold[0].length)) || /[.:]\s*$/u.test(bold[3] ?? ''))) return { start: from, end: from + bold[0].trimEnd().length }
  const stop = headingEnd(rest)
  if (stop !== null) return { start: from, end: from + stop }
  const whole = rest.trimEnd()
  return alone && isHeading(whole.replace(/[.:]$/u, ''), 90, /[.:]$/u.test(whole) ? 0 : 4) ? { start: from, end: from + whole.length } : null
}

/** `Level One: Principal`, where it is all that a row says over the clauses that it heads; null where it says more. */
export function wholeHeading(row: string): Span | null {
  const match = /^[\s.:)\-–—]*([A-Z][^.:;]{1,50}:\s+[A-Z][^.:;]{1,50}?)\s*$/u.exec(row)
  const words = match?.[1]
  if (words === undefined || !words.split(':').every((part) => isHeading(part.trim(), 50, 1))) return null
  const start = row.indexOf(words)
  return { start, end: start + words.length }
}

function headingEnd(rest: string): number | null {
  const match = /^([^.:;\t]{2,80}?)(?:[.:](?=\s)|\s[-–—]+(?=\s)|\t|\s*[–—]\s?(?=[A-Z]))/u.exec(rest)
  if (match === null || match[1] === undefined) return null
  const after = rest.slice(match[0].length).trim()
  if (after === '' || !/^["“(*<]*[A-Za-z0-9$]/u.test(after)) return null
  if (/^[a-z]/u.test(after) && !match[0].endsWith(':')) return null
  return isHeading(match[1], 70, 3) ? match[0].length : null
}

/** Up to `plainWords` words may be written small, as in `Use of buildings`; a longer one must look like a title. */
function isHeading(text: string, limit: number, plainWords: number): boolean {
  const words = text.trim().split(/\s+/u)
  if (text.length > limit || leaders.test(text) || words.length > 11 || !/^["“'‘(]*[A-Z0-9]/u.test(text.trim()) || verbs.test(text) || /[;,]$/u.test(text.trim())) return false
  const great = words.filter((word) => !small.test(word))
  const titled = great.filter((word) => /^["“'‘(]*[A-Z]/u.test(word)).length
  return words.length <= plainWords || (words.length > 1 && titled >= great.length * (plainWords === 0 ? 0.8 : 0.6)) || (words.length === 1 && plainWords > 0) || (words.length === 1 && /^[A-Z][a-z]+$/u.test(text.trim()))
}

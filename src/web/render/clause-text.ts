import type { Reference } from '#book/book.ts'
import type { ReadingBook } from '#web/library/reading-book.ts'
import { escapeHtml } from '#web/render/escape-html.ts'
import { readPath } from '#web/render/read-path.ts'

/** One clause's words as paragraphs, with its references, statutes and defined terms as links. */

interface Mark {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly close: string
}

/** Paragraphs of HTML. Every character of the text is escaped; the marks are ours. */
export function clauseTextHtml(reading: ReadingBook, anchor: string, text: string): string {
  const marks = marksOf(reading, anchor)
  let html = ''
  let start = 0
  for (const paragraph of text.split(/(\n\s*\n)/)) {
    const end = start + paragraph.length
    if (paragraph.trim() !== '') html += `<p>${markedHtml(text, start, end, marks)}</p>`
    start = end
  }
  return html
}

function markedHtml(text: string, start: number, end: number, marks: readonly Mark[]): string {
  let html = ''
  let at = start
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    html += escapeHtml(text.slice(at, mark.start)) + mark.open + escapeHtml(text.slice(mark.start, mark.end)) + mark.close
    at = mark.end
  }
  return html + escapeHtml(text.slice(at, end))
}

/** In order, none overlapping: references before terms, and each term only where a clause first uses it. */
function marksOf(reading: ReadingBook, anchor: string): Mark[] {
  const references = (reading.references.get(anchor) ?? []).map((it) => referenceMark(reading, it))
  const seen = new Set<string>()
  const terms = (reading.terms.get(anchor) ?? [])
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((it) => !overlaps(it, references))
    .filter((it) => !seen.has(it.to + it.term) && seen.add(it.to + it.term))
    .map((it) => ({
      start: it.start,
      end: it.end,
      open: `<a class="term" href="${escapeHtml(readPath(reading.id, it.to))}" data-to="${escapeHtml(it.to)}" data-term="${escapeHtml(it.term)}">`,
      close: '</a>',
    }))
  return [...references, ...terms].sort((a, b) => a.start - b.start || b.end - a.end)
}

function overlaps(it: { start: number; end: number }, marks: readonly Mark[]): boolean {
  return marks.some((mark) => it.start < mark.end && mark.start < it.end)
}

function referenceMark(reading: ReadingBook, it: Reference): Mark {
  const { start, end } = it.at
  const target = it.to ?? it.suggests ?? null
  if (it.kind === 'statute') return { start, end, open: `<span class="law" data-law="${escapeHtml(it.to ?? '')}">`, close: '</span>' }
  if (it.status === 'missing' || target === null || !reading.clauses.has(target)) {
    return { start, end, open: it.kind === 'outside' ? '<span class="outside">' : `<span class="nowhere" title="${escapeHtml(it.why ?? 'Nothing in this agreement has that number.')}">`, close: '</span>' }
  }
  const doubtful = it.status === 'suspect' ? ' doubtful' : ''
  return { start, end, open: `<a class="ref${doubtful}" href="${escapeHtml(readPath(reading.id, target))}" data-to="${escapeHtml(target)}">`, close: '</a>' }
}

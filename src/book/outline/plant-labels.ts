import { anchor } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'
import type { Row } from '#book/outline/lay-rows.ts'

/** Plants the labelled paragraphs (`Recognition: …`) of a chapter whose clauses bear no numbers at all. */

const labels = /(?:^\s*(?:\*\*|<[bi]>)?|[.;]["”]?\s+)([A-Z][A-Za-z]+(?:[ /&-][A-Za-z]+){0,4}):(?:\*\*|<\/[bi]>)?(?=\s+["“(]?[A-Z])/gu

/** `from` and `until` bound the chapter's own text. Two labels at least: one alone is a sentence's lead. */
export function plantLabels(chapter: Draft, rows: readonly Row[], from: number, until: number, aside: (row: Row) => boolean): void {
  const found: Draft[] = []
  for (let at = chapter.row.index; at < rows.length; at += 1) {
    const row = rows[at]
    if (row === undefined || row.start >= until) break
    if (row.blank || aside(row) || row.stop <= from) continue
    const begin = Math.max(from - row.start, 0)
    for (const match of row.plain.slice(begin).matchAll(labels)) {
      const label = match[1] ?? ''
      const start = row.start + begin + match.index + match[0].indexOf(label)
      if (match.index > 0 && !row.flat) continue
      found.push(labelled(row, label, start))
    }
  }
  if (found.length >= 2) chapter.children.push(...found)
}

function labelled(row: Row, label: string, start: number): Draft {
  const end = start + label.length + 1
  return { kind: 'clause', number: null, label, row, start, end: start, heading: { start, end }, title: '', titleSpans: [], children: [], anchor: anchor('') }
}

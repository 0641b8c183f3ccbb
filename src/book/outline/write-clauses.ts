import type { Anchor, Appendix, Article, Clause, Piece } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { cleanTitle } from '#book/outline/read-title.ts'
import { reflow, type TextLine } from '#book/outline/reflow.ts'

/** Turns drafts into clauses with their words, taken from the pieces that are theirs. `paragraphs`: each row is a paragraph of its own. */
export function writeClauses(chapters: readonly Draft[], pieces: readonly Piece[], rows: readonly Row[], text: string, paragraphs: boolean): { articles: Article[]; appendices: Appendix[] } {
  const lines = linesByAnchor(pieces, rows, text, paragraphs)
  const articles: Article[] = []
  const appendices: Appendix[] = []
  for (const draft of chapters) {
    const chapter = { ...writeClause(draft, lines, text), number: draft.number ?? '', title: draft.title }
    if (draft.kind === 'article') articles.push(chapter)
    else appendices.push(chapter)
  }
  return { articles, appendices }
}

function writeClause(draft: Draft, lines: ReadonlyMap<Anchor, TextLine[]>, text: string): Clause {
  const heading = draft.heading === null ? null : cleanTitle(text.slice(draft.heading.start, draft.heading.end))
  return {
    number: draft.number,
    anchor: draft.anchor,
    heading: heading === '' ? null : heading,
    line: draft.row.line,
    text: reflow(lines.get(draft.anchor) ?? []).replace(/^[.:)\-–—\s]+(?=\S)/u, ''),
    clauses: draft.children.map((child) => writeClause(child, lines, text)),
  }
}

/** Each clause's text, row by row, with what stood between the rows. */
function linesByAnchor(pieces: readonly Piece[], rows: readonly Row[], text: string, paragraphs: boolean): Map<Anchor, TextLine[]> {
  const lines = new Map<Anchor, TextLine[]>()
  const pageOf = new Map<Anchor, number>()
  let row = 0
  let gap = false
  let turned = false
  for (const piece of pieces) {
    while (row < rows.length - 1 && (rows[row]?.stop ?? 0) <= piece.start) row += 1
    if (piece.role !== 'text' || piece.anchor === null) {
      turned = turned || piece.role === 'furniture'
      continue
    }
    const list = lines.get(piece.anchor) ?? []
    lines.set(piece.anchor, list)
    for (; row < rows.length; row += 1) {
      const here = rows[row]
      if (here === undefined || here.start >= piece.end) break
      const words = text.slice(Math.max(here.start, piece.start), Math.min(here.end, piece.end))
      if (words.trim() === '') gap = gap || words.length === here.text.length
      else {
        const before = pageOf.get(piece.anchor)
        list.push({ text: words, gap: gap || paragraphs, pageTurn: turned || (before !== undefined && before !== here.page) })
        pageOf.set(piece.anchor, here.page)
        gap = false
        turned = false
      }
      if (here.stop > piece.end) break
    }
  }
  return lines
}

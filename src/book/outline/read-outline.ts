import type { Outline } from '#book/book.ts'
import { wholeText, type TextDocument } from '#text/document.ts'

/** The outline of a document: articles, clauses, tables, and where every character went. Never refuses. */
export function readOutline(document: TextDocument): Outline {
  const text = wholeText(document)
  return {
    source: { name: document.name, kind: document.kind, sha256: document.sha256, lines: document.lines.length },
    title: null,
    parties: [],
    term: { from: null, through: null },
    articles: [],
    appendices: [],
    tables: [],
    contents: [],
    unplaced: document.lines.filter((line) => line.text.trim() !== '').map((line) => ({ line: line.number, text: line.text })),
    text,
    pieces: text === '' ? [] : [{ start: 0, end: text.length, role: 'unplaced', anchor: null }],
  }
}

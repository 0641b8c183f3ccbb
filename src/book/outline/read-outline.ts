import type { Outline, PieceRole } from '#book/book.ts'
import { wholeText, type TextDocument } from '#text/document.ts'
import { findContents } from '#book/outline/find-contents.ts'
import { findFurniture } from '#book/outline/find-furniture.ts'
import { findTables } from '#book/outline/find-tables.ts'
import { layRows, type Row } from '#book/outline/lay-rows.ts'
import { paintPieces } from '#book/outline/paint-pieces.ts'
import { plantChapters } from '#book/outline/plant-chapters.ts'
import { readCover } from '#book/outline/read-cover.ts'
import { writeClauses } from '#book/outline/write-clauses.ts'
import { writeTables } from '#book/outline/write-tables.ts'

/**
 * The outline of a document: articles, clauses, tables, and where every character went. Never refuses.
 * What is no agreement text is set aside first (furniture, tables, contents), then chapters and clauses are found in the rest, then the words are written.
 */
export function readOutline(document: TextDocument): Outline {
  const text = wholeText(document)
  const { rows, indexes: furniture } = findFurniture(layRows(document))
  const tables = findTables(rows, furniture)
  const contents = findContents(rows, furniture, tables)
  const paragraphs = document.kind === 'docx' || document.kind === 'html'
  const roles = new Map<number, PieceRole>()
  for (const table of tables) for (const row of table.rows) roles.set(row.index, 'table')
  for (const index of contents.rows) roles.set(index, 'contents')
  for (const index of furniture) roles.set(index, 'furniture')
  const { chapters, drafts, unplaced, repeated } = plantChapters(rows, (row) => roles.has(row.index), contents.entries, paragraphs)
  for (const row of repeated) roles.set(row.index, 'furniture')
  // A name that pages repeat at their head is on the first page no running head.
  const cover = readCover(rows, drafts[0]?.start ?? text.length, (row) => roles.has(row.index) && !(roles.get(row.index) === 'furniture' && row.page === 1 && row.hint?.furniture !== true && /[A-Za-z]{4}/u.test(row.plain)))
  for (const row of cover.rows) roles.set(row.index, 'title')
  for (const row of unplaced) if (!roles.has(row.index)) roles.set(row.index, 'unplaced')
  const pieces = paintPieces({ rows, drafts, roleOf: (row) => roles.get(row.index) ?? null })
  const firstStart = drafts[0]?.start ?? text.length
  return {
    source: { name: document.name, kind: document.kind, sha256: document.sha256, lines: document.lines.length },
    title: cover.title,
    parties: cover.parties,
    term: cover.term,
    ...writeClauses(chapters, pieces, rows, text, paragraphs),
    tables: writeTables(tables, drafts, (row) => roles.get(row.index) === 'table'),
    contents: contents.entries.filter((entry) => entry.line < (drafts[0]?.row.line ?? Number.POSITIVE_INFINITY)),
    unplaced: rows.filter((row) => isUnplaced(row, roles.get(row.index) ?? null, firstStart)).map((row) => ({ line: row.line, text: row.text })),
    text,
    pieces,
  }
}

function isUnplaced(row: Row, role: PieceRole | null, firstStart: number): boolean {
  return !row.blank && (role === 'unplaced' || (role === null && row.stop <= firstStart))
}

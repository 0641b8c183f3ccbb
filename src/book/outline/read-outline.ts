import type { Outline } from '#book/book.ts'
import { wholeText, type TextDocument } from '#text/document.ts'
import type { Draft } from '#book/outline/draft.ts'
import { findChapters, type Chapter } from '#book/outline/find-chapters.ts'
import { findContents } from '#book/outline/find-contents.ts'
import { findFurniture } from '#book/outline/find-furniture.ts'
import { findMarks } from '#book/outline/find-marks.ts'
import { layRows, type Row } from '#book/outline/lay-rows.ts'
import { nameAnchors } from '#book/outline/name-anchors.ts'
import { paintPieces } from '#book/outline/paint-pieces.ts'
import { plantClauses } from '#book/outline/plant-clauses.ts'
import { splitHeading } from '#book/outline/split-heading.ts'
import { writeClauses } from '#book/outline/write-clauses.ts'
import { anchor } from '#book/book.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** The outline of a document: articles, clauses, tables, and where every character went. Never refuses. */
export function readOutline(document: TextDocument): Outline {
  const text = wholeText(document)
  const rows = layRows(document)
  const furniture = findFurniture(rows)
  const contents = findContents(rows, furniture)
  const aside = (row: Row): boolean => furniture.has(row.index) || contents.rows.has(row.index)
  const marks = findMarks(rows, aside)
  const chapters = findChapters(rows, marks, aside)
  const decimals = countDecimals(chapters, marks)
  const planted = chapters.map((chapter, at) => plantChapter(chapter, marksBetween(marks, chapter.body, chapters[at + 1]?.start ?? Number.POSITIVE_INFINITY), decimals))
  nameAnchors(planted.map((draft) => ({ draft, decimals })))
  const drafts = planted.flatMap(flatten).toSorted((one, other) => one.start - other.start)
  setHeadings(drafts, rows)
  const pieces = paintPieces({ rows, drafts, roleOf: (row) => (furniture.has(row.index) ? 'furniture' : contents.rows.has(row.index) ? 'contents' : null) })
  const written = writeClauses(planted, pieces, rows, text)
  const body = drafts[0]?.start ?? Number.POSITIVE_INFINITY
  return {
    source: { name: document.name, kind: document.kind, sha256: document.sha256, lines: document.lines.length },
    title: null,
    parties: [],
    term: { from: null, through: null },
    ...written,
    tables: [],
    contents: contents.entries,
    unplaced: rows.filter((row) => row.start < body && !row.blank && !aside(row)).map((row) => ({ line: row.line, text: row.text })),
    text,
    pieces,
  }
}

function plantChapter(chapter: Chapter, marks: readonly Mark[], decimals: 'global' | 'local'): Draft {
  const { kind, number, row, start, end, title, titleSpans, value } = chapter
  const draft: Draft = { kind, number, row, start, end, heading: null, title, titleSpans, children: [], anchor: anchor('') }
  plantClauses(draft, value, marks, { decimals, hyphens: false })
  return draft
}

function marksBetween(marks: readonly Mark[], from: number, until: number): Mark[] {
  return marks.filter((mark) => mark.start >= from && mark.start < until)
}

/** Whether decimals carry the article's number (`6.4` in Article 6) in most places. */
function countDecimals(chapters: readonly Chapter[], marks: readonly Mark[]): 'global' | 'local' {
  let own = 0
  let other = 0
  chapters.forEach((chapter, at) => {
    if (chapter.kind !== 'article') return
    for (const mark of marksBetween(marks, chapter.body, chapters[at + 1]?.start ?? Number.POSITIVE_INFINITY)) {
      const reading = mark.readings[0]
      if (reading === undefined || reading.series !== 'dec' || reading.cost > 0 || mark.weight < 0.5) continue
      if (reading.path[0] === chapter.value) own += 1
      else other += 1
    }
  })
  return other >= 8 && other > own ? 'local' : 'global'
}

function flatten(draft: Draft): Draft[] {
  return [draft, ...draft.children.flatMap(flatten)]
}

function setHeadings(drafts: readonly Draft[], rows: readonly Row[]): void {
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'clause') return
    const from = draft.end - draft.row.start
    const until = Math.min(draft.row.end, drafts[at + 1]?.start ?? draft.row.end) - draft.row.start
    const next = rows[draft.row.index + 1]
    const alone = next === undefined || next.blank || (drafts[at + 1]?.start ?? Number.POSITIVE_INFINITY) < next.stop || /^\s*["“]?[A-Z]/u.test(next.plain)
    const span = splitHeading(draft.row.text.slice(from, until), alone)
    draft.heading = span === null ? null : { start: draft.end + span.start, end: draft.end + span.end }
  })
}

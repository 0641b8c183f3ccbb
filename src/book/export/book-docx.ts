import {
  Bookmark, Document, HeadingLevel, InternalHyperlink, LeaderType, Packer, Paragraph, Table as WordTable, TableCell, TableOfContents, TableRow, TextRun, WidthType,
  type ParagraphChild,
} from 'docx'
import type { Book, Clause, Table } from '#book/book.ts'
import { wordIds, type ClauseIds } from '#book/export/clause-ids.ts'
import type { Paragraph as ClauseParagraph, Run } from '#book/export/clause-paragraphs.ts'
import { docxStyles } from '#book/export/docx-styles.ts'
import { frontLines } from '#book/export/front-lines.ts'
import { hasHead, markBook, squareRows, type MarkedBook } from '#book/export/mark-book.ts'
import { numberLabels, type NumberLabels } from '#book/export/number-labels.ts'
import { allowed } from '#book/export/xml-text.ts'

/** The book as a Word file: headings for the navigation pane, numbers as they are printed (never Word's own counting), a bookmark for every clause, links that jump. */

interface Writing {
  readonly ids: ClauseIds
  readonly labels: NumberLabels
  readonly marked: MarkedBook
}

type Block = Paragraph | WordTable | TableOfContents

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const

export async function bookDocx(book: Book): Promise<Uint8Array> {
  const writing: Writing = { ids: wordIds(book), labels: numberLabels(book), marked: markBook(book) }
  const title = allowed(book.title ?? book.source.name)
  const children = [
    ...frontBlocks(book, title),
    ...[...book.articles, ...book.appendices].flatMap((chapter) => clauseBlocks(chapter, 0, 0, writing)),
    ...writing.marked.looseTables.flatMap(tableBlocks),
  ]
  const document = new Document({ title, creator: 'Steward', lastModifiedBy: 'Steward', styles: docxStyles, sections: [{ children }] })
  return Packer.pack(document, 'uint8array')
}

function frontBlocks(book: Book, title: string): Block[] {
  const blocks: Block[] = [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] })]
  for (const line of frontLines(book)) blocks.push(new Paragraph({ children: words(line) }))
  if (book.articles.length + book.appendices.length > 0) blocks.push(new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1', tabLeader: LeaderType.DOT, beginDirty: false }))
  return blocks
}

/** `depth` indents, `level` is that of the headings above: a heading never skips one. */
function clauseBlocks(clause: Clause, depth: number, level: number, writing: Writing): Block[] {
  const heading = 'title' in clause && typeof clause.title === 'string' ? clause.title : clause.heading
  const label = writing.labels(clause)
  const headed = depth === 0 || (heading !== null && heading !== '')
  const own = headed ? headedBlocks(clause, [label, heading], level, depth, writing) : plainBlocks(clause, label, depth, writing)
  const under = clause.clauses.flatMap((child) => clauseBlocks(child, depth + 1, headed ? level + 1 : level, writing))
  return [...own, ...writing.marked.tables(clause).flatMap(tableBlocks), ...under]
}

function headedBlocks(clause: Clause, parts: readonly (string | null)[], level: number, depth: number, writing: Writing): Block[] {
  const text = parts.filter((part) => part !== null && part !== '').join(' ')
  const head = new Paragraph({
    heading: levels[Math.min(level, 5)] ?? HeadingLevel.HEADING_6,
    children: [new Bookmark({ id: writing.ids.of(clause), children: words(text) })],
  })
  return [head, ...writing.marked.paragraphs(clause).map((paragraph) => bodyParagraph(runs(paragraph, writing), depth - 1))]
}

function plainBlocks(clause: Clause, label: string | null, depth: number, writing: Writing): Block[] {
  const [first = [], ...rest] = writing.marked.paragraphs(clause)
  const number = new Bookmark({ id: writing.ids.of(clause), children: label === null ? [] : [new TextRun({ text: allowed(label), bold: true })] })
  const gap = label === null || first.length === 0 ? [] : words(' ')
  return [bodyParagraph([number, ...gap, ...runs(first, writing)], depth - 1), ...rest.map((paragraph) => bodyParagraph(runs(paragraph, writing), depth - 1))]
}

function bodyParagraph(children: readonly ParagraphChild[], indents: number): Paragraph {
  return new Paragraph({ children, indent: { left: Math.max(0, Math.min(indents, 6)) * 360 } })
}

function runs(paragraph: ClauseParagraph, writing: Writing): ParagraphChild[] {
  return paragraph.flatMap((run) => runChildren(run, writing))
}

function runChildren(run: Run, writing: Writing): ParagraphChild[] {
  const to = run.reference?.to === undefined || run.reference.to === null ? null : writing.ids.at(run.reference.to)
  if (to !== null) return [new InternalHyperlink({ anchor: to, children: words(run.text, { style: 'Hyperlink' }) })]
  return words(run.text, run.defines === true ? { italics: true } : {})
}

/** Line breaks inside a paragraph become Word's own. */
function words(text: string, look: { readonly italics?: boolean; readonly style?: string } = {}): TextRun[] {
  return allowed(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))
}

function tableBlocks(table: Table): Block[] {
  const rows = squareRows(table)
  if (rows.length === 0) return []
  const head = hasHead(table)
  const made = rows.map((row, index) => new TableRow({ tableHeader: head && index === 0, cantSplit: true, children: row.map((cell) => tableCell(cell, head && index === 0)) }))
  // Word joins tables that touch; the empty paragraph keeps them apart.
  return [new WordTable({ rows: made, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph({})]
}

function tableCell(cell: string, bold: boolean): TableCell {
  const lines = allowed(cell.trim()).split('\n')
  return new TableCell({ children: lines.map((text) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold })] })) })
}

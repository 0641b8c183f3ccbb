import type { Appendix, Article, Book, Clause, Table } from '#book/book.ts'
import { webIds, type ClauseIds } from '#book/export/clause-ids.ts'
import type { Paragraph } from '#book/export/clause-paragraphs.ts'
import { frontLines } from '#book/export/front-lines.ts'
import { hasHead, markBook, squareRows, type MarkedBook } from '#book/export/mark-book.ts'
import { numberLabels, type NumberLabels } from '#book/export/number-labels.ts'

/** The book as Markdown that reads well unrendered and that the reader makes the same outline of. Links stay words, so that the text stays the text. */

interface Writing {
  readonly ids: ClauseIds
  readonly labels: NumberLabels
  readonly marked: MarkedBook
  readonly anchors: boolean
}

/** `anchors` puts a link target on a line of its own before each clause; true unless said otherwise. */
export function bookMarkdown(book: Book, options: { readonly anchors?: boolean } = {}): string {
  const writing: Writing = { ids: webIds(book), labels: numberLabels(book), marked: markBook(book), anchors: options.anchors ?? true }
  const blocks = [...frontBlocks(book)]
  for (const chapter of [...book.articles, ...book.appendices]) blocks.push(...chapterBlocks(chapter, writing))
  for (const table of writing.marked.looseTables) blocks.push(tableBlock(table))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function* frontBlocks(book: Book): Generator<string> {
  if (book.title !== null) yield `# ${inline(book.title)}`
  for (const line of frontLines(book)) yield inline(line)
}

function chapterBlocks(chapter: Article | Appendix, writing: Writing): string[] {
  const head = [writing.labels(chapter), inline(chapter.title)].filter((part) => part !== null && part !== '').join(' ')
  return [...target(chapter, writing), `## ${head}`, ...bodyBlocks(chapter, writing, null), ...childBlocks(chapter, 3, writing)]
}

function childBlocks(clause: Clause, level: number, writing: Writing): string[] {
  return clause.clauses.flatMap((child) => [...target(child, writing), ...clauseBlocks(child, level, writing), ...childBlocks(child, level + 1, writing)])
}

/** A clause with a heading is a heading; one without starts its paragraph with its number. */
function clauseBlocks(clause: Clause, level: number, writing: Writing): string[] {
  const label = writing.labels(clause)
  if (clause.heading === null || clause.heading === '') return bodyBlocks(clause, writing, label)
  const head = [label, inline(clause.heading)].filter((part) => part !== null).join(' ')
  return [`${'#'.repeat(Math.min(level, 6))} ${head}`, ...bodyBlocks(clause, writing, null)]
}

function bodyBlocks(clause: Clause, writing: Writing, label: string | null): string[] {
  const paragraphs = writing.marked.paragraphs(clause).map(paragraphText)
  if (label !== null) paragraphs[0] = paragraphs[0] === undefined ? label : `${label} ${paragraphs[0]}`
  return [...paragraphs, ...writing.marked.tables(clause).map(tableBlock)]
}

function target(clause: Clause, writing: Writing): string[] {
  return writing.anchors ? [`<a id="${writing.ids.of(clause)}"></a>`] : []
}

/** Line breaks inside a paragraph stay line breaks: two blanks before the line end say so. */
function paragraphText(paragraph: Paragraph): string {
  const lines = paragraph.map((run) => run.text).join('').split('\n')
  return lines.map((line) => guarded(inline(line.trim()))).filter((line) => line !== '').join('  \n')
}

/** Letters that would turn the words into something else: tags, links. Others stay as they are, for a reader's sake. */
function inline(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').replace(/<(?=[A-Za-z/!?])/gu, '\\<').replace(/\](?=[([])/gu, '\\]').replaceAll('`', '\\`')
}

/** A line whose first letters would make it a heading, a rule, a quotation or a fence. */
function guarded(line: string): string {
  return /^(?:#{1,6}(?:\s|$)|>|~~~|(?:[-*_=]\s*){3,}$)/u.test(line) ? `\\${line}` : line
}

function tableBlock(table: Table): string {
  const rows = squareRows(table)
  const width = rows[0]?.length ?? 0
  if (width === 0) return ''
  const head = hasHead(table) ? rows[0] : undefined
  const lines = [rowLine(head ?? Array.from({ length: width }, () => '')), `|${' --- |'.repeat(width)}`, ...(head === undefined ? rows : rows.slice(1)).map(rowLine)]
  return lines.join('\n')
}

function rowLine(cells: readonly string[] | undefined): string {
  return `| ${(cells ?? []).map((cell) => inline(cell).replaceAll('|', '\\|').trim()).join(' | ')} |`
}

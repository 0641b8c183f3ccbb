import type { Appendix, Article, Book, Clause, Table } from '#book/book.ts'
import { webIds, type ClauseIds } from '#book/export/clause-ids.ts'
import type { Paragraph, Run } from '#book/export/clause-paragraphs.ts'
import { frontLines } from '#book/export/front-lines.ts'
import { htmlStyle } from '#book/export/html-style.ts'
import { hasHead, markBook, squareRows, type MarkedBook } from '#book/export/mark-book.ts'
import { numberLabels, type NumberLabels } from '#book/export/number-labels.ts'
import { xmlAttribute, xmlText } from '#book/export/xml-text.ts'

/** The book as one HTML page that needs nothing else: contents, clauses with an id each, links that jump, and a style for paper. It runs no script. */

interface Writing {
  readonly ids: ClauseIds
  readonly labels: NumberLabels
  readonly marked: MarkedBook
  /** Where each defined term gets its meaning. */
  readonly terms: ReadonlyMap<string, string>
}

export function bookHtml(book: Book): string {
  const ids = webIds(book)
  const terms = new Map(book.definitions.flatMap(({ term, anchor }) => (ids.at(anchor) === null ? [] : [[term, ids.at(anchor) ?? ''] as const])))
  const writing: Writing = { ids, labels: numberLabels(book), marked: markBook(book), terms }
  const title = xmlText(book.title ?? book.source.name)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<h1>${title}</h1>
${frontHtml(book)}</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ul>
${[...book.articles, ...book.appendices].map((chapter) => contentsHtml(chapter, writing)).join('')}</ul>
</nav>
<main id="text">
${[...book.articles, ...book.appendices].map((chapter) => chapterHtml(chapter, writing)).join('')}${writing.marked.looseTables.map((table) => tableHtml(table, 'Table outside the clauses')).join('')}</main>
${unplacedHtml(book)}</body>
</html>
`
}

function frontHtml(book: Book): string {
  return frontLines(book).map((line) => `<p>${xmlText(line)}</p>\n`).join('')
}

function contentsHtml(chapter: Article | Appendix, writing: Writing): string {
  return `<li><a href="#${writing.ids.of(chapter)}">${numberHtml(chapter, writing)}${xmlText(chapter.title)}</a></li>\n`
}

function numberHtml(clause: Clause, writing: Writing): string {
  const label = writing.labels(clause)
  return label === null ? '' : `<span class="number">${xmlText(label)}</span> `
}

function chapterHtml(chapter: Article | Appendix, writing: Writing): string {
  const id = writing.ids.of(chapter)
  const body = [bodyHtml(chapter, writing, ''), ...chapter.clauses.map((clause) => clauseHtml(clause, 3, writing))].join('')
  return `<section id="${id}" aria-labelledby="${id}-h">\n<h2 id="${id}-h">${numberHtml(chapter, writing)}${xmlText(chapter.title)}</h2>\n${body}</section>\n`
}

function clauseHtml(clause: Clause, level: number, writing: Writing): string {
  const id = writing.ids.of(clause)
  const label = writing.labels(clause)
  const number = label === null ? '' : `<a class="number" href="#${id}">${xmlText(label)}</a> `
  const headed = clause.heading !== null && clause.heading !== ''
  const under = clause.clauses.map((child) => clauseHtml(child, headed ? level + 1 : level, writing)).join('')
  if (!headed) return `<div class="clause" id="${id}">\n${bodyHtml(clause, writing, number)}${under}</div>\n`
  const tag = `h${Math.min(level, 6)}`
  return `<section class="clause" id="${id}">\n<${tag}>${number}${xmlText(clause.heading ?? '')}</${tag}>\n${bodyHtml(clause, writing, '')}${under}</section>\n`
}

function bodyHtml(clause: Clause, writing: Writing, number: string): string {
  const paragraphs = writing.marked.paragraphs(clause).map((paragraph) => paragraphHtml(paragraph, writing))
  if (number !== '') paragraphs[0] = `${number}${paragraphs[0] ?? ''}`
  const tables = writing.marked.tables(clause).map((table) => tableHtml(table, `Table in ${clause.anchor}`))
  return [...paragraphs.map((paragraph) => `<p>${paragraph}</p>\n`), ...tables].join('')
}

function paragraphHtml(paragraph: Paragraph, writing: Writing): string {
  return paragraph.map((run) => runHtml(run, writing)).join('').trim()
}

function runHtml(run: Run, writing: Writing): string {
  const words = xmlText(run.text).replaceAll('\n', '<br>')
  if (run.reference !== undefined) return referenceHtml(run, words, writing)
  if (run.term === undefined) return words
  if (run.defines === true) return `<dfn>${words}</dfn>`
  const to = writing.terms.get(run.term)
  return to === undefined ? words : `<a class="term" href="#${to}">${words}</a>`
}

function referenceHtml(run: Run, words: string, writing: Writing): string {
  const { to, kind, status, why } = run.reference ?? { to: null, kind: 'outside', status: 'missing' }
  const title = why === undefined ? '' : ` title="${xmlAttribute(why)}"`
  const id = to === null ? null : writing.ids.at(to)
  if (id !== null) return `<a${status === 'suspect' ? ' class="suspect"' : ''} href="#${id}"${title}>${words}</a>`
  if (kind === 'statute' && to !== null) return `<cite title="${xmlAttribute(to)}">${words}</cite>`
  return status === 'ok' ? words : `<span class="suspect"${title}>${words}</span>`
}

function tableHtml(table: Table, name: string): string {
  const head = hasHead(table)
  const rows = squareRows(table).map((row, index) => `<tr>${row.map((cell) => cellHtml(cell, head && index === 0)).join('')}</tr>\n`)
  return `<div class="table" role="group" tabindex="0" aria-label="${xmlAttribute(name)}">\n<table>\n${rows.join('')}</table>\n</div>\n`
}

function cellHtml(cell: string, head: boolean): string {
  const words = xmlText(cell.trim()).replaceAll('\n', '<br>')
  return head && words !== '' ? `<th scope="col">${words}</th>` : `<td>${words}</td>`
}

function unplacedHtml(book: Book): string {
  if (book.unplaced.length === 0) return ''
  const lines = book.unplaced.map(({ line, text }) => `<li>Line ${line}: ${xmlText(text)}</li>\n`).join('')
  return `<footer>\n<details>\n<summary>${book.unplaced.length} lines that stand in no clause</summary>\n<ul>\n${lines}</ul>\n</details>\n</footer>\n`
}

import type { Clause } from '#book/book.ts'
import { clauseName } from '#web/library/clause-words.ts'
import { displayTitle } from '#web/render/display-title.ts'
import type { Leaf, ReadingBook } from '#web/library/reading-book.ts'
import { clauseTextHtml } from '#web/render/clause-text.ts'
import { escapeHtml } from '#web/render/escape-html.ts'
import { clauseId, readPath } from '#web/render/read-path.ts'
import { tableHtml } from '#web/render/table-html.ts'

/** One leaf of a book as HTML: an article with its clauses, or the lines that stand outside every article. Used by the server, the print page and the screens alike. */
export function leafHtml(reading: ReadingBook, leaf: Leaf): string {
  const head = `<header class="leaf-head"><h2 id="${escapeHtml(clauseId(leaf.anchor))}-title">${leafTitle(leaf)}</h2></header>`
  if (leaf.chapter === null) return `${head}${looseHtml(leaf)}`
  return head + wordsHtml(reading, leaf.chapter, true) + leaf.chapter.clauses.map((it) => blockHtml(reading, it)).join('')
}

function leafTitle(leaf: Leaf): string {
  const kind = leaf.kind === 'article' ? `Article ${leaf.label}` : leaf.label
  const over = kind === '' ? '' : `<span class="over">${escapeHtml(kind)}</span> `
  return `${over}${escapeHtml(displayTitle(leaf.title))}`
}

function looseHtml(leaf: Leaf): string {
  const rows = leaf.loose.map((it) => `<p class="loose"><span class="line" aria-label="line ${it.line}">${it.line}</span>${escapeHtml(it.text)}</p>`)
  return `<div class="loose-lines">${rows.join('')}</div>`
}

/** A section with all that stands under it: what is far from the eye is not laid out, and this is the piece that is left out whole. */
function blockHtml(reading: ReadingBook, clause: Clause): string {
  return `<div class="block r${Math.min(30, Math.ceil(heightOf(clause) / 10))}">${clauseHtml(reading, clause, 1)}</div>`
}

/** About how many lines high it will be set. */
function heightOf(clause: Clause): number {
  return 1 + clause.text.length / 64 + clause.clauses.reduce((sum, it) => sum + heightOf(it), 0)
}

function clauseHtml(reading: ReadingBook, clause: Clause, depth: number): string {
  const anchor = escapeHtml(clause.anchor)
  const marked = reading.lint.has(clause.anchor) ? ' marked' : ''
  const length = clause.number?.length ?? 0
  const long = length > 9 ? ' long' : length > 7 ? ' longish' : ''
  // A number that tells the whole way (6.4.1) needs no indent to show its depth; (a) does.
  const full = /\d\.\d/.test(clause.number ?? '') ? ' full' : ''
  const open = `<section class="clause d${Math.min(depth, 6)}${marked}${long}${full}" id="${escapeHtml(clauseId(clause.anchor))}" data-at="${anchor}" tabindex="-1">`
  const under = clause.clauses.map((it) => clauseHtml(reading, it, depth + 1)).join('')
  return `${open}${numberHtml(reading, clause)}<div class="words">${headingHtml(clause, depth)}${wordsHtml(reading, clause, false)}</div></section>${under}`
}

function numberHtml(reading: ReadingBook, clause: Clause): string {
  if (clause.number === null) return '<span class="number"></span>'
  const name = escapeHtml(`Clause ${clause.number}, ${clauseName(clause, 40)}`)
  return `<a class="number" href="${escapeHtml(readPath(reading.id, clause.anchor))}" aria-label="${name}">${escapeHtml(clause.number)}</a>`
}

function headingHtml(clause: Clause, depth: number): string {
  if (clause.heading === null || clause.heading.trim() === '') return ''
  const level = Math.min(depth + 2, 6)
  return `<h${level}>${escapeHtml(displayTitle(clause.heading))}</h${level}>`
}

function wordsHtml(reading: ReadingBook, clause: Clause, wrap: boolean): string {
  const text = clauseTextHtml(reading, clause.anchor, clause.text)
  const tables = (reading.tables.get(clause.anchor) ?? []).map((it) => tableHtml(it, clauseName(clause, 40))).join('')
  const html = text + tables
  return wrap && html !== '' ? `<div class="preamble">${html}</div>` : html
}

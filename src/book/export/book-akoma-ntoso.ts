import type { Appendix, Book, Clause, Table } from '#book/book.ts'
import { aknEids, aknElement, type AknEids } from '#book/export/akn-eids.ts'
import { aknMeta, type AknMeta } from '#book/export/akn-meta.ts'
import type { Paragraph, Run } from '#book/export/clause-paragraphs.ts'
import { hasHead, markBook, squareRows, type MarkedBook } from '#book/export/mark-book.ts'
import { numberLabels, type NumberLabels } from '#book/export/number-labels.ts'
import { statuteIri } from '#book/export/statute-iri.ts'
import { xmlText } from '#book/export/xml-text.ts'

/** The book as Akoma Ntoso 3.0: a `doc` named agreement, its articles as hierarchy, its appendices as attachments. Any book gives a valid document. */

interface Writing {
  readonly eids: AknEids
  readonly labels: NumberLabels
  readonly marked: MarkedBook
  readonly meta: AknMeta
}

export function bookAkomaNtoso(book: Book): string {
  const eids = aknEids(book)
  const terms = new Map([...new Set(book.definitions.map(({ term }) => term))].map((term) => [term, eids.take(`term-${dashed(term)}`)]))
  const writing: Writing = { eids, labels: numberLabels(book), marked: markBook(book), meta: aknMeta(book, terms) }
  const articles = book.articles.map((article) => hierarchyXml(article, 0, writing)).join('')
  const loose = writing.marked.looseTables.map((table, index) => tableXml(table, `table_${index + 1}`, writing)).join('')
  const attachments = book.appendices.map((appendix) => attachmentXml(appendix, writing)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<doc name="agreement">
${writing.meta.of(null)}${prefaceXml(book)}<mainBody>
${articles}${loose}${articles + loose === '' ? '<p/>\n' : ''}</mainBody>
${unplacedXml(book)}${attachments === '' ? '' : `<attachments>\n${attachments}</attachments>\n`}</doc>
</akomaNtoso>
`
}

function prefaceXml(book: Book): string {
  const lines = [
    ...(book.title === null ? [] : [`<longTitle><p><docTitle>${xmlText(book.title)}</docTitle></p></longTitle>\n`]),
    ...(book.parties.length === 0 ? [] : [`<p>${book.parties.map((party, index) => `<party refersTo="#party-${index + 1}">${xmlText(party)}</party>`).join(' and ')}</p>\n`]),
  ]
  return lines.length === 0 ? '' : `<preface>\n${lines.join('')}</preface>\n`
}

function hierarchyXml(clause: Clause, depth: number, writing: Writing): string {
  const element = aknElement(depth)
  const eid = writing.eids.of(clause)
  const heading = 'title' in clause && typeof clause.title === 'string' ? clause.title : clause.heading
  return `<${element} eId="${eid}">\n${headXml(clause, heading, writing)}${insideXml(clause, depth, eid, writing)}</${element}>\n`
}

function headXml(clause: Clause, heading: string | null, writing: Writing): string {
  const label = writing.labels(clause)
  return `${label === null ? '' : `<num>${xmlText(label)}</num>`}${heading === null || heading === '' ? '' : `<heading>${xmlText(heading)}</heading>`}\n`
}

/** Words before sub-clauses are an introduction; a clause without sub-clauses has its words as content. */
function insideXml(clause: Clause, depth: number, eid: string, writing: Writing): string {
  const part = clause.clauses.length === 0 ? 'content' : 'intro'
  const blocks = blocksXml(clause, `${eid}__${part}`, writing)
  const under = clause.clauses.map((child) => hierarchyXml(child, depth + 1, writing)).join('')
  if (part === 'content') return `<content eId="${eid}__content">\n${blocks === '' ? '<p/>\n' : blocks}</content>\n`
  return blocks === '' ? under : `<intro eId="${eid}__intro">\n${blocks}</intro>\n${under}`
}

function attachmentXml(appendix: Appendix, writing: Writing): string {
  const eid = writing.eids.of(appendix)
  const blocks = blocksXml(appendix, eid, writing)
  const under = appendix.clauses.map((child) => hierarchyXml(child, 1, writing)).join('')
  return `<attachment eId="${eid}">
${headXml(appendix, appendix.title, writing)}<doc name="appendix">
${writing.meta.of(eid)}<mainBody>
${blocks + under === '' ? '<p/>\n' : blocks + under}</mainBody>
</doc>
</attachment>
`
}

function blocksXml(clause: Clause, eid: string, writing: Writing): string {
  const paragraphs = writing.marked.paragraphs(clause).map((paragraph, index) => `<p eId="${eid}__p_${index + 1}">${paragraphXml(paragraph, `${eid}__p_${index + 1}`, writing)}</p>\n`)
  const tables = writing.marked.tables(clause).map((table, index) => tableXml(table, `${eid}__table_${index + 1}`, writing))
  return [...paragraphs, ...tables].join('')
}

function paragraphXml(paragraph: Paragraph, eid: string, writing: Writing): string {
  const counts = new Map<string, number>()
  const inside = (kind: string): string => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return `${eid}__${kind}_${counts.get(kind) ?? 1}`
  }
  return paragraph.map((run) => runXml(run, inside, writing)).join('')
}

function runXml(run: Run, eid: (kind: string) => string, writing: Writing): string {
  const words = xmlText(run.text).replaceAll('\n', '<br/>')
  const href = hrefOf(run, writing)
  if (href !== null) return `<ref eId="${eid('ref')}" href="${href}">${words}</ref>`
  if (run.term === undefined) return words
  const term = `<term eId="${eid('term')}" refersTo="${writing.meta.termRef(run.term)}">${words}</term>`
  return run.defines === true ? `<def eId="${eid('def')}">${term}</def>` : term
}

function hrefOf(run: Run, writing: Writing): string | null {
  if (run.reference === undefined || run.reference.to === null) return null
  const eid = writing.eids.at(run.reference.to)
  if (eid !== null) return `#${eid}`
  return run.reference.kind === 'statute' ? statuteIri(run.reference.to) : null
}

function tableXml(table: Table, eid: string, writing: Writing): string {
  const head = hasHead(table)
  const rows = squareRows(table).map((row, index) => {
    const cell = head && index === 0 ? 'th' : 'td'
    return `<tr>${row.map((text) => `<${cell}><p>${xmlText(text.trim()).replaceAll('\n', '<br/>')}</p></${cell}>`).join('')}</tr>\n`
  })
  return rows.length === 0 ? '' : `<table eId="${writing.eids.take(eid)}">\n${rows.join('')}</table>\n`
}

/** Lines that no clause holds are kept at the end, each with the line it stood on. */
function unplacedXml(book: Book): string {
  if (book.unplaced.length === 0) return ''
  return `<conclusions>\n<container name="unplaced" eId="unplaced">\n${book.unplaced.map(({ line, text }) => `<p class="line-${line}">${xmlText(text)}</p>\n`).join('')}</container>\n</conclusions>\n`
}

function dashed(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '')
}

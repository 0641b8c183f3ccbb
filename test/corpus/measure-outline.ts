/** Holds a book against a hand-made outline: which articles, sections, lines and places it got right, and each that it missed. */
import { walkClauses, type Article, type Clause, type Outline } from '#book/book.ts'
import { measureCover, type Cover } from './measure-cover.ts'
import { checkSpots } from './check-spots.ts'
import { clauseIds, plainId, plainTitle, sectionShapes, shapeOfClause } from './clause-ids.ts'
import type { GoldOutline } from './corpus.ts'
import type { Miss } from './miss.ts'

export interface Tally {
  readonly right: number
  readonly expected: number
  readonly found: number
}

export interface Measure {
  /** Right means number and title both; `numbers` counts those whose number at least is there. */
  readonly articles: Tally & { readonly numbers: number }
  readonly sections: Tally
  /** Of the articles, sections and provisions that were matched and whose line the outline notes. */
  readonly lines: { readonly right: number; readonly of: number }
  readonly provisions: { readonly right: number; readonly of: number }
  readonly spots: { readonly right: number; readonly of: number }
  /** Lines that look like the start of a clause and are none: how many were let be. */
  readonly falseStarts: { readonly right: number; readonly of: number }
  readonly cover: Cover
  readonly misses: readonly Miss[]
}

/** Measures one book. `text` is the whole text that was read, which the book's pieces must cover. */
export function measureOutline(gold: GoldOutline, book: Outline, text: string): Measure {
  const misses: Miss[] = []
  const articles = measureArticles(gold, book, misses)
  const sections = measureSections(gold, book, misses)
  const provisions = measureProvisions(gold, book, misses)
  const lines = [articles.lines, sections.lines, provisions.lines]
  return {
    articles: articles.tally,
    sections: sections.tally,
    lines: { right: sum(lines.map((it) => it.right)), of: sum(lines.map((it) => it.of)) },
    provisions: provisions.tally,
    spots: checkSpots(gold, book, misses),
    falseStarts: checkFalseStarts(gold, book, misses),
    cover: measureCover(book, text),
    misses,
  }
}

/** Precision, recall and their harmonic mean. Nothing expected and nothing found is perfect. */
export function scores(tally: Tally): { precision: number; recall: number; f1: number } {
  const precision = tally.found === 0 ? 1 : tally.right / tally.found
  const recall = tally.expected === 0 ? 1 : tally.right / tally.expected
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function measureArticles(gold: GoldOutline, book: Outline, misses: Miss[]) {
  const left: Article[] = [...book.articles]
  const lines = { right: 0, of: 0 }
  let right = 0
  let numbers = 0
  for (const wanted of gold.articles) {
    const same = left.filter((it) => clauseIds(it).includes(plainId(wanted.number)))
    const match = same.find((it) => plainTitle(it.title) === plainTitle(wanted.title)) ?? same[0]
    if (match === undefined) {
      misses.push({ kind: 'article-missing', id: wanted.number, line: wanted.line, note: wanted.title })
      continue
    }
    left.splice(left.indexOf(match), 1)
    numbers += 1
    if (plainTitle(match.title) === plainTitle(wanted.title)) right += 1
    else misses.push({ kind: 'article-title', id: wanted.number, line: wanted.line, note: `wanted "${wanted.title}", got "${match.title.slice(0, 120)}"` })
    noteLine(lines, misses, 'article-line', wanted.number, wanted.line, match.line)
  }
  for (const extra of left) misses.push({ kind: 'article-extra', id: extra.number, line: extra.line, note: extra.title.slice(0, 120) })
  return { tally: { right, numbers, expected: gold.articles.length, found: book.articles.length }, lines }
}

function measureSections(gold: GoldOutline, book: Outline, misses: Miss[]) {
  const wanted = gold.articles.flatMap((article) => article.sectionIds.map((id, at) => ({ id: plainId(id), line: article.sectionLines?.[at] ?? 0 })))
  const wantedIds = new Set(wanted.map((it) => it.id))
  const left = sectionsOf(book, sectionShapes(gold)).map((clause) => ({ clause, id: clauseIds(clause).find((id) => wantedIds.has(id)) ?? clauseIds(clause)[0] ?? '' }))
  const lines = { right: 0, of: 0 }
  let right = 0
  for (const it of wanted) {
    const same = left.filter((other) => other.id === it.id)
    const match = same.find((other) => other.clause.line === it.line) ?? same[0]
    if (match === undefined) {
      misses.push({ kind: 'section-missing', id: it.id, line: it.line, note: '' })
      continue
    }
    left.splice(left.indexOf(match), 1)
    right += 1
    noteLine(lines, misses, 'section-line', it.id, it.line, match.clause.line)
  }
  const extra = left.filter((it) => !(gold.eitherWayAt ?? []).includes(it.clause.line))
  for (const it of extra) misses.push({ kind: 'section-extra', id: it.clause.anchor, line: it.clause.line, note: (it.clause.heading ?? it.clause.text).slice(0, 70) })
  return { tally: { right, expected: wanted.length, found: right + extra.length }, lines }
}

/** Every numbered clause under an article, however deep it was put, that bears the kind of number the agreement's sections have. */
function sectionsOf(book: Outline, shapes: ReadonlySet<string>): Clause[] {
  const found: Clause[] = []
  for (const { clause, depth } of walkClauses({ articles: book.articles, appendices: [] })) {
    if (depth > 0 && clause.number !== null && shapes.has(shapeOfClause(clause))) found.push(clause)
  }
  return found
}

function measureProvisions(gold: GoldOutline, book: Outline, misses: Miss[]) {
  const byId = new Map<string, Clause[]>()
  for (const { clause } of walkClauses({ articles: book.articles, appendices: [] })) {
    for (const id of clauseIds(clause)) byId.set(id, [...(byId.get(id) ?? []), clause])
  }
  const lines = { right: 0, of: 0 }
  let right = 0
  for (const { id, line } of gold.provisions ?? []) {
    const same = byId.get(plainId(id)) ?? []
    const match = same.find((it) => it.line === line) ?? same[0]
    if (match === undefined) {
      misses.push({ kind: 'provision-missing', id, line, note: '' })
      continue
    }
    right += 1
    noteLine(lines, misses, 'provision-line', id, line, match.line)
  }
  return { tally: { right, of: gold.provisions?.length ?? 0 }, lines }
}

function checkFalseStarts(gold: GoldOutline, book: Outline, misses: Miss[]): { right: number; of: number } {
  const started = new Map<number, string>()
  for (const { clause } of walkClauses(book)) if (clause.number !== null) started.set(clause.line, clause.anchor)
  const lines = gold.noClauseAt ?? []
  const wrong = lines.filter((line) => started.has(line))
  for (const line of wrong) misses.push({ kind: 'false-start', id: started.get(line) ?? '', line, note: 'no clause begins on this line' })
  return { right: lines.length - wrong.length, of: lines.length }
}

function noteLine(lines: { right: number; of: number }, misses: Miss[], kind: Miss['kind'], id: string, wanted: number, got: number): void {
  if (wanted === 0) return
  lines.of += 1
  if (wanted === got) lines.right += 1
  else misses.push({ kind, id, line: wanted, note: `got line ${got}` })
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, it) => total + it, 0)
}

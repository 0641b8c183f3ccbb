import type { BookCard, BookView, Comparison, Hits, ImportView, LeafView, LintRow, Report } from '#web/api/shapes.ts'
import type { AnswerView, AskView, ClauseRules } from '#web/answers/answer-shapes.ts'
import type { WalkedRoute } from './route.ts'

/** What each page shows, and where it comes from: directly on the server, over the wire in the browser. */

export type PageData =
  | { readonly page: 'library'; readonly books: readonly BookCard[]; readonly imports: readonly ImportView[] }
  | { readonly page: 'read'; readonly book: BookView; readonly leaf: LeafView; /** What the clause of the address answers; null where its agreement has no rules. */ readonly rules: ClauseRules | null }
  | { readonly page: 'search'; readonly books: readonly BookCard[]; readonly hits: Hits }
  | { readonly page: 'lint'; readonly book: BookView; readonly total: number; readonly kinds: readonly { kind: string; count: number }[]; readonly findings: readonly LintRow[] }
  | { readonly page: 'report'; readonly report: Report }
  | { readonly page: 'compare'; readonly books: readonly BookCard[]; readonly comparison: Comparison | null; readonly subjects: readonly string[] }
  | { readonly page: 'ask'; readonly book: BookCard; readonly ask: AskView }
  | { readonly page: 'answer'; readonly book: BookCard; readonly answer: AnswerView }
  | { readonly page: 'missing'; readonly what: string; readonly next: string }

/** Null is "there is no such thing". */
export interface PageSource {
  books(): Promise<readonly BookCard[]>
  imports(): Promise<readonly ImportView[]>
  book(id: string): Promise<BookView | null>
  leaf(book: string, anchor: string | null): Promise<LeafView | null>
  rules(book: string, anchor: string): Promise<ClauseRules | null>
  find(query: string, book: string | null): Promise<Hits>
  lint(book: string, kind: string, from: number): Promise<{ total: number; kinds: { kind: string; count: number }[]; findings: LintRow[] } | null>
  report(book: string): Promise<Report | null>
  compare(left: string, right: string, subject: string): Promise<Comparison | null>
  subjects(left: string, right: string): Promise<readonly string[]>
}

export const lintPageSize = 100
/** The leaf that a book opens at, where no clause is named. */
export const frontPlace = '_first'

/** Gathers what the page at a route shows. */
export async function loadPage(route: WalkedRoute, source: PageSource): Promise<PageData> {
  switch (route.page) {
    case 'library': {
      const [books, imports] = await Promise.all([source.books(), source.imports()])
      return { page: 'library', books, imports }
    }
    case 'read': {
      const [book, leaf, rules] = await Promise.all([source.book(route.book), source.leaf(route.book, route.anchor), route.anchor === null ? null : source.rules(route.book, route.anchor)])
      if (book === null) return noBook
      return leaf === null ? noClause(route.anchor ?? '') : { page: 'read', book, leaf, rules }
    }
    case 'search': {
      const [books, hits] = await Promise.all([source.books(), source.find(route.query, route.book)])
      return { page: 'search', books, hits }
    }
    case 'lint': {
      const [book, found] = await Promise.all([source.book(route.book), source.lint(route.book, route.kind, route.from)])
      return book === null || found === null ? noBook : { page: 'lint', book, ...found }
    }
    case 'report': {
      const report = await source.report(route.book)
      return report === null ? noBook : { page: 'report', report }
    }
    case 'compare':
      return loadComparison(route, source)
    case 'missing':
      return { page: 'missing', what: 'There is no page at this address.', next: 'Go to the library, or look for the words with the search.' }
  }
}

async function loadComparison(route: WalkedRoute & { page: 'compare' }, source: PageSource): Promise<PageData> {
  const books = await source.books()
  if (route.left === null || route.right === null) return { page: 'compare', books, comparison: null, subjects: [] }
  const [comparison, subjects] = await Promise.all([source.compare(route.left, route.right, route.subject), source.subjects(route.left, route.right)])
  return comparison === null ? noBook : { page: 'compare', books, comparison, subjects }
}

const noBook: PageData = { page: 'missing', what: 'There is no such agreement on this shelf.', next: 'Go to the library and choose one, or import it.' }

function noClause(anchor: string): PageData {
  return { page: 'missing', what: `This agreement has no clause ${anchor}.`, next: 'Look for its words with the search, or open the agreement and its contents.' }
}

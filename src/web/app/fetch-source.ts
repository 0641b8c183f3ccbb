import type { BookCard, BookView, ClauseView, Comparison, ContentsNode, Hits, ImportView, LeafView, LintRow, ProblemBody, Report } from '#web/api/shapes.ts'
import type { ClauseRules } from '#web/answers/answer-shapes.ts'
import { frontPlace, lintPageSize, type PageSource } from './page-data.ts'

/** What pages show, over the wire: the browser's own side of `PageSource`, and the few questions that parts of pages ask. */

const api = '/api/v1'

/** An answer that is a problem, thrown to whoever shows it. */
export class WireProblem extends Error {
  readonly next: string
  readonly status: number
  constructor(body: Partial<ProblemBody>, status: number) {
    super(body.detail ?? 'The reading room did not answer.')
    this.next = body.next ?? 'Check that Steward is still running, then try again.'
    this.status = status
  }
}

export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(api + path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new WireProblem({}, 0)
  })
  if (answer.status === 204) return undefined as T
  const body = (await answer.json().catch(() => ({}))) as T & Partial<ProblemBody>
  if (!answer.ok) throw new WireProblem(body, answer.status)
  return body
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof WireProblem && error.status === 404) return null
    throw error
  }
}

const part = encodeURIComponent

export const fetchSource: PageSource = {
  books: async () => (await ask<{ books: BookCard[] }>('/books')).books,
  imports: async () => (await ask<{ imports: ImportView[] }>('/imports')).imports,
  book: (id) => orNull(ask<BookView>(`/books/${part(id)}`)),
  leaf: (book, anchor) => orNull(ask<LeafView>(`/books/${part(book)}/leaves/${part(anchor ?? frontPlace)}`)),
  rules: (book, anchor) => fetchRules(book, anchor),
  find: (query, book) => findWords(query, book, 40),
  lint: (book, kind, from) => orNull(ask<{ total: number; kinds: { kind: string; count: number }[]; findings: LintRow[] }>(`/books/${part(book)}/lint?${new URLSearchParams({ kind, from: String(from), limit: String(lintPageSize) })}`)),
  report: (book) => orNull(ask<Report>(`/books/${part(book)}/report`)),
  compare: (left, right, subject) => orNull(ask<Comparison>(`/compare?${new URLSearchParams({ left, right, subject })}`)),
  subjects: async (left, right) => (await ask<{ subjects: string[] }>(`/compare/subjects?${new URLSearchParams({ left, right })}`)).subjects,
}

export function findWords(query: string, book: string | null, limit: number, signal?: AbortSignal): Promise<Hits> {
  const words = new URLSearchParams({ q: query, limit: String(limit), ...(book === null ? {} : { in: book }) })
  return ask<Hits>(`/search?${words}`, signal ? { signal } : {})
}

export function fetchContents(book: string): Promise<ContentsNode[]> {
  return ask<ContentsNode[]>(`/books/${part(book)}/contents`)
}

const rules = new Map<string, Promise<ClauseRules | null>>()

/** What a clause answers; asked for once, unless the agreement's rules are still being read. */
export function fetchRules(book: string, anchor: string): Promise<ClauseRules | null> {
  const key = `${book}/${anchor}`
  const known = rules.get(key)
  if (known) return known
  const asked = orNull(ask<ClauseRules>(`/books/${part(book)}/clauses/${part(anchor)}/rules`))
  rules.set(key, asked)
  asked.then((it) => it?.reading && rules.delete(key)).catch(() => rules.delete(key))
  return asked
}

const clauses = new Map<string, Promise<ClauseView>>()

/** One clause; asked for once. */
export function fetchClause(book: string, anchor: string): Promise<ClauseView> {
  const key = `${book}/${anchor}`
  const known = clauses.get(key)
  if (known) return known
  const asked = ask<ClauseView>(`/books/${part(book)}/clauses/${part(anchor)}`)
  clauses.set(key, asked)
  asked.catch(() => clauses.delete(key))
  return asked
}

/** More rows of a comparison, from one on, with those that are the same or without. */
export function fetchRows(wanted: { left: string; right: string; subject: string; same: boolean; from: number }): Promise<Comparison> {
  return ask<Comparison>(`/compare?${new URLSearchParams({ left: wanted.left, right: wanted.right, subject: wanted.subject, same: wanted.same ? 'yes' : 'no', from: String(wanted.from) })}`)
}

/** Any trouble, as the sentences to show. */
export function troubleInWords(error: unknown): string {
  return error instanceof WireProblem ? `${error.message} ${error.next}` : 'Something went wrong here. Load the page again and try once more.'
}

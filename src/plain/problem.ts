/**
 * What went wrong, for the person who reads it: what, where, and what to do next.
 * Expected troubles (a broken file, a clash, a wrong word) are returned as values of this shape; only our own bugs are thrown.
 */

/** Where in what the person gave us: a file and, as far as known, line, page, row and clause. Lines, pages and rows count from 1. */
export interface Where {
  readonly file?: string
  readonly line?: number
  readonly page?: number
  readonly row?: number
  readonly clause?: string
}

export interface Problem {
  /** `room/what-happened`, stable, for programs: `text/encrypted`. */
  readonly code: string
  /** One sentence: what happened, with the figures that matter. */
  readonly what: string
  /** One sentence: what to do next. */
  readonly next: string
  readonly where: Where
}

/** Makes a problem. `code` is `room/what-happened`. */
export function problem(code: `${string}/${string}`, what: string, next: string, where: Where = {}): Problem {
  return { code, what, next, where }
}

/** The place in words: `contract.pdf, page 12, line 4`; empty when nothing is known of it. */
export function placeInWords(where: Where): string {
  const parts: string[] = []
  if (where.file !== undefined) parts.push(where.file)
  if (where.page !== undefined) parts.push(`page ${where.page}`)
  if (where.line !== undefined) parts.push(`line ${where.line}`)
  if (where.row !== undefined) parts.push(`row ${where.row}`)
  if (where.clause !== undefined) parts.push(`clause ${where.clause}`)
  return parts.join(', ')
}

/** The whole problem as one readable line: place, what, next. */
export function problemInWords(it: Problem): string {
  const place = placeInWords(it.where)
  return `${place === '' ? '' : `${place}: `}${it.what} ${it.next}`.trim()
}

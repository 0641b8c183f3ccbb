import type { Book } from '#book/book.ts'
import { compareBooks } from '#book/compare/compare-books.ts'
import { compareSubject } from '#book/compare/compare-subject.ts'
import { comparisonDocx } from '#book/compare/comparison-docx.ts'
import { comparisonHtml } from '#book/compare/comparison-html.ts'
import type { Comparison } from '#web/api/shapes.ts'
import type { Bookcase } from '#web/library/bookcase.ts'
import { editionRows, subjectRows, type Laid } from '#web/library/compare-rows.ts'
import { displayTitle } from '#web/render/display-title.ts'

/** Two agreements laid side by side, whole or on one subject. Null where one of the two is not there. */
export interface Comparer {
  compare(left: string, right: string, subject: string, part?: RowsPart): Promise<Comparison | null>
  /** The whole comparison as a file. */
  download(left: string, right: string, to: 'html' | 'docx', at: string): Promise<string | Uint8Array | null>
  /** Subjects on which the two can be compared: what their articles are called. */
  subjects(left: string, right: string): Promise<readonly string[]>
}

/** Which rows: those that are the same too, from which one, how many. */
export interface RowsPart {
  readonly same: boolean
  readonly from: number
  readonly limit: number
}

const firstPart: RowsPart = { same: false, from: 0, limit: 120 }
const keptAtMost = 6

export function openComparer(bookcase: Bookcase): Comparer {
  const kept = new Map<string, Laid>()
  const both = async (left: string, right: string) => {
    const [a, b] = await Promise.all([bookcase.open(left), bookcase.open(right)])
    return a && b ? { a, b } : null
  }
  return {
    compare: async (left, right, subject, part = firstPart) => {
      const two = await both(left, right)
      if (two === null) return null
      const { a, b } = two
      const key = JSON.stringify([bookcase.edition, left, right, subject])
      const laid = kept.get(key) ?? (subject === '' ? editionRows(compareBooks(a.reading.book, b.reading.book)) : subjectRows(compareSubject(a.reading.book, b.reading.book, subject)))
      kept.set(key, laid)
      for (const oldest of kept.keys()) if (kept.size > keptAtMost) kept.delete(oldest)
      const rows = part.same ? laid.rows : laid.rows.filter((it) => it.kind !== 'same')
      return { left: a.card, right: b.card, subject: subject === '' ? null : subject, ...laid, rows: rows.slice(part.from, part.from + part.limit), total: rows.length }
    },
    download: async (left, right, to, at) => {
      const two = await both(left, right)
      if (two === null) return null
      const comparison = compareBooks(two.a.reading.book, two.b.reading.book)
      return to === 'html' ? comparisonHtml(comparison) : comparisonDocx(comparison, { author: 'Steward', date: at })
    },
    subjects: async (left, right) => {
      const two = await both(left, right)
      return two === null ? [] : [...new Set([...titlesOf(two.a.reading.book), ...titlesOf(two.b.reading.book)])].sort((x, y) => x.localeCompare(y))
    },
  }
}

function titlesOf(book: Book): string[] {
  return book.articles.map((it) => displayTitle(it.title)).filter((it) => it !== '')
}

import { lintPageSize, type PageSource } from '#web/app/page-data.ts'
import { bookView, inShelfOrder, leafView } from '#web/library/book-views.ts'
import { rulesOf } from '#web/answers/rules-of.ts'
import { lintPage } from '#web/library/lint-page.ts'
import { reportView } from '#web/library/report-view.ts'
import type { Rooms } from '#web/rooms.ts'

/** What pages show, straight from the rooms: the server's own side of `PageSource`. */
export function serverSource({ answerer, bookcase, shelf, desk, finder, comparer }: Rooms): PageSource {
  return {
    books: async () => inShelfOrder(await bookcase.cards()),
    imports: async () => desk.list(),
    book: async (id) => {
      const shelved = await bookcase.open(id)
      return shelved ? bookView(shelved) : null
    },
    leaf: async (book, anchor) => {
      const shelved = await bookcase.open(book)
      return shelved ? leafView(shelved, anchor) : null
    },
    rules: (book, anchor) => rulesOf(bookcase, answerer, book, anchor),
    find: (query, book) => finder.find(query, book, 40),
    lint: async (book, kind, from) => {
      const shelved = await bookcase.open(book)
      return shelved ? lintPage(shelved.findings, { kind, from, limit: lintPageSize }) : null
    },
    report: async (book) => {
      const shelved = await bookcase.open(book)
      return shelved ? reportView(shelved, await shelf.document(book)) : null
    },
    compare: (left, right, subject) => comparer.compare(left, right, subject),
    subjects: (left, right) => comparer.subjects(left, right),
  }
}

import { readBook } from '#book/read-book.ts'
import { exportBook, exportFormats } from '#book/export/export-book.ts'
import { readDocument } from '#text/read-document.ts'
import { medians, type Bench, type Measure } from './bench.ts'
import { oneText } from './bench-texts.ts'

/** How long a read book takes to leave in each form. */
export const bench: Bench = {
  name: 'export',
  says: 'a read book in each of its forms; the floor writes the same book as JSON, unformatted',
  run: async () => {
    const document = await readDocument(oneText())
    if (!document.ok) throw new Error(document.problem.what)
    const book = readBook(document.value)
    const measures: Measure[] = []
    for (const format of exportFormats) {
      const taken = await medians(() => exportBook(book, format.name), () => JSON.stringify(book), { warm: 3, runs: 9 })
      measures.push({ what: `${book.source.name} to ${format.name}`, value: taken.ours, unit: 'ms', beside: { name: 'JSON.stringify', value: taken.beside } })
    }
    return measures
  },
}

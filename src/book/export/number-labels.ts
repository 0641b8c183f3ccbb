import { walkClauses, type Book, type Clause } from '#book/book.ts'

/** The number of each clause as a reader should see it: with the word, brackets and dots of the print where the text still shows them. */
export type NumberLabels = (clause: Clause) => string | null

export function numberLabels(book: Book): NumberLabels {
  const printed = printedNumbers(book)
  const chapters = new Map<Clause, string>()
  for (const article of book.articles) chapters.set(article, 'Article')
  for (const appendix of book.appendices) chapters.set(appendix, 'Appendix')
  const labels = new Map<Clause, string>()
  for (const { clause } of walkClauses(book)) {
    const label = labelOf(clause, printed.get(clause.anchor), chapters.get(clause))
    if (label !== null) labels.set(clause, label)
  }
  return (clause) => labels.get(clause) ?? null
}

/** The first stretch of the text that is the number of an anchor. */
function printedNumbers(book: Book): Map<string, string> {
  const printed = new Map<string, string>()
  for (const piece of book.pieces) {
    if (piece.role !== 'number' || piece.anchor === null || printed.has(piece.anchor)) continue
    printed.set(piece.anchor, tidy(book.text.slice(piece.start, piece.end)))
  }
  return printed
}

/** Blanks and Markdown's own signs taken off both ends. */
function tidy(number: string): string {
  return number.replace(/\s+/gu, ' ').replace(/^[\s#*_>•·▪●-]+/u, '').replace(/[\s*_:–—-]+$/u, '')
}

function labelOf(clause: Clause, printed: string | undefined, chapter: string | undefined): string | null {
  if (clause.number === null || clause.number === '') return null
  if (printed !== undefined && printed.length <= clause.number.length + 14 && holds(printed, clause.number)) return printed
  if (chapter !== undefined) return /^\p{L}{4,}|^\p{L}{2,} /u.test(clause.number) ? clause.number : `${chapter} ${clause.number}`
  return /^[A-Za-z0-9]{1,3}$/u.test(clause.number) ? `${clause.number}.` : clause.number
}

/** Whether the printed label says the number itself: a blank inside a number is mended, a spelled-out one is not shown twice. */
function holds(printed: string, number: string): boolean {
  return bare(printed).includes(bare(number)) && !/\d\s+\d|\.\s+\d/u.test(printed)
}

function bare(text: string): string {
  return text.replace(/\s/gu, '').toLowerCase()
}

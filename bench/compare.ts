import { diffWordsWithSpace } from 'diff'
import type { Article, Book, Clause } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { compareBooks } from '#book/compare/compare-books.ts'
import { layEdition } from '#book/compare/edition.ts'
import { redlineTexts } from '#book/compare/redline-texts.ts'
import { readDocument } from '#text/read-document.ts'
import { medians, type Bench, type Measure } from './bench.ts'
import { allTexts, oneText, type BenchText } from './bench-texts.ts'

/** How long a comparison takes: word by word beside jsdiff, and whole editions, also of five thousand clauses that have nothing in common. */
export const bench: Bench = {
  name: 'compare',
  says: 'redlines of clauses beside jsdiff, and editions clause by clause',
  run: async () => {
    const one = await book(oneText())
    const edited = nextEdition(one)
    return [await redlines(one, edited), await editions('an agreement and its next edition', one, edited), await large()]
  },
}

async function book(text: BenchText): Promise<Book> {
  const document = await readDocument(text)
  if (!document.ok) throw new Error(document.problem.what)
  return readBook(document.value)
}

/** Every clause against its next edition, one after the other. */
async function redlines(one: Book, edited: Book): Promise<Measure> {
  const after = new Map(layEdition(edited).map((clause) => [clause.anchor, clause.text]))
  const texts = layEdition(one).map(({ anchor, text }) => [text, after.get(anchor) ?? ''] as const).filter(([a, b]) => a !== b)
  const taken = await medians(
    () => texts.map(([a, b]) => redlineTexts(a, b)),
    () => texts.map(([a, b]) => diffWordsWithSpace(a, b)),
    { warm: 3, runs: 15 },
  )
  return { what: `${texts.length} reworded clauses, word by word, warm median`, value: taken.ours, unit: 'ms', beside: { name: 'jsdiff', value: taken.beside } }
}

/** Beside it, jsdiff over the two texts as one: it knows no clauses, so what moved is taken out and put in. */
async function editions(what: string, before: Book, after: Book): Promise<Measure> {
  const [one, other] = [wholeEdition(before), wholeEdition(after)]
  const taken = await medians(() => compareBooks(before, after), () => diffWordsWithSpace(one, other, { timeout: 20_000 }), { warm: 1, runs: 3 })
  return { what: `${what}, ${layEdition(before).length} clauses`, value: taken.ours, unit: 'ms', beside: { name: 'jsdiff, one text', value: taken.beside } }
}

/** Half of the agreements as one book against the other half: the hardest case, nothing answers anything. */
async function large(): Promise<Measure> {
  const books: Book[] = []
  for (const text of allTexts()) books.push(await book(text))
  const [left, right] = [joined(books.filter((_, at) => at % 2 === 0)), joined(books.filter((_, at) => at % 2 === 1))]
  const start = performance.now()
  compareBooks(left, right)
  return { what: `${layEdition(left).length} clauses against ${layEdition(right).length} others, cold`, value: performance.now() - start, unit: 'ms', target: 2000 }
}

function joined(books: readonly Book[]): Book {
  const [first] = books
  return { ...first!, articles: books.flatMap(({ articles }) => articles), appendices: [], unplaced: books.flatMap(({ unplaced }) => unplaced), tables: [] }
}

function wholeEdition(it: Book): string {
  return layEdition(it).map(({ title, text }) => `${title}\n${text}`).join('\n')
}

/** Figures raised, one sentence in seven put in, the last article moved to the front. */
function nextEdition(it: Book): Book {
  let turn = 0
  const edit = (clause: Clause): Clause => {
    turn += 1
    const raised = clause.text.replace(/\b(\d{2})\b(?![.,\d])/g, (figure) => String(Number(figure) + 1)).replace(/\bshall\b/, 'will')
    return { ...clause, text: turn % 7 === 0 ? `${raised} A copy goes to each school.` : raised, clauses: clause.clauses.map(edit) }
  }
  const articles = it.articles.map((article) => ({ ...article, ...edit(article) }) as Article)
  return { ...it, articles: [...articles.slice(-1), ...articles.slice(0, -1)] }
}

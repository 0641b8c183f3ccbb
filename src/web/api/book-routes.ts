import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { anchorParam, bookParam, jsonAnswer, noSuchBook, noSuchClause, problemAnswers } from '#web/api/answers.ts'
import { bookCardShape, bookViewShape, clauseRulesShape, clauseViewShape, contentsNodeShape, leafViewShape, lintRowShape, reportShape } from '#web/api/shapes.ts'
import { rulesOf } from '#web/answers/rules-of.ts'
import { bookView, clauseView, contentsView, inShelfOrder, leafView } from '#web/library/book-views.ts'
import { lintPage } from '#web/library/lint-page.ts'
import { reportView } from '#web/library/report-view.ts'
import type { Rooms } from '#web/rooms.ts'

/** Books: what is there, what it holds, clause by clause. Each route loads, shows, and nothing else. */
export function bookRoutes(app: OpenAPIHono, rooms: Rooms): void {
  const { bookcase } = rooms
  app.openapi(listRoute, async (c) => {
    const { from, limit } = c.req.valid('query')
    const cards = inShelfOrder(await bookcase.cards())
    return c.json({ total: cards.length, books: cards.slice(from, from + limit) }, 200)
  })
  app.openapi(bookRoute, async (c) => {
    const shelved = await bookcase.open(c.req.valid('param').book)
    return shelved ? c.json(bookView(shelved), 200) : (noSuchBook() as never)
  })
  app.openapi(contentsRoute, async (c) => {
    const shelved = await bookcase.open(c.req.valid('param').book)
    return shelved ? c.json(contentsView(shelved.reading), 200) : (noSuchBook() as never)
  })
  app.openapi(leafRoute, async (c) => {
    const { book, anchor } = c.req.valid('param')
    const shelved = await bookcase.open(book)
    if (!shelved) return noSuchBook() as never
    const leaf = leafView(shelved, anchor)
    return leaf ? c.json(leaf, 200) : (noSuchClause(anchor) as never)
  })
  app.openapi(clauseRoute, async (c) => {
    const { book, anchor } = c.req.valid('param')
    const shelved = await bookcase.open(book)
    if (!shelved) return noSuchBook() as never
    const clause = clauseView(shelved, anchor)
    return clause ? c.json(clause, 200) : (noSuchClause(anchor) as never)
  })
  app.openapi(rulesRoute, async (c) => {
    const { book, anchor } = c.req.valid('param')
    const rules = await rulesOf(bookcase, rooms.answerer, book, anchor)
    return rules ? c.json(rules as z.infer<typeof clauseRulesShape>, 200) : (noSuchClause(anchor) as never)
  })
  app.openapi(lintRoute, async (c) => {
    const shelved = await bookcase.open(c.req.valid('param').book)
    return shelved ? c.json(lintPage(shelved.findings, c.req.valid('query')), 200) : (noSuchBook() as never)
  })
  app.openapi(reportRoute, async (c) => {
    const shelved = await bookcase.open(c.req.valid('param').book)
    return shelved ? c.json(reportView(shelved, await rooms.shelf.document(shelved.card.id)), 200) : (noSuchBook() as never)
  })
}

const whole = z.coerce.number().int().min(0)
const listRoute = createRoute({
  method: 'get',
  path: '/books',
  summary: 'The agreements on the shelf',
  request: { query: z.object({ from: whole.default(0), limit: whole.max(200).default(200) }) },
  responses: { ...jsonAnswer(z.object({ total: z.number(), books: z.array(bookCardShape) }), 'Packs first, each kind by title.'), ...problemAnswers },
})
const bookRoute = createRoute({ method: 'get', path: '/books/{book}', summary: 'One agreement and its leaves', request: { params: bookParam }, responses: { ...jsonAnswer(bookViewShape, 'The agreement.'), ...problemAnswers } })
const contentsRoute = createRoute({ method: 'get', path: '/books/{book}/contents', summary: 'Its contents as a tree', request: { params: bookParam }, responses: { ...jsonAnswer(z.array(contentsNodeShape), 'The tree.'), ...problemAnswers } })
const leafRoute = createRoute({
  method: 'get',
  path: '/books/{book}/leaves/{anchor}',
  summary: 'The article or appendix where a clause stands, set for reading',
  request: { params: anchorParam },
  responses: { ...jsonAnswer(leafViewShape, 'The leaf.'), ...problemAnswers },
})
const clauseRoute = createRoute({ method: 'get', path: '/books/{book}/clauses/{anchor}', summary: 'One clause with its citation', request: { params: anchorParam }, responses: { ...jsonAnswer(clauseViewShape, 'The clause.'), ...problemAnswers } })
const rulesRoute = createRoute({ method: 'get', path: '/books/{book}/clauses/{anchor}/rules', summary: 'What a clause answers: its questions, its rule in words, worked examples, duties', request: { params: anchorParam }, responses: { ...jsonAnswer(clauseRulesShape, 'The rules.'), ...problemAnswers } })
const lintRoute = createRoute({
  method: 'get',
  path: '/books/{book}/lint',
  summary: 'What is wrong with the document itself',
  request: { params: bookParam, query: z.object({ kind: z.string().max(40).optional(), from: whole.default(0), limit: whole.max(500).default(100) }) },
  responses: { ...jsonAnswer(z.object({ total: z.number(), kinds: z.array(z.object({ kind: z.string(), count: z.number() })), findings: z.array(lintRowShape) }), 'Findings in the order of the book.'), ...problemAnswers },
})
const reportRoute = createRoute({ method: 'get', path: '/books/{book}/report', summary: 'How the reading of its file went', request: { params: bookParam }, responses: { ...jsonAnswer(reportShape, 'The report.'), ...problemAnswers } })

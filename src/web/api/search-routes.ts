import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { jsonAnswer, noSuchBook, problemAnswers } from '#web/api/answers.ts'
import { compareShape, hitsShape } from '#web/api/shapes.ts'
import type { Rooms } from '#web/rooms.ts'

/** Finding words, and laying two agreements side by side. */
export function searchRoutes(app: OpenAPIHono, { finder, comparer }: Rooms): void {
  app.openapi(findRoute, async (c) => {
    const ask = c.req.valid('query')
    return c.json(await finder.find(ask.q, ask.in ?? null, ask.limit), 200)
  })
  app.openapi(compareRoute, async (c) => {
    const { left, right, subject, same, from, limit } = c.req.valid('query')
    const comparison = await comparer.compare(left, right, subject, { same: same === 'yes', from, limit })
    return comparison ? c.json(comparison, 200) : (noSuchBook() as never)
  })
  app.openapi(subjectsRoute, async (c) => {
    const { left, right } = c.req.valid('query')
    return c.json({ subjects: [...(await comparer.subjects(left, right))] }, 200)
  })
}

const name = z.string().max(120)
const whole = z.coerce.number().int().min(0)
const findRoute = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Words, phrases, clause numbers and terms, over every book or one',
  request: { query: z.object({ q: z.string().max(300).default(''), in: name.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }) },
  responses: { ...jsonAnswer(hitsShape, 'Best first.'), ...problemAnswers },
})
const compareRoute = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'Two agreements clause by clause, word by word',
  request: { query: z.object({ left: name, right: name, subject: z.string().max(200).default(''), same: z.enum(['yes', 'no']).default('no'), from: whole.default(0), limit: whole.max(500).default(120) }) },
  responses: { ...jsonAnswer(compareShape, 'The comparison.'), ...problemAnswers },
})
const subjectsRoute = createRoute({
  method: 'get',
  path: '/compare/subjects',
  summary: 'Subjects on which two agreements can be compared',
  request: { query: z.object({ left: name, right: name }) },
  responses: { ...jsonAnswer(z.object({ subjects: z.array(z.string()) }), 'The subjects.'), ...problemAnswers },
})

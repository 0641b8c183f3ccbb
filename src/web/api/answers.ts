import { z } from '@hono/zod-openapi'
import { problemShape } from '#web/api/shapes.ts'
import { problem } from '#plain/problem.ts'
import { problemResponse } from '#web/guard/problem-response.ts'

/** The answers that every route of the interface shares. */

const problemAnswer = { description: 'What went wrong and what to do next (RFC 9457).', content: { 'application/problem+json': { schema: problemShape } } } as const
export const problemAnswers = { 400: problemAnswer, 403: problemAnswer, 404: problemAnswer, 422: problemAnswer, 429: problemAnswer } as const

export function jsonAnswer<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } }
}

export const bookParam = z.object({ book: z.string().max(120).openapi({ param: { name: 'book', in: 'path' }, example: 'sample' }) })
export const anchorParam = bookParam.extend({ anchor: z.string().max(200).openapi({ param: { name: 'anchor', in: 'path' }, example: '6.4.1' }) })

export function noSuchBook(): Response {
  return problemResponse(404, problem('web/no-such-book', 'There is no such agreement on this shelf.', 'Go to the library and choose one, or import it.'))
}

export function noSuchClause(anchor: string): Response {
  return problemResponse(404, problem('web/no-such-clause', `This agreement has no clause ${anchor}.`, 'Look for its words with the search, or open the contents.'))
}

export function noSuchImport(): Response {
  return problemResponse(404, problem('web/no-such-import', 'There is no such import.', 'Drop the file on the library again.'))
}

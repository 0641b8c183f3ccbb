import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { problem } from '#plain/problem.ts'
import { jsonAnswer, noSuchImport, problemAnswers } from '#web/api/answers.ts'
import { importViewShape, type ImportView } from '#web/api/shapes.ts'
import { openPace } from '#web/guard/pace.ts'
import { problemResponse, statusOf } from '#web/guard/problem-response.ts'
import type { Rooms } from '#web/rooms.ts'

/** Imports: a file's bytes in, its progress out, stop and go on. */
export function importRoutes(app: OpenAPIHono, { desk }: Rooms): void {
  const inPace = openPace(60)
  app.openapi(takeRoute, async (c) => {
    if (!inPace(performance.now())) return problemResponse(429, problem('web/too-many-imports', 'More than 60 files came within a minute.', 'Wait a minute, then go on.')) as never
    const type = c.req.header('content-type') ?? ''
    if (!type.startsWith('application/octet-stream')) return problemResponse(415, problem('web/not-a-file', 'A file comes as plain bytes (application/octet-stream).', 'Drop the file on the library page, or send it with that content type.')) as never
    const body = c.req.raw.body
    if (body === null) return problemResponse(400, problem('web/no-file', 'Nothing came with the request.', 'Send the bytes of one file.')) as never
    const taken = await desk.take(fileName(c.req.valid('query').name), body)
    return taken.ok ? c.json(taken.value, 202) : (problemResponse(statusOf(taken.problem), taken.problem) as never)
  })
  app.openapi(listRoute, (c) => c.json({ imports: [...desk.list()] }, 200))
  app.openapi(seeRoute, (c) => {
    const view = desk.see(c.req.valid('param').id)
    return view ? c.json(view, 200) : (noSuchImport() as never)
  })
  app.openapi(stopRoute, (c) => {
    const view = desk.stop(c.req.valid('param').id)
    return view ? c.json(view, 200) : (noSuchImport() as never)
  })
  app.openapi(resumeRoute, (c) => {
    const view = desk.resume(c.req.valid('param').id)
    return view ? c.json(view, 200) : (noSuchImport() as never)
  })
  app.openapi(dropRoute, async (c) => {
    const dropped = await desk.drop(c.req.valid('param').id)
    return dropped ? c.body(null, 204) : (noSuchImport() as never)
  })
  app.get('/imports/:id/events', (c) => {
    const id = c.req.param('id')
    const now = desk.see(id)
    return now === null ? noSuchImport() : streamSSE(c, (stream) => tellProgress(stream, desk, now))
  })
}

/** One event a step, at most eight in a second, until nothing more can happen by itself. */
async function tellProgress(stream: Parameters<Parameters<typeof streamSSE>[1]>[0], desk: Rooms['desk'], first: ImportView): Promise<void> {
  let latest: ImportView | null = first
  let wake = nothing
  const leave = desk.watch(first.id, (view) => {
    latest = view
    wake()
  })
  stream.onAbort(() => wake())
  try {
    while (!stream.aborted) {
      if (latest !== null) {
        const view: ImportView = latest
        latest = null
        await stream.writeSSE({ data: JSON.stringify(view) })
        if (view.state === 'done' || view.state === 'failed' || view.state === 'stopped') return
      }
      await stream.sleep(120)
      if (latest === null) await Promise.race([new Promise<void>((go) => (wake = go)), stream.sleep(15_000)])
    }
  } finally {
    leave()
  }
}

function nothing(): void {
  // Nobody waits yet.
}

/** Only the last part of a path, without what terminals and logs would act on. */
export function fileName(asked: string): string {
  const last = asked.split(/[\\/]/).at(-1) ?? ''
  const plain = [...last].filter((sign) => sign >= ' ' && !/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(sign)).join('').trim().slice(0, 160)
  return plain === '' ? 'agreement' : plain
}

const idParam = z.object({ id: z.string().max(64).openapi({ param: { name: 'id', in: 'path' } }) })
const takeRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Import a file: text, Markdown, HTML, DOCX, PDF or a scanned PDF',
  request: { query: z.object({ name: z.string().max(400).default('agreement') }), body: { content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } } } },
  responses: { 202: { description: 'Taken; its reading has begun.', content: { 'application/json': { schema: importViewShape } } }, ...problemAnswers },
})
const listRoute = createRoute({ method: 'get', path: '/imports', summary: 'Imports that are not done', responses: { ...jsonAnswer(z.object({ imports: z.array(importViewShape) }), 'The imports.'), ...problemAnswers } })
const seeRoute = createRoute({ method: 'get', path: '/imports/{id}', summary: 'How an import goes', request: { params: idParam }, responses: { ...jsonAnswer(importViewShape, 'The import.'), ...problemAnswers } })
const stopRoute = createRoute({ method: 'post', path: '/imports/{id}/stop', summary: 'Stop it; finished pages are kept', request: { params: idParam }, responses: { ...jsonAnswer(importViewShape, 'The import.'), ...problemAnswers } })
const resumeRoute = createRoute({ method: 'post', path: '/imports/{id}/resume', summary: 'Go on where it stopped', request: { params: idParam }, responses: { ...jsonAnswer(importViewShape, 'The import.'), ...problemAnswers } })
const dropRoute = createRoute({ method: 'delete', path: '/imports/{id}', summary: 'Forget it and its file', request: { params: idParam }, responses: { 204: { description: 'Forgotten.' }, ...problemAnswers } })

import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { problem } from '#plain/problem.ts'
import { bookRoutes } from '#web/api/book-routes.ts'
import { downloadRoutes } from '#web/api/download-routes.ts'
import { importRoutes } from '#web/api/import-routes.ts'
import { searchRoutes } from '#web/api/search-routes.ts'
import type { AppFiles } from '#web/app-files.ts'
import { compressAnswer } from '#web/guard/compress-answer.ts'
import { problemResponse } from '#web/guard/problem-response.ts'
import { safeHeaders } from '#web/guard/safe-headers.ts'
import { sameHouse } from '#web/guard/same-house.ts'
import { pageRoutes } from '#web/page-routes.ts'
import type { Rooms } from '#web/rooms.ts'

/** The whole server as one function of requests: guards first, then the interface for programs, then the pages. */
export function openServer(rooms: Rooms, files: AppFiles, hosts: () => ReadonlySet<string>): Hono {
  const app = new Hono()
  app.use(compressAnswer)
  app.use(safeHeaders)
  app.use(onlyListedMethods())
  app.use(sameHouse(hosts))
  app.onError((error) => {
    console.error(error)
    return problemResponse(500, problem('web/our-fault', 'Steward stumbled; the fault is ours.', 'Try again. If it happens again, say what you did, in an issue.'))
  })
  app.notFound(() => problemResponse(404, problem('web/not-there', 'There is nothing at this address.', 'Go to the library, or read /api/v1/openapi.json for what there is.')))
  app.route('/api/v1', apiOf(rooms))
  app.all('/api/*', () => problemResponse(404, problem('web/not-there', 'The interface has nothing at this address.', 'Read /api/v1/openapi.json for what there is.')))
  pageRoutes(app, rooms, files)
  return app
}

function apiOf(rooms: Rooms): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return undefined
      const issue = result.error.issues[0]
      return problemResponse(400, problem('web/bad-request', `${issue?.path.join('.') ?? 'The request'}: ${issue?.message ?? 'not understood'}.`, 'Read /api/v1/openapi.json for what this address takes.'))
    },
  })
  bookRoutes(api, rooms)
  searchRoutes(api, rooms)
  importRoutes(api, rooms)
  downloadRoutes(api, rooms)
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Steward', version: '1', description: 'Agreements as clauses: read, found, compared, exported.' } })
  return api
}

function onlyListedMethods() {
  const listed = new Set(['GET', 'HEAD', 'POST', 'DELETE'])
  return async (c: { req: { method: string; path: string } }, next: () => Promise<void>) => {
    const page = !c.req.path.startsWith('/api/')
    if (listed.has(c.req.method) && !(page && c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next()
    return problemResponse(405, problem('web/method', `${c.req.method.slice(0, 20)} is not done here.`, 'Read /api/v1/openapi.json for what this address takes.'))
  }
}

import type { Hono } from 'hono'
import { loadPage, type PageData } from '#web/app/page-data.ts'
import { isAnswerRoute, routeOf, type AnswerRoute, type Route } from '#web/app/route.ts'
import { loadAnswerPage } from '#web/answers/load-answer-page.ts'
import type { AppFiles } from '#web/app-files.ts'
import { serverSource } from '#web/library/server-source.ts'
import { printPage } from '#web/render/print-page.ts'
import { pageHtml } from '#web/render/page-html.ts'
import type { Rooms } from '#web/rooms.ts'

/** Pages: the server writes the whole text, so that reading begins before any script has come. */
export function pageRoutes(app: Hono, rooms: Rooms, files: AppFiles): void {
  app.get('/assets/:name', (c) => {
    const asset = files.assets.get(c.req.param('name'))
    if (!asset) return c.notFound()
    const accepts = c.req.header('accept-encoding') ?? ''
    const packed = asset.br && /\bbr\b/.test(accepts) ? (['br', asset.br] as const) : asset.gz && /\bgzip\b/.test(accepts) ? (['gzip', asset.gz] as const) : null
    const headers = { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }
    return packed ? c.body(packed[1], 200, { ...headers, 'content-encoding': packed[0] }) : c.body(asset.plain, 200, headers)
  })
  app.get('/print/:book/:anchor?', async (c) => {
    const shelved = await rooms.bookcase.open(c.req.param('book'))
    const html = shelved ? printPage(shelved, c.req.param('anchor') ?? null, files.paper) : null
    return html === null ? showPage(c.req.url, 404) : c.html(html)
  })
  app.get('*', (c) => showPage(c.req.url, 200))

  async function showPage(url: string, status: number): Promise<Response> {
    const { pathname, search } = new URL(url)
    const route = routeOf(pathname, search)
    if (isAnswerRoute(route)) return showAnswer(route, new URL(url).origin)
    const data = await loadPage(route, serverSource(rooms))
    return written(route, data, data.page === 'missing' ? 404 : status)
  }

  async function showAnswer(route: AnswerRoute, origin: string): Promise<Response> {
    const page = await loadAnswerPage(route, rooms, { origin, today: new Date().toISOString().slice(0, 10) })
    return 'goTo' in page ? new Response(null, { status: 302, headers: { location: page.goTo } }) : written(route, page.data, page.status)
  }

  function written(route: Route, data: PageData, status: number): Response {
    const html = pageHtml({ route, data, head: files.head(data.page), foot: files.foot, text: files.render(route, data) })
    return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
  }
}


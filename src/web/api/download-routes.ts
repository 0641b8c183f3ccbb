import { readFile } from 'node:fs/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { exportFormats } from '#book/export/export-book.ts'
import { problem } from '#plain/problem.ts'
import { noSuchBook } from '#web/api/answers.ts'
import { problemResponse } from '#web/guard/problem-response.ts'
import { attachment, downloadHeaders } from '#web/guard/safe-headers.ts'
import { lintCsv } from '#web/library/lint-csv.ts'
import type { Rooms } from '#web/rooms.ts'

/** Files that leave the house, always as downloads, and the removal of a book. */
export function downloadRoutes(app: OpenAPIHono, rooms: Rooms): void {
  app.get('/books/:book/lint.csv', async (c) => {
    const shelved = await rooms.bookcase.open(c.req.param('book'))
    if (!shelved) return noSuchBook()
    return file(lintCsv(shelved.findings), 'text/csv; charset=utf-8', `${shelved.card.title} - to check.csv`)
  })
  app.get('/compare/download', async (c) => {
    const to = c.req.query('to') === 'docx' ? 'docx' : 'html'
    const written = await rooms.comparer.download(c.req.query('left') ?? '', c.req.query('right') ?? '', to, new Date().toISOString())
    if (written === null) return noSuchBook()
    return typeof written === 'string' ? file(written, 'text/html; charset=utf-8', 'compared.html') : file(new Uint8Array(written), exportFormats.find((it) => it.name === 'docx')?.mediaType ?? 'application/octet-stream', 'compared.docx')
  })
  app.get('/books/:book/original', async (c) => {
    const original = await rooms.shelf.original(c.req.param('book'))
    return original ? file(new Uint8Array(await readFile(original.path)), 'application/octet-stream', original.name) : noSuchBook()
  })
  app.get('/books/:book/export/:format', async (c) => {
    const format = exportFormats.find((it) => it.name === c.req.param('format'))
    if (!format) return problemResponse(404, problem('web/no-such-format', 'A book does not leave in that form.', `Ask for one of ${exportFormats.map((it) => it.name).join(', ')}.`))
    const shelved = await rooms.bookcase.open(c.req.param('book'))
    if (!shelved) return noSuchBook()
    const written = await format.write(shelved.reading.book)
    return file(typeof written === 'string' ? written : new Uint8Array(written), format.mediaType, `${shelved.card.title}.${format.extension}`)
  })
  app.delete('/books/:book', async (c) => {
    const removed = await rooms.shelf.remove(c.req.param('book'))
    rooms.bookcase.changed()
    return removed ? c.body(null, 204) : noSuchBook()
  })
}

export function file(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, { headers: { ...downloadHeaders, 'content-type': type, 'content-disposition': attachment(name) } })
}

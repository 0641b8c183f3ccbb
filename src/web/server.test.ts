import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAppFiles } from '#web/app-files.ts'
import { localHosts } from '#web/guard/same-house.ts'
import type { Rooms } from '#web/rooms.ts'
import { openServer } from '#web/server.ts'
import { openRooms } from '#web/start-server.ts'

const house = 'http://127.0.0.1:8321'
let app: Hono
let rooms: Rooms
let dataFolder: string

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'steward-server-'))
  rooms = await openRooms({ dataFolder })
  app = openServer(rooms, await openAppFiles(), () => localHosts(8321))
})
afterAll(async () => {
  await rooms.desk.close()
  await rm(dataFolder, { recursive: true, force: true })
})

function ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
  return Promise.resolve(app.request(house + path, { ...init, headers: { host: '127.0.0.1:8321', ...init.headers } }))
}

function send(name: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  return ask(`/api/v1/imports?${new URLSearchParams({ name })}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream', ...headers } })
}

async function untilItRests(id: string): Promise<{ state: string; book: string | null; known: boolean; problem: { what: string; next: string } | null }> {
  for (;;) {
    const view = (await (await ask(`/api/v1/imports/${id}`)).json()) as Awaited<ReturnType<typeof untilItRests>>
    if (view.state !== 'reading' && view.state !== 'waiting') return view
    await new Promise((again) => setTimeout(again, 20))
  }
}

describe('who is let in', () => {
  test.each(['evil.example', '127.0.0.1', '127.0.0.1:9999', 'localhost.evil.example:8321', ''])('a request under the name %j is refused', async (host) => {
    const answer = await ask('/', { headers: { host } })
    expect(answer.status).toBe(403)
    expect(((await answer.json()) as { code: string }).code).toBe('web/foreign-host')
  })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:8322', 'http://127.0.0.1:8321.evil.example', 'https://127.0.0.1:8321'])('a change asked for by a page of %s is refused', async (origin) => {
    expect((await send('x.txt', 'ARTICLE 1', { origin })).status).toBe(403)
    expect((await ask('/api/v1/books/sample', { method: 'DELETE', headers: { origin } })).status).toBe(403)
  })

  test('a foreign page cannot ask for data either, and no answer invites it to', async () => {
    const answer = await ask('/api/v1/books', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.status).toBe(403)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test.each(['PUT', 'PATCH', 'TRACE', 'OPTIONS', 'POST', 'DELETE'])('pages take no %s', async (method) => {
    if (method === 'TRACE') return expect((await app.request(new Request(`${house}/`, { method: 'PURGE', headers: { host: '127.0.0.1:8321' } }))).status).toBe(405)
    return expect((await ask('/', { method })).status).toBe(405)
  })
})

describe('what is refused to come in', () => {
  test('a form, and anything else that another page could send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) expect((await send('a.txt', 'x', { 'content-type': type })).status).toBe(415)
  })

  test('an empty file, with what to do about it', async () => {
    const answer = await send('none.txt', new Uint8Array(0))
    expect([400, 422]).toContain(answer.status)
    expect(((await answer.json()) as { next: string }).next).not.toBe('')
  })

  test('a file that is no text of any kind says why and stays out of the shelf', async () => {
    const taken = (await (await send('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]))).json()) as { id: string }
    const rest = await untilItRests(taken.id)
    expect(rest.state).toBe('failed')
    expect(rest.problem?.next).not.toBe('')
    expect(await rooms.shelf.list()).toEqual([])
    expect((await ask(`/api/v1/imports/${taken.id}`, { method: 'DELETE' })).status).toBe(204)
  })
})

describe('addresses that lead nowhere', () => {
  test.each(['/..%2f..%2fetc/passwd', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/server/entry-server.js', '/read/..%2f..', '/print/nothing', '/.git/config', '/api/v1/books/..%2f..%2fetc', '/api/v1/books/sample/leaves/99.99', '/api/v1/books/__proto__', '/api/v1/imports/constructor', '/api/v2/books'])('%s is a 404', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('an error names what happened and what to do, and nothing of the machine', async () => {
    const answer = await ask('/api/v1/books/nothing')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toEqual({
      type: 'urn:steward:web:no-such-book',
      title: 'Not there',
      status: 404,
      detail: 'There is no such agreement on this shelf.',
      next: 'Go to the library and choose one, or import it.',
      code: 'web/no-such-book',
      where: {},
    })
  })

  test('a question that makes no sense is answered as such, not as our fault', async () => {
    for (const path of ['/api/v1/books?limit=-1', '/api/v1/books?from=x', '/api/v1/search?limit=1000', `/api/v1/search?q=${'x'.repeat(400)}`, '/api/v1/compare']) expect((await ask(path)).status).toBe(400)
  })
})

test('every answer forbids foreign scripts, framing, guessing of kinds and telling where one came from', async () => {
  for (const path of ['/', '/read/sample', '/nothing', '/api/v1/books', '/api/v1/nothing', '/print/sample', '/api/v1/openapi.json']) {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('cross-origin-resource-policy')]).toEqual(['nosniff', 'no-referrer', 'same-origin'])
  }
})

test('pages carry no script or style of their own between the tags', async () => {
  for (const path of ['/', '/read/sample', '/search?q=%3Cscript%3E', '/compare']) {
    const html = await (await ask(path)).text()
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter((match) => match[2] !== '' && !match[1]?.includes('application/json'))
    expect(scripts).toEqual([])
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/i)
  }
})

describe('an agreement of our own', () => {
  const text = 'AGREEMENT\n\nARTICLE 1 HOURS\n\n1.1 The work day has seven hours.\n\n1.2 Lunch lasts thirty minutes; see 1.1.\n'

  test('comes in, is read, found, exported and taken away again', async () => {
    const taken = (await (await send('../hours.txt', text)).json()) as { id: string; name: string }
    expect(taken.name).toBe('hours.txt')
    const { book } = await untilItRests(taken.id)
    const clause = (await (await ask(`/api/v1/books/${book}/clauses/1.2`)).json()) as { text: string; citation: string }
    expect(clause.text).toBe('Lunch lasts thirty minutes; see 1.1.')
    expect(clause.citation).toContain('“Lunch lasts thirty minutes; see 1.1.”')
    const hits = (await (await ask(`/api/v1/search?q=lunch&in=${book}`)).json()) as { hits: { anchor: string }[] }
    expect(hits.hits[0]?.anchor).toBe('1.2')
    const again = (await (await send('copy.txt', text)).json()) as { known: boolean; book: string }
    expect([again.known, again.book]).toEqual([true, book])
    for (const form of ['md', 'html', 'txt', 'json', 'akn', 'docx']) {
      const file = await ask(`/api/v1/books/${book}/export/${form}`)
      expect([form, file.status, file.headers.get('content-disposition')?.startsWith('attachment'), file.headers.get('content-security-policy')]).toEqual([form, 200, true, "default-src 'none'; sandbox"])
    }
    const original = await ask(`/api/v1/books/${book}/original`)
    expect([await original.text(), original.headers.get('content-type')]).toEqual([text, 'application/octet-stream'])
    expect((await ask(`/api/v1/books/${book}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/read/${book}`)).status).toBe(404)
    expect([...(await readdir(join(dataFolder, 'shelf'))), ...(await readdir(join(dataFolder, 'imports')))]).toEqual([])
  })
})

test('the interface describes itself, with every address it has for books', async () => {
  const document = (await (await ask('/api/v1/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/books', '/books/{book}', '/books/{book}/leaves/{anchor}', '/books/{book}/lint', '/search', '/compare', '/imports', '/imports/{id}/stop']))
})

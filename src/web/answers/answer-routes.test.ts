import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClauseRules } from '#web/answers/answer-shapes.ts'
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
  dataFolder = await mkdtemp(join(tmpdir(), 'steward-answers-'))
  rooms = await openRooms({ dataFolder })
  app = openServer(rooms, await openAppFiles(), () => localHosts(8321))
})
afterAll(async () => {
  rooms.answerer.close()
  await rooms.desk.close()
  await rm(dataFolder, { recursive: true, force: true })
})

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(app.request(house + path, { ...init, headers: { host: '127.0.0.1:8321' } }))
}

/** The text of a page without its tags and its data. */
async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<script type="application\/json".*?<\/script>/s, '').replace(/<[^>]*>/g, ' ').replace(/&#x27;|&#39;/g, "'").replace(/\s+/g, ' ')
}

describe('before the rules are read', () => {
  test('a clause can be read, and says that its rules are to come', async () => {
    expect(rooms.answerer.ready('sample')).toBeNull()
    const page = await ask('/read/sample/3.3.1')
    expect(page.status).toBe(200)
    expect(await wordsOf(page)).toContain('Its rules are being read')
    const rules = (await (await ask('/api/v1/books/sample/clauses/3.3.1/rules')).json()) as ClauseRules
    expect(rules).toEqual({ anchor: '3.3.1', pack: 'sample', reading: true, cards: [], also: [], duties: [] })
  })
})

describe('a hostile address', () => {
  test.each([
    '/answer/sample/grievance_filing?__proto__=1',
    '/answer/sample/grievance_filing?constructor=1',
    '/answer/sample/grievance_filing?knew_on=%00',
    `/answer/sample/grievance_filing?knew_on=${'9'.repeat(5000)}`,
    `/answer/sample/seniority_order?teachers=${encodeURIComponent('['.repeat(3000))}`,
    '/answer/sample/seniority_order?teachers=%7B%22length%22%3A1e9%7D',
    '/answer/sample/grievance_filing?knew_on=%3Cscript%3Ealert(1)%3C/script%3E',
    '/answer/sample/salary_cell?step=1e308&column=%F0%9F%92%A5',
    '/answer/sample/salary_cell?step=99999999999999999999',
    '/answer/sample/hourly_rate?yearly_salary=-1e400',
    '/answer/sample/grievance_filing?asOf=yesterday',
    `/ask/sample?q=${'why+'.repeat(500)}`,
  ])('%s is refused in words, and nothing of it acts', async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await answer.text()
    expect(html).not.toMatch(/<script>alert|Steward stumbled/)
    expect(html).toMatch(/<h1>/)
  })

  test.each(['/answer/sample/__proto__', '/answer/nobody/grievance_filing', '/answer/..%2F..%2Fetc/grievance_filing', '/ask/constructor', '/answer/sample'])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('a question is only ever asked for: nothing is sent to it', async () => {
    expect((await ask('/answer/sample/grievance_filing', { method: 'POST', body: 'knew_on=2024-11-04' })).status).toBe(405)
  })
})

describe('an address that can be sent', () => {
  test('what a form sends empty falls away, so that the address says what is known and no more', async () => {
    const answer = await ask('/answer/sample/grievance_filing?knew_on=2024-11-04&talk_asked_on=&talk_held_on=&filed_on=&asOf=')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/answer/sample/grievance_filing?knew_on=2024-11-04')
  })

  test('gives the answer, whoever opens it', async () => {
    const words = await wordsOf(await ask('/answer/sample/grievance_filing?knew_on=2024-11-04'))
    expect(words).toContain('Tuesday, December 3, 2024')
    expect(words).toContain('15 Article 3 days after Monday, November 4, 2024')
  })
})

describe('an agreement is asked', () => {
  test('clear words lead to their question', async () => {
    const answer = await ask('/ask/sample?q=how+long+do+I+have+to+file+a+grievance%3F')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toMatch(/^\/answer\/sample\/grievance_filing\?asked=/)
  })

  test('unsure words get the nearest three, and no answer', async () => {
    const answer = await ask('/ask/sample?q=days+of+leave')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('Do you mean one of these?')
    expect(html.slice(html.indexOf('Do you mean'), html.indexOf('All that it answers')).match(/href="\/answer\/sample\//g)).toHaveLength(3)
  })

  test('words that nothing speaks of are told so', async () => {
    expect(await wordsOf(await ask('/ask/sample?q=zzxqq'))).toContain('No question of this agreement speaks of that.')
  })
})

describe('the margin of a clause', () => {
  test('has its question, its rule in words, and three worked examples with the way to more', async () => {
    await rooms.answerer.pack('sample')
    const { cards } = (await (await ask('/api/v1/books/sample/clauses/3.3.1/rules')).json()) as ClauseRules
    expect(cards[0]?.path).toBe('/answer/sample/grievance_filing')
    expect(cards[0]?.rule[0]?.says).toContain('The teacher must file the written grievance with the principal within 15 grievance days')
    expect(cards[0]?.examples[0]).toMatchObject({ given: 'Knew on November 4, 2024', answer: 'days added 0 · due by December 3, 2024', path: '/answer/sample/grievance_filing?knew_on=2024-11-04' })
    expect(cards[0]?.examples).toHaveLength(3)
  })

  test('says who owes what', async () => {
    const { duties } = (await (await ask('/api/v1/books/sample/clauses/1.2.1/rules')).json()) as ClauseRules
    expect(duties).toContainEqual({ says: 'The side that wants a change must say so in writing, to the other side, by March 1 of the year in which the agreement ends.', binding: true })
  })

  test('of an article lists the questions of its clauses', async () => {
    const { cards, also } = (await (await ask('/api/v1/books/sample/clauses/3/rules')).json()) as ClauseRules
    expect([...cards, ...also].map((it) => it.decision)).toContain('grievance_filing')
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openAppFiles } from '#web/app-files.ts'
import { startServer } from '#web/start-server.ts'
import { launchBrowser } from '../test/journeys/open-room.ts'
import { quantile, type Bench, type Measure } from './bench.ts'
import { makeAgreement } from './make-agreement.ts'
import { firstVisit, openPhone, scrollFrames, type Paint } from './slow-phone.ts'

/** What a reader waits for in the browser: script sent, the largest paint on a slow phone, frames while a book of 5,000 clauses scrolls, answers while one types. */
export const bench: Bench = {
  name: 'page',
  says: 'the reading room on a phone four times slower than this machine, 1.6 Mbit/s and 150 ms there and back; medians of five first visits',
  run: async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'steward-page-'))
    const server = await startServer({ port: 0, host: '127.0.0.1', dataFolder })
    const browser = await launchBrowser()
    try {
      const large = await bring(server.url, makeAgreement({ articles: 40, sections: 25, paragraphs: 4, seed: 7 }))
      return [...(await weight()), ...(await visits(browser, server.url, large)), ...(await scrolling(browser, server.url, large)), await typing(browser, server.url)]
    } finally {
      await browser.close()
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    }
  },
}

const visitsEach = 5

/** All script that the reading page asks for before it lives, packed as the plainest browser would get it. */
async function weight(): Promise<Measure[]> {
  const files = await openAppFiles()
  const names = [...new Set([...(files.head('read') + files.foot).matchAll(/\/assets\/([\w.-]+)/g)].map((match) => match[1] ?? ''))]
  const gzipped = (ends: string): number => names.filter((name) => name.endsWith(ends)).reduce((sum, name) => sum + gzipSync(files.assets.get(name)?.plain ?? '', { level: 9 }).length / 1000, 0)
  return [
    { what: 'script of the reading page, gzip', value: gzipped('.js'), unit: 'KB', target: 200 },
    { what: 'styles, gzip', value: gzipped('.css'), unit: 'KB' },
  ]
}

async function visits(browser: Browser, url: string, large: string): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [says, path] of [
    ['the library', '/'],
    ['an agreement', '/read/chaffey-2010'],
    ['a clause sent as a link', '/read/chaffey-2010/6.4.1'],
    ['a clause in a book of 5,000', `/read/${large}/20.12.2`],
  ] as const) {
    const paints: Paint[] = []
    for (let visit = 0; visit < visitsEach; visit += 1) paints.push(await firstVisit(browser, url + path))
    const middle = (of: (it: Paint) => number): number => quantile(paints.map(of), 0.5)
    measures.push({ what: `largest paint of ${says} (moved by itself: ${middle((it) => it.shift).toFixed(3)})`, value: middle((it) => it.paint), unit: 'ms', target: 1_500 })
    measures.push({ what: `${says} answers to the hand`, value: middle((it) => it.alive), unit: 'ms' })
  }
  return measures
}

async function scrolling(browser: Browser, url: string, large: string): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const slower of [1, 4]) {
    const { page, close } = await openPhone(browser, slower, false)
    await page.goto(`${url}/read/${large}/1.1`)
    await page.locator('html[data-alive]').waitFor({ state: 'attached' })
    await page.waitForTimeout(1_000)
    const gaps = await scrollFrames(page, 600)
    await close()
    const says = slower === 1 ? 'this machine' : 'four times slower'
    const mean = gaps.reduce((sum, it) => sum + it, 0) / gaps.length
    measures.push({ what: `a frame while 5,000 clauses scroll, ${says} (${(1000 / mean).toFixed(1)} a second)`, value: mean, unit: 'ms', ...(slower === 1 ? { target: 17 } : {}) })
    measures.push({ what: `99 of 100 frames, ${says}`, value: quantile(gaps, 0.99), unit: 'ms' })
  }
  return measures
}

/** From a key to the answer in the page, the pause that waits for the next key taken in. */
async function typing(browser: Browser, url: string): Promise<Measure> {
  const { page, close } = await openPhone(browser, 1, false)
  await page.goto(url)
  await page.locator('html[data-alive]').waitFor({ state: 'attached' })
  const input = page.locator('.search input')
  // The first question builds the index; it is not what one waits for at each key.
  await page.evaluate(() => fetch('/api/v1/search?q=grievance').then((it) => it.text()))
  const times: number[] = []
  for (const letter of 'class size maximum') {
    const answered = page.waitForResponse((it) => it.url().includes('/api/v1/search?'))
    const started = performance.now()
    await input.pressSequentially(letter === ' ' ? '-' : letter)
    await answered
    times.push(performance.now() - started)
  }
  await close()
  return { what: 'search as one types, from key to answer, median', value: quantile(times, 0.5), unit: 'ms' }
}

async function bring(url: string, text: string): Promise<string> {
  const sent = await fetch(`${url}/api/v1/imports?name=large.txt`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text })
  let view = (await sent.json()) as { id: string; state: string; book: string | null }
  while (view.state !== 'done') {
    if (view.state === 'failed') throw new Error('the large book could not be read')
    await new Promise((again) => setTimeout(again, 100))
    view = (await (await fetch(`${url}/api/v1/imports/${view.id}`)).json()) as typeof view
  }
  return view.book ?? ''
}

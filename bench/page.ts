import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { openAppFiles } from '#web/app-files.ts'
import { startServer } from '#web/start-server.ts'
import { launchBrowser } from '../test/journeys/open-room.ts'
import { makeAgreement } from './make-agreement.ts'

/**
 * What a reader waits for: script sent, largest paint on a slow phone, frames while a 5,000-clause book scrolls, answers while one types.
 * Prints one line a figure. The phone is four times slower than this machine, on 1.6 Mbit/s with 150 ms there and back.
 */

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const slowLine = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: (0.75 * 1_000_000) / 8 }
const runs = 5

const dataFolder = await mkdtemp(join(tmpdir(), 'steward-page-'))
const server = await startServer({ port: 0, host: '127.0.0.1', dataFolder })
const browser = await launchBrowser()
try {
  await tellWeight()
  const large = await bring(makeAgreement({ articles: 40, sections: 25, paragraphs: 4, seed: 7 }))
  for (const [says, path] of [
    ['library', '/'],
    ['first article of a known agreement', '/read/chaffey-2010'],
    ['a clause sent as a link (6.4.1)', '/read/chaffey-2010/6.4.1'],
    ['a clause in a book of 5,000', `/read/${large}/20.12.2`],
  ] as const) {
    const paints = []
    for (let run = 0; run < runs; run++) paints.push(await largestPaint(path))
    const { paint, shift, alive } = paints.sort((a, b) => a.paint - b.paint)[runs >> 1] ?? { paint: 0, shift: 0, alive: 0 }
    say(`largest paint, slow phone, ${says}`, `${Math.round(paint)} ms (shift ${shift.toFixed(3)}; answers to the hand after ${Math.round(alive)} ms)`)
  }
  for (const slower of [1, 4]) say(`scrolling the book of 5,000, processor ${slower === 1 ? 'as it is' : `${slower}x slower`}`, await scrollFrames(large, slower))
  say('search as one types, 24 letters, from key to list', await typingTimes())
} finally {
  await browser.close()
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(62)} ${figure}`)
}

/** Script that the reading page loads, packed, and all else beside it. */
async function tellWeight(): Promise<void> {
  const files = await openAppFiles()
  const head = files.head('read')
  const names = [...new Set([...head.matchAll(/\/assets\/([\w.-]+)/g)].map((match) => match[1] ?? ''))]
  const size = (ends: string, packed: boolean): number =>
    names.filter((name) => name.endsWith(ends)).reduce((sum, name) => sum + (packed ? gzipSync(files.assets.get(name)?.plain ?? '', { level: 9 }).length : (files.assets.get(name)?.plain.length ?? 0)), 0)
  const brotli = names.filter((name) => name.endsWith('.js')).reduce((sum, name) => sum + (files.assets.get(name)?.br?.length ?? 0), 0)
  say('script of the reading page, gzip', `${(size('.js', true) / 1000).toFixed(1)} kB (brotli, as sent: ${(brotli / 1000).toFixed(1)} kB)`)
  say('style, gzip; the face for text', `${(size('.css', true) / 1000).toFixed(1)} kB; ${(size('.woff2', false) / 1000).toFixed(1)} kB`)
}

async function bring(text: string): Promise<string> {
  const sent = await fetch(`${server.url}/api/v1/imports?name=large.txt`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text })
  let view = (await sent.json()) as { id: string; state: string; book: string | null }
  while (view.state !== 'done') {
    if (view.state === 'failed') throw new Error('the large book could not be read')
    await new Promise((again) => setTimeout(again, 100))
    view = (await (await fetch(`${server.url}/api/v1/imports/${view.id}`)).json()) as typeof view
  }
  const book = (await (await fetch(`${server.url}/api/v1/books/${view.book}`)).json()) as { clauses: number }
  say('the large book has', `${book.clauses} clauses, ${Math.round(text.length / 1000)} kB`)
  return view.book ?? ''
}

async function slowPage(slower: number, line: boolean): Promise<{ page: Page; wire: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await wire.send('Network.enable')
  await wire.send('Network.clearBrowserCache')
  if (line) await wire.send('Network.emulateNetworkConditions', slowLine)
  return { page, wire, close: () => context.close() }
}

async function largestPaint(path: string): Promise<{ paint: number; shift: number; alive: number }> {
  const { page, close } = await slowPage(4, true)
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => list.getEntries().forEach((it) => (seen.paint = it.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const it of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!it.hadRecentInput) seen.shift += it.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(server.url + path)
  await page.locator('html[data-alive]').waitFor({ state: 'attached' })
  const alive = await page.evaluate(() => performance.now())
  await page.waitForTimeout(1_500)
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { paint: number; shift: number } }).seen)
  await close()
  return { ...seen, alive }
}

/** Frames a second over a long steady scroll through many articles, and the longest pause. */
async function scrollFrames(book: string, slower: number): Promise<string> {
  const { page, close } = await slowPage(slower, false)
  await page.goto(`${server.url}/read/${book}/1.1`)
  await page.locator('[data-leaf="40"]').waitFor({ state: 'attached' })
  await page.waitForTimeout(1_000)
  const times = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const stamps: number[] = []
        const frame = (at: number): void => {
          stamps.push(at)
          scrollBy(0, 40)
          if (stamps.length < 600) requestAnimationFrame(frame)
          else done(stamps)
        }
        requestAnimationFrame(frame)
      }),
  )
  const gaps = times.slice(1).map((it, at) => it - (times[at] ?? it)).sort((a, b) => a - b)
  const whole = (times.at(-1) ?? 0) - (times[0] ?? 0)
  await close()
  const late = gaps.filter((it) => it > 25).length
  return `${((gaps.length / whole) * 1000).toFixed(1)} frames/s over ${gaps.length} frames; 99 of 100 within ${(gaps[Math.floor(gaps.length * 0.99)] ?? 0).toFixed(1)} ms; ${late} late; longest ${(gaps.at(-1) ?? 0).toFixed(1)} ms`
}

/** From a key to the list that answers it, with the pause that waits for the next key taken in. */
async function typingTimes(): Promise<string> {
  const { page, close } = await slowPage(1, false)
  await page.goto(server.url)
  await page.locator('html[data-alive]').waitFor({ state: 'attached' })
  await page.focus('.search input')
  await page.keyboard.type('a')
  await page.getByRole('option').first().waitFor()
  const times: number[] = []
  for (const letter of ' class size maximum pupil') {
    const answered = page.waitForResponse('**/api/v1/search?**')
    const started = performance.now()
    await page.keyboard.type(letter)
    await answered
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  await close()
  return `middle ${Math.round(times[times.length >> 1] ?? 0)} ms, longest ${Math.round(times.at(-1) ?? 0)} ms`
}

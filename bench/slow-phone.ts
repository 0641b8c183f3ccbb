import type { Browser, Page } from 'playwright-core'

/** A mid-range phone on a bad signal, in the browser of this machine: four times slower, 1.6 Mbit/s, 150 ms there and back. */

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const badSignal = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_000_000) / 8, uploadThroughput: (0.75 * 1_000_000) / 8 }

export interface Paint {
  /** Milliseconds from the tap to the largest paint. */
  readonly paint: number
  /** How much of the page moved by itself, as browsers count it. */
  readonly shift: number
  /** Milliseconds until the page answers to the hand. */
  readonly alive: number
}

/** A page in a window of its own; `slower` times this machine's pace, with the bad signal where it is asked for. */
export async function openPhone(browser: Browser, slower: number, signal: boolean): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await wire.send('Network.enable')
  await wire.send('Network.clearBrowserCache')
  if (signal) await wire.send('Network.emulateNetworkConditions', badSignal)
  return { page, close: () => context.close() }
}

/** The first visit to an address, with nothing kept from before. */
export async function firstVisit(browser: Browser, url: string): Promise<Paint> {
  const { page, close } = await openPhone(browser, 4, true)
  await page.addInitScript(watchPaints)
  await page.goto(url)
  await page.locator('html[data-alive]').waitFor({ state: 'attached' })
  const alive = await page.evaluate(() => performance.now())
  await page.waitForTimeout(1_500)
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { paint: number; shift: number } }).seen)
  await close()
  return { ...seen, alive }
}

function watchPaints(): void {
  const seen = { paint: 0, shift: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => list.getEntries().forEach((it) => (seen.paint = it.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const it of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!it.hadRecentInput) seen.shift += it.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Scrolls steadily, 40 pixels a frame, and gives the milliseconds between frames. */
export async function scrollFrames(page: Page, frames: number): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<number[]>((done) => {
        const stamps: number[] = []
        const frame = (at: number): void => {
          stamps.push(at)
          scrollBy(0, 40)
          if (stamps.length <= wanted) requestAnimationFrame(frame)
          else done(stamps.slice(1).map((it, index) => it - (stamps[index] ?? it)))
        }
        requestAnimationFrame(frame)
      }),
    frames,
  )
}

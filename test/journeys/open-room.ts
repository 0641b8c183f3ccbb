import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { startServer } from '#web/start-server.ts'
import { browserPath } from '../set-up.ts'

/** A really started server with an empty data folder, and a real browser that goes there. */

export const sample = resolve(import.meta.dirname, '../../agreements/sample/agreement.txt')
export const nextSample = resolve(import.meta.dirname, '../../agreements/sample/agreement-next.txt')

export interface OpenRoom {
  readonly url: string
  readonly browser: Browser
  /** A new page; what goes wrong in it (errors, refused content) is kept in `troubles`. */
  page(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  readonly troubles: string[]
  close(): Promise<void>
}

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error('No browser. Run npm test, which brings one, or set STEWARD_BROWSER.')
  return chromium.launch({ executablePath, args: quiet })
}

export async function openRoom(): Promise<OpenRoom> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'steward-room-'))
  const [server, browser] = await Promise.all([startServer({ port: 0, host: '127.0.0.1', dataFolder }), launchBrowser()])
  const troubles: string[] = []
  const contexts: BrowserContext[] = []
  return {
    url: server.url,
    browser,
    troubles,
    page: async (options) => {
      const context = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'], ...options })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
      page.on('console', (line) => void (line.type() === 'error' && !/status of 4\d\d/.test(line.text()) && troubles.push(`${page.url()}: ${line.text()}`)))
      page.setDefaultTimeout(10_000)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Drops a file on the page, as a hand would. */
export async function dropFile(page: Page, path: string, name: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const data = await page.evaluateHandle(([content, called]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content ?? ''], called ?? ''))
    return transfer
  }, [text, name])
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong with the page as it stands, in one line each; by some of its rules or by all. */
export async function axeFindings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // By the debugger's door: the page's own policy rightly lets no foreign script in.
  await page.evaluate(await readFile(axeSource, 'utf8'))
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }
    const { violations } = await axe.run({ resultTypes: ['violations'], ...(only.length > 0 ? { runOnly: only } : {}) })
    return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1, 2).join(' ').trim()}`))
  }, rules)
}

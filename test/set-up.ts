import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Brings what the tests need beyond npm's packages: a browser, from Debian's packages where we may install it. */

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The browser's path: STEWARD_BROWSER, or the first that is installed, or null. */
export function browserPath(): string | null {
  const told = process.env['STEWARD_BROWSER']
  if (told !== undefined && told !== '') return existsSync(told) ? told : null
  return places.find((place) => existsSync(place)) ?? null
}

/** Makes sure that there is a browser; the one line to run where we may not install it ourselves. */
export function bringBrowser(say: (line: string) => void): { ok: true } | { ok: false; run: string } {
  if (browserPath() !== null) return { ok: true }
  const byHand = { ok: false, run: 'sudo apt-get install -y chromium    # or set STEWARD_BROWSER to a Chromium or Chrome' } as const
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) return byHand
  say('The tests use a real browser: installing Debian’s chromium (about half a minute) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
    const ran = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    if (ran.status !== 0 && args[0] === 'install') return byHand
  }
  return browserPath() === null ? byHand : { ok: true }
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bringBrowser } from './set-up.ts'

/** `npm test`: brings the browser, builds the app, runs every test, and closes with one plain line of counts. Arguments are passed on (`npm test -- src/book`). */

const top = resolve(import.meta.dirname, '..')
const browser = bringBrowser((line) => console.log(line))
if (!browser.ok) {
  console.error(`The tests need a browser, and this account may not install one. Run this, then npm test again:\n\n    ${browser.run}\n`)
  process.exit(69)
}
run(['node_modules/vite/bin/vite.js', 'build', '--config', 'src/web/app/vite.config.ts', '--logLevel', 'warn'])
process.exit(runTests(process.argv.slice(2)))

function run(args: string[]): void {
  const ran = spawnSync(process.execPath, args, { cwd: top, stdio: 'inherit' })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}

function runTests(which: string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'steward-test-'))
  const report = join(folder, 'report.json')
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...which]
  const ran = spawnSync(process.execPath, args, { cwd: top, stdio: 'inherit' })
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number }
    const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''
    console.log(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`)
    return ran.status ?? 1
  } catch {
    console.error('The test runner stopped before it could report.')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

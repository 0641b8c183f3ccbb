import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDataFolder } from '#store/data-folder.ts'
import { openShelf } from '#store/shelf.ts'

/** Kills a writer at many different moments and looks at what is left. */

const writer = new URL('./shelf-writer.ts', import.meta.url).pathname

test('a writer killed at any moment loses nothing it had told of, and leaves nothing half', async () => {
  const path = await mkdtemp(join(tmpdir(), 'steward-killed-'))
  const told: string[] = []
  try {
    for (let round = 0; round < 6; round++) {
      told.push(...(await killAfter(path, 4 + round * 13)))
      const shelf = await openShelf(await openDataFolder(path))
      const there = await shelf.list()
      const ids = new Set(there.map((it) => it.id))
      expect(told.filter((id) => !ids.has(id))).toEqual([])
      for (const { id } of there) expect((await shelf.book(id))?.articles[0]?.clauses[0]?.text).toContain('minutes')
    }
    expect(told.length).toBeGreaterThan(6)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}, 60_000)

/** What the writer had told of when it was killed, so many milliseconds after its first word. */
function killAfter(path: string, ms: number): Promise<string[]> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (heard === '') setTimeout(() => child.kill('SIGKILL'), ms)
      heard += chunk.toString()
    })
    // A line without its end was cut off in the telling.
    child.on('close', () => done(heard.split('\n').slice(0, -1)))
  })
}

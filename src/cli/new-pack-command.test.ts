import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadPackFolder } from '#pack/load-pack-folder.ts'

const top = resolve(import.meta.dirname, '../..')
const sample = join(top, 'agreements/sample/agreement.txt')
const scratch = mkdtempSync(join(tmpdir(), 'steward-new-pack-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function steward(args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(join(top, 'bin/steward'), args, { cwd: scratch, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

describe('steward new-pack', () => {
  test('refuses a name that no folder should have, and a file that is not there', () => {
    expect(steward(['new-pack', sample, '--name', 'My Pack!'])).toMatchObject({ code: 2, err: expect.stringContaining('"My Pack!" is no name for a pack') })
    expect(steward(['new-pack', 'nowhere.pdf']).code).toBe(3)
  })

  test('writes a folder that loads without a note, and never over one that is there', async () => {
    const made = steward(['new-pack', sample, '--name', 'lakeside', '--to', scratch])
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('81 clauses in 8 files.') })
    const loaded = await loadPackFolder(join(scratch, 'lakeside'))
    expect(loaded.ok ? loaded.notes : loaded.problem).toEqual([])
    const before = readFileSync(join(scratch, 'lakeside/agreement.yaml'), 'utf8')
    expect(steward(['new-pack', sample, '--name', 'lakeside', '--to', scratch])).toMatchObject({ code: 5, err: expect.stringContaining('is there already; nothing was changed') })
    expect(readFileSync(join(scratch, 'lakeside/agreement.yaml'), 'utf8')).toBe(before)
    expect(existsSync(join(scratch, 'lakeside/fingerprints.csv'))).toBe(true)
  })
})

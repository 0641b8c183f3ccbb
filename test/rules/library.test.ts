import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import type * as Library from '#determinations/library.ts'

/** The library as another program gets it: built, imported as a bundle, with no help from this house. */

const top = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'library-'))
let steward: typeof Library

beforeAll(async () => {
  execFileSync(process.execPath, [join(top, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(top, 'vite.library.config.ts'), '--logLevel', 'error'], { cwd: top, env: { ...process.env, STEWARD_LIBRARY_OUT: folder } })
  steward = (await import(pathToFileURL(join(folder, 'steward.js')).href)) as typeof Library
})

afterAll(() => rmSync(folder, { recursive: true }))

async function samplePack(): Promise<Library.LoadedPack> {
  const files = await readPackFiles(join(top, 'agreements/sample'))
  if (!files.ok) throw new Error(files.problem.what)
  const loaded = steward.loadPack(files.value)
  if (!loaded.ok) throw new Error(loaded.problem.what)
  return loaded.value
}

describe('the library', () => {
  test('is one file that imports nothing, of Node or otherwise', () => {
    const text = readFileSync(join(folder, 'steward.js'), 'utf8')
    expect(text.match(/^import .*$/gm)).toBeNull()
    expect(text).not.toMatch(/\brequire\(|from ["']node:/)
  })

  test('loads a pack and decides', async () => {
    const pack = await samplePack()
    expect(steward.decide(pack, { decision: 'hourly_rate', input: { yearly_salary: 64400 } })).toMatchObject({ status: 'determined', value: { hourly: 50 }, clauses: ['2.4', '2.3'] })
    expect(steward.decide(pack, { decision: 'hourly_rate', input: {} })).toMatchObject({ status: 'needs_input', value: null })
  })

  test('decides for many', async () => {
    const pack = await samplePack()
    expect(steward.bulk(pack, { decision: 'hourly_rate' }, [{ yearly_salary: 64400 }, { yearly_salary: 52000 }]).map((it) => it.value)).toEqual([{ hourly: 50 }, { hourly: 40.37 }])
  })

  test('says what is wrong with a pack that is none', () => {
    expect(steward.loadPack(new Map([['agreement.yaml', ': :']]))).toMatchObject({ ok: false })
  })

  test('has its types beside it, which name only each other', () => {
    const types = readdirSync(join(folder, 'types'), { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.d.ts'))
    expect(types).toContain('determinations/library.d.ts')
    for (const path of types) expect(readFileSync(join(folder, 'types', path), 'utf8'), path).not.toMatch(/from ['"]#|\.ts['"]/)
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'steward-dmn-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function dmn(...args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(join(top, 'bin/steward'), ['dmn', ...args], { cwd: top, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

describe('steward dmn', () => {
  test('a day that is none is refused with 2', () => {
    const ran = dmn('sample', '--as-of', '2024-02-30')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('"2024-02-30" is no day')
  })
  test('a decision that counts work days is refused with its reason and leaves with 4', () => {
    const ran = dmn('sample', 'grievance_filing')
    expect(ran.code).toBe(4)
    expect(ran.err).toBe('DMN cannot hold grievance_filing: it counts kinds of day.\n')
  })
  test('a decision that is not there is named', () => {
    expect(dmn('sample', 'lunch').err).toContain('no decision named lunch')
  })
  test('a folder that cannot be made is told with 5', () => {
    const file = join(scratch, 'a-file')
    writeFileSync(file, '')
    expect(dmn('sample', '-o', join(file, 'inside')).code).toBe(5)
  })
  test('one decision goes to standard output', () => {
    const ran = dmn('sample', 'salary_cell')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"')
  })
  test('all that can be written stand in a folder, a file each, and the others are named', () => {
    const folder = join(scratch, 'sample')
    const ran = dmn('sample', '-o', folder)
    const count = /(\d+) decisions written to .*, \d+ cannot\./.exec(ran.out)?.[1]
    const files = readdirSync(folder)
    expect(String(files.length)).toBe(count)
    expect(ran.out).toContain('grievance_filing  left out: it counts kinds of day')
    expect(files.every((file) => readFileSync(join(folder, file), 'utf8').endsWith('</definitions>\n'))).toBe(true)
  })
})

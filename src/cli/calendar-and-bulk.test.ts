import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { civilText } from '#plain/civil-day.ts'

const top = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'steward-days-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function steward(...args: string[]): { code: number | null; out: string; err: string } {
  const ran = spawnSync(join(top, 'bin/steward'), args, { cwd: top, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

function made(name: string, text: string): string {
  const path = join(scratch, name)
  writeFileSync(path, text)
  return path
}

describe('steward calendar refuses', () => {
  test.each([
    [['calendar'], 2, 'Say import, show or count.'],
    [['calendar', 'count', 'sample', '--after', '2024-02-30', '--days', '3'], 2, '2024-02-30 is not a day.'],
    [['calendar', 'count', 'sample', '--after', '2025-06-06', '--days', '1'], 4, 'are not in the calendar'],
    [['calendar', 'count', 'sample', '--after', '2024-09-02', '--days', '1', '--kind', 'moon'], 4, 'There is no kind of day "moon"'],
    [['calendar', 'show', 'pleasant-valley-2015'], 4, 'has no calendar of its own'],
    [['calendar', 'import', 'no-such.ics'], 3, 'There is no such file'],
    [['calendar', 'import', 'README.md'], 3, 'does not name a column for the date'],
  ])('%j', (args, code, says) => {
    const ran = steward(...args)
    expect(ran.err).toContain(says)
    expect(ran.code).toBe(code)
  })
})

test('a count names its days and can be taken into a calendar program', () => {
  const ics = join(scratch, 'count.ics')
  const ran = steward('calendar', 'count', 'sample', '--after', '2024-08-29', '--days', '3', '--kind', 'work', '--ics', ics)
  expect(ran.out).toBe('3 work days after 2024-08-29 is 2024-09-04, a Wednesday.\nThe first day counted is 2024-08-30.\n2024-09-02 Monday    Labor Day\n')
  const read = readIcsEvents('count.ics', readFileSync(ics, 'utf8'))
  expect(read.ok && read.value.map((it) => civilText(it.from))).toEqual(['2024-09-04'])
})

test('a published calendar becomes a file for a pack', () => {
  const csv = made('days.csv', 'Date,Name\n8/18/2025,First day of school\n9/1/2025,Labor Day - No School\n10/1/2025,Spirit Day\n6/4/2026,Last day of school\n')
  const to = join(scratch, '2025-2026.yaml')
  const ran = steward('calendar', 'import', csv, '--to', to)
  expect(ran.err).toContain('Left out. 2025-10-01 Spirit Day: the title does not say whether schools are closed')
  expect(readFileSync(to, 'utf8')).toContain('  - {on: 2025-09-01, name: "Labor Day - No School"}\n')
})

test('a year is shown month by month, with its closed days', () => {
  const ran = steward('calendar', 'show', 'sample', '2024-2025')
  expect(ran.out).toContain('184 work days, 2024-08-19 to 2025-06-06')
  expect(ran.out).toContain('2024-11-25  Thanksgiving week (work, grievance)')
})

describe('steward bulk', () => {
  test.each([
    [['bulk', 'sample', 'people.csv'], 2, 'Name a pack, at least one decision, and a file.'],
    [['bulk', 'sample', 'salary', 'no-such.csv'], 3, 'There is no file no-such.csv'],
    [['bulk', 'sample', 'hourly_rat', 'package.json'], 3, 'Did you mean hourly_rate?'],
  ])('refuses %j', (args, code, says) => {
    const ran = steward(...args)
    expect(ran.err).toContain(says)
    expect(ran.code).toBe(code)
  })

  test('answers a table into a file, which stands there only when it is whole', () => {
    const people = made('people.csv', 'member,class,step\r\nAna,D,10\r\nBo,G,10\r\n')
    const out = join(scratch, 'answered.csv')
    const ran = steward('bulk', 'chaffey-2010', 'salary_cell', people, '--as-of', '2010-09-01', '--out', out, '--strict')
    // D/10 is 39,966 times 1.75, half up: $69,941.
    expect(readFileSync(out, 'utf8')).toBe('member,class,step,salary,index,note\nAna,D,10,69941.00,1.75,\nBo,G,10,,,"salary_cell: class must be one of A, B, C, D, E, F; it is ""G""."\n')
    expect(ran.err).toContain(`Written: ${out} (2 rows, 1 with a note)`)
    expect(ran.code).toBe(1)
    expect(existsSync(`${out}.part`)).toBe(false)
  })

  test('a place that cannot be written leaves with 5', () => {
    const people = made('few.csv', 'name\nAna\n')
    expect(steward('bulk', 'sample', 'hourly_rate', people, '--out', '/no/such/place.csv').code).toBe(5)
  })
})

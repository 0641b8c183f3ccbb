import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'steward-decide-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The program itself, in a process of its own; the tests run side by side, since most of their time is its start. */
function steward(args: readonly string[], input = '', zone = 'UTC'): Promise<Ended> {
  return new Promise((ended) => {
    const child = execFile(join(top, 'bin/steward'), args, { cwd: top, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', TZ: zone }, maxBuffer: 1e8 }, (error, out, err) => ended({ code: error === null ? 0 : Number(error.code), out, err }))
    child.stdin?.end(input)
  })
}

// Autumn 2024 with the 7th and 8th of November closed, which the agreement's own calendar does not close.
mkdirSync(join(scratch, 'calendars'))
writeFileSync(join(scratch, 'calendars', 'closed.json'), JSON.stringify({ span: ['2024-11-01', '2024-12-20'], closed: { grievance: ['2024-11-07', '2024-11-08', '2024-11-11', '2024-11-25', '2024-11-26', '2024-11-27', '2024-11-28', '2024-11-29'] } }))
const cases = join(scratch, 'cases.jsonl')
writeFileSync(
  cases,
  [
    '{"case":"a","decision":"grievance_filing","input":{"knew_on":"2024-11-04"}}',
    '{"case":"b","decision":"grievance_filing","input":{"knew_on":"2024-11-31"}}',
    'this is no case',
    '',
    '{"case":"c","decision":"grievance_filing","input":{"knew_on":"2024-11-04"},"calendar":"closed.json"}',
    '{"case":"d","decision":"grievance_filing","input":{"knew_on":"2024-11-04"},"calendar":"nowhere.json"}',
    '{"case":"e","decision":"grievance_filing","input":{}}',
    '{"case":"f","decision":"grievance_filling","input":{}}',
    '{"case":"g","decision":"grievance_filing","input":{"knew_on":"2027-05-04"}}',
  ].join('\r\n'),
)

describe('a file of cases', async () => {
  const ran = await steward(['decide', 'sample', '--batch', cases])
  const answers = ran.out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

  test.concurrent('is answered line by line in its order; bad lines are answered as errors and the others still run', async () => {
    expect(ran.code).toBe(0)
    expect(answers.map((it) => [it['case'], it['status'], (it['error'] as { input: unknown } | undefined)?.input])).toEqual([
      ['a', 'determined', undefined],
      ['b', 'error', 'knew_on'],
      [undefined, 'error', null],
      ['c', 'determined', undefined],
      ['d', 'error', 'calendar'],
      ['e', 'needs_input', undefined],
      ['f', 'error', 'decision'],
      ['g', 'error', 'calendar'],
    ])
  })

  test.concurrent('counts by the calendar of the case, which lies in calendars/ beside the file', async () => {
    // Fifteen days after November 4: the agreement's own closes November 11 and 25 to 29; the case's closes the 7th and 8th too.
    expect(answers.filter((it) => it['status'] === 'determined').map((it) => (it['value'] as { due_by: string }).due_by)).toEqual(['2024-12-03', '2024-12-05'])
  })

  test.concurrent('gives the same bytes in four time zones, on standard output and into a file', async () => {
    await Promise.all(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'].map(async (zone) => {
      const out = join(scratch, `answers-${zone.replace('/', '-')}.jsonl`)
      const again = await steward(['decide', 'sample', '--batch', cases, '--out', out], '', zone)
      expect([again.code, again.out, again.err]).toEqual([0, '', `Written: ${out} (8 answers, 5 of them errors)\n`])
      expect(readFileSync(out, 'utf8')).toBe(ran.out)
    }))
  })

  test.concurrent('comes from standard input too, and with --strict an error leaves with 1', async () => {
    const one = await steward(['decide', 'sample', '--batch', '-', '--strict'], '{"decision":"grievance_filing","input":{"knew_on":4}}')
    expect([one.code, JSON.parse(one.out)]).toMatchObject([1, { status: 'error', error: { input: 'knew_on' } }])
  })

  test.concurrent('that cannot be written is told with 5', async () => {
    const ran = await steward(['decide', 'sample', '--batch', cases, '--out', join(scratch, 'no-such-folder', 'answers.jsonl')])
    expect([ran.code, ran.err]).toEqual([5, expect.stringContaining('Name another place with --out')])
  })

  test.concurrent('that is not there is refused with 3', async () => {
    expect((await steward(['decide', 'sample', '--batch', 'no-such.jsonl'])).code).toBe(3)
  })

  test.concurrent('may be answered into itself: its cases are read to the end before the answers take their place', async () => {
    const itself = join(scratch, 'itself.jsonl')
    writeFileSync(itself, readFileSync(cases, 'utf8'))
    expect((await steward(['decide', 'sample', '--batch', itself, '--out', itself])).err).toContain('(8 answers, 5 of them errors)')
    expect(readFileSync(itself, 'utf8')).toBe(ran.out)
    expect(existsSync(`${itself}.part`)).toBe(false)
  })

  test.concurrent('goes on past a calendar that is a folder or no name at all', async () => {
    const strange = ['calendars', '', '.', 'a'.repeat(9000), 'a\u0000b'].map((calendar) => `{"decision":"grievance_filing","input":{"knew_on":"2024-11-04"},"calendar":${JSON.stringify(calendar)}}`)
    const out = (await steward(['decide', 'sample', '--batch', '-'], [...strange, '{"decision":"grievance_filing","input":{"knew_on":"2024-11-04"}}'].join('\n'))).out
    expect(out.trim().split('\n').map((line) => (JSON.parse(line) as { status: string }).status)).toEqual(['error', 'error', 'error', 'error', 'error', 'determined'])
  })
})

describe('one question', () => {
  test.concurrent('is answered in words, with the count', async () => {
    const ran = await steward(['decide', 'sample', '--decision', 'grievance_filing', '--input', '{"knew_on":"2024-11-04"}'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('Tuesday 2024-12-03')
    expect(ran.out).toContain('Not counted: 2024-11-11 Veterans Day;')
  })

  test.concurrent('needs a pack that is there, and facts that are JSON', async () => {
    const strange = await steward(['decide', 'smaple', '--decision', 'grievance_filing'])
    expect([strange.code, strange.err]).toEqual([3, expect.stringContaining('Did you mean sample?')])
    expect((await steward(['decide', 'sample', '--decision', 'grievance_filing', '--input', '{knew_on'])).code).toBe(2)
    expect((await steward(['decide', 'sample'])).code).toBe(2)
  })

  test.concurrent('that names no decision of the pack leaves with 4, and a calendar that is a folder with 2', async () => {
    const nobody = await steward(['decide', 'sample', '--decision', 'grievance_filling'])
    expect([nobody.code, nobody.out]).toEqual([4, expect.stringContaining('Did you mean grievance_filing?')])
    expect((await steward(['decide', 'sample', '--decision', 'grievance_filing', '--calendar', '.'])).code).toBe(2)
  })

  test.concurrent('in everyday words finds its decision and says what it needs', async () => {
    const ran = await steward(['ask', 'sample', 'how long do I have to grieve?'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('On which day did the teacher learn of it, or should have?')
  })

  test.concurrent('that nothing answers leaves with 4', async () => {
    expect((await steward(['ask', 'sample', 'what is the wifi password'])).code).toBe(4)
  })
})

test.concurrent('explain shows the working, what would change it, and a receipt', async () => {
  const ran = await steward(['explain', 'sample', 'grievance_filing', '--input', '{"knew_on":"2024-11-04","filed_on":"2024-12-02"}'])
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('How it comes about')
  expect(ran.out).toContain('2 days later for filed on (Wednesday 2024-12-04): timely no instead of yes.')
  expect(ran.out).toMatch(/result {4}[0-9a-f]{64}/)
})

test.concurrent('a receipt is recomputed the same, and an altered one is found out', async () => {
  const file = join(scratch, 'receipt.json')
  expect((await steward(['explain', 'sample', 'grievance_filing', '--input', '{"knew_on":"2024-11-04"}', '--receipt', file])).code).toBe(0)
  expect(await steward(['verify', 'sample', file])).toMatchObject({ code: 0, out: expect.stringContaining('The same') as string })
  writeFileSync(file, readFileSync(file, 'utf8').replace('2024-11-04', '2024-11-05'))
  expect(await steward(['verify', 'sample', file])).toMatchObject({ code: 1, out: 'The answer is another; changed since: the facts.\n' })
  expect((await steward(['verify', 'sample', 'no-receipt.json'])).code).toBe(3)
})

test.concurrent('the sample agreement meets all its examples', async () => {
  const ran = await steward(['examples', 'sample', '--json'])
  expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { failures: [], problems: [] }])
})

test.concurrent('decisions lists facts and answers as data', async () => {
  const listed = JSON.parse((await steward(['decisions', 'sample', 'grievance_filing', '--json'])).out) as { facts: { name: string }[] }[]
  expect(listed[0]?.facts.map((fact) => fact.name)).toEqual(['knew_on', 'talk_asked_on', 'talk_held_on', 'filed_on'])
})

test.concurrent('timetable says where a grievance stands', async () => {
  const run = JSON.parse((await steward(['timetable', 'sample', 'grievance', '--begun', '2024-11-04', '--as-of', '2024-11-18', '--json'])).out) as { open: string; steps: { state: string; due: string }[] }
  // Eight days: November 5 to 8 and 12 to 15. The principal was silent, so it stands at level two.
  expect([run.open, run.steps[0]]).toEqual(['level_2_answer', expect.objectContaining({ state: 'silent', due: '2024-11-15' })])
})

test.concurrent('coverage prints the share of every state', async () => {
  const coverage = JSON.parse((await steward(['coverage', 'sample', '--json'])).out) as { shares: Record<string, number> }
  expect(Object.values(coverage.shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

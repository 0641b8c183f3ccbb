import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarFinder } from '../../src/cli/find-calendar.ts'
import { loadPack } from '../../src/determinations/load-pack.ts'
import type { LoadedPack } from '../../src/determinations/loaded-pack.ts'
import { runExamples } from '../../src/determinations/run-examples.ts'
import { readPackFiles } from '../../src/pack/load-pack-folder.ts'

// The page that teaches to write a rule: what it shows runs, and what it says of messages is what the program says.

const folder = resolve(import.meta.dirname, '../../agreements/sample')
const page = readFileSync(resolve(import.meta.dirname, '../../docs/writing-rules.md'), 'utf8')
const blocks = [...page.matchAll(/<!-- (put|in the pack) under (\S+) -->\n```rule\n([\s\S]*?)```/g)].map(([, how = '', clause = '', text = '']) => ({ how, clause, text }))
const added = blocks.find(({ how }) => how === 'put')!
let files = new Map<string, string>()

beforeAll(async () => {
  const read = await readPackFiles(folder)
  if (!read.ok) throw new Error(read.problem.what)
  files = new Map(read.value)
})

describe('docs/writing-rules.md', () => {
  test('says of every block where it belongs', () => {
    expect(blocks.map(({ how, clause }) => `${how} ${clause}`)).toEqual(['put 5.4', 'in the pack 6.2.1'])
    expect(page.match(/^```rule$/gm)).toHaveLength(blocks.length)
  })

  test('shows blocks and lines of the sample as they stand there', () => {
    const articles = [...files].filter(([path]) => path.startsWith('articles/')).map(([, text]) => text).join('\n')
    for (const { how, text } of blocks) if (how === 'in the pack') expect(articles).toContain(text)
    const [, lines = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
    expect(lines).toContain('deadline:')
    expect(articles).toContain(lines)
  })

  test('teaches a rule that loads without a word of complaint and meets its three examples', () => {
    const pack = load(withBlock(added.clause, added.text))
    expect(pack.problems).toEqual([])
    const runs = runExamples(pack, calendarFinder(pack, folder)).filter(({ example }) => example.decision === 'bank_membership')
    expect(runs.map(({ differences }) => differences)).toEqual([[], [], []])
  })

  test('names rules that the sample has, at their clauses', () => {
    const { rules } = load(files)
    const heads = [...rules.decisions, ...rules.definitions, ...rules.parameters, ...rules.procedures, ...rules.duties]
    const exceptions = rules.decisions.flatMap(({ values }) => values.flatMap((value) => value.exceptions))
    const there = new Set([...heads, ...exceptions].map(({ name, at }) => `${name} ${at.clause}`))
    const named = [...page.matchAll(/`([a-z_]+)` (\d[\d.]*\d|App\. \w)/g)].map(([, name, clause]) => `${name} ${clause}`).filter((it) => it !== 'grievance 2.1')
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((it) => !there.has(it))).toEqual([])
  })

  test.each([
    ['Nothing is named "gave_day" here.', (text: string) => text.replace('gave_day_on <= last_day', 'gave_day <= last_day')],
    ['"ask" is no key that belongs here. Did you mean "asks"?', (text: string) => text.replace('asks:', 'ask:')],
    ['The text holds a colon and a space.', (text: string) => text.replace('  member: if', '   member: if')],
    ['periods 4 fits no row.', () => twoFaults],
    ['Rows 2 and 3 both fit periods 6.', () => twoFaults],
    ['The answer member is declared as date and is boolean.', (text: string) => text.replace('member: {type: boolean}', 'member: {type: date}')],
    ['over may be null here.', () => maybeNull],
    ['The number 10 stands in the formula of "last_day".', (text: string) => text.replace('figures: {october: 10}\n', '').replace('october, 1', '10, 1')],
    ['"bank_membership" has 2 examples.', (text: string) => text.slice(0, text.lastIndexOf('  - given'))],
    ['5.9 is cited, and the pack has no such clause.', (text: string) => text.replace('asks:', 'clauses: ["5.9"]\nasks:')],
    ['"bank_draw" is the name of two blocks', (text: string) => text.replace('bank_membership', 'bank_draw')],
  ])('says of a mistake what the program says: %s', (message, spoil) => {
    expect(page).toContain(message)
    const { problems } = load(withBlock(added.clause, spoil(added.text)))
    expect(problems.map(({ what, next }) => `${what} ${next}`).join('\n')).toContain(message.replace(' may be null here.', ' may be null here'))
  })
})

const twoFaults = `decision: planning_minutes
asks: How many minutes of planning?
facts:
  periods: {type: integer, min: 0}
values:
  minutes:
    table: |
      | periods | minutes |
      | <= 3    | 0       |
      | 5..6    | 150     |
      | >= 6    | 200     |
gives:
  minutes: {type: integer}
`

const maybeNull = `decision: doubled
asks: How many over, twice?
facts:
  pupils: {type: integer}
values:
  over: if pupils > 30 then pupils - 30 else null
gives:
  twice: {type: integer, is: over * 2}
`

function withBlock(clause: string, text: string): Map<string, string> {
  const path = `articles/0${clause[0]}`
  const [name, article] = [...files].find(([it]) => it.startsWith(path))!
  const at = article.indexOf(`\n## ${clause} `)
  const end = article.indexOf('\n#', at + 2)
  return new Map(files).set(name, `${article.slice(0, end)}\n\`\`\`rule\n${text}\`\`\`\n${article.slice(end)}`)
}

function load(of: ReadonlyMap<string, string>): LoadedPack {
  const pack = loadPack(of)
  if (!pack.ok) throw new Error(pack.problem.what)
  return pack.value
}

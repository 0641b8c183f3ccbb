import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '..')
const papers = ['README.md']

interface Example {
  readonly paper: string
  readonly line: number
  readonly command: string
  /** The printed lines; a line that is only `…` stands for any lines. */
  readonly shows: readonly string[]
}

describe('every example in the README does what the README shows', () => {
  const examples = papers.flatMap(examplesOf)
  test('there are examples', () => expect(examples.length).toBeGreaterThan(3))
  for (const example of examples) {
    test(`${example.paper} line ${example.line}: ${example.command}`, () => {
      const ran = spawnSync('sh', ['-c', `${example.command} 2>&1`], { cwd: top, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
      expect(withGaps(ran.stdout.trimEnd().split('\n'), example.shows)).toEqual(example.shows)
    })
  }
})

describe('every rule in the README stands in the sample agreement', () => {
  const rules = [...readFileSync(join(top, 'README.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
  test('there is one', () => expect(rules.length).toBeGreaterThan(0))
  const articles = readdirSync(join(top, 'agreements/sample/articles')).map((name) => readFileSync(join(top, 'agreements/sample/articles', name), 'utf8'))
  for (const rule of rules) test(rule.split('\n')[0] ?? '', () => expect(articles.some((article) => article.includes(rule))).toBe(true))
})

/** Console blocks: a line `$ command`, then what it prints. */
function examplesOf(paper: string): Example[] {
  const examples: { paper: string; line: number; command: string; shows: string[] }[] = []
  let inside = false
  for (const [index, line] of readFileSync(join(top, paper), 'utf8').split('\n').entries()) {
    if (line.startsWith('```')) inside = line === '```console'
    else if (inside && line.startsWith('$ ')) examples.push({ paper, line: index + 1, command: line.slice(2), shows: [] })
    else if (inside) examples.at(-1)?.shows.push(line.trimEnd())
  }
  return examples.map((example) => ({ ...example, shows: trimEnd(example.shows) }))
}

function trimEnd(lines: string[]): string[] {
  const kept = [...lines]
  while (kept.at(-1) === '') kept.pop()
  return kept
}

/** The printed lines with those that a `…` stands for folded into it, so that the two lists can be compared whole. */
function withGaps(printed: readonly string[], shows: readonly string[]): string[] {
  const folded: string[] = []
  let at = 0
  for (const [index, shown] of shows.entries()) {
    if (shown !== '…') {
      folded.push((printed[at] ?? '(nothing more was printed)').trimEnd())
      at += 1
      continue
    }
    const until = shows[index + 1]
    const found = until === undefined ? printed.length : printed.findIndex((line, place) => place >= at && line.trimEnd() === until)
    folded.push('…')
    at = found === -1 ? printed.length : found
  }
  if (at < printed.length) folded.push(...printed.slice(at))
  return folded
}

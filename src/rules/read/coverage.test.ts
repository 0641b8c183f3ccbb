import { expect, test } from 'vitest'
import { problemInWords } from '#plain/problem.ts'
import { readPack } from '#pack/read-pack.ts'
import { coverageOf } from '#rules/read/coverage.ts'
import { readRules } from '#rules/read/read-rules.ts'

const article = `# Article 6: Pay

## 6.1 Heading alone

### 6.1.1 Stipend

Fifty dollars.

\`\`\`rule
decision: stipend
clauses: ["6.1.1", "6.1.2"]
asks: How much?
facts: {early: {type: boolean}}
values:
  pay:
    table: |
      | early | pay | clause |
      | true  | $50 | 6.1.1  |
      | false | $40 | 6.1.3  |
gives: {pay: {type: money}}
\`\`\`

### 6.1.2 Cited by the decision

Yes.

### 6.1.3 Cited by a row

Yes.

### 6.1.4 Notice

The District posts it.

\`\`\`rule
duty: post_it
who: the District
must: post it
\`\`\`

### 6.1.5 Purpose

The parties are of good will.

> Reference: It states a purpose and binds nobody.

### 6.1.6 Nobody came to it yet

Some words.
`

test('each clause with words is executable, a duty, reference only or not done yet, with the rules that read it', () => {
  const files = new Map([['agreement.yaml', 'pack: tiny\ntitle: Tiny\n'], ['articles/06-pay.md', article]])
  const pack = readPack(files)
  if (!pack.ok) throw new Error(problemInWords(pack.problem))
  const coverage = coverageOf(pack.value, readRules(pack.value, files))
  expect(coverage.clauses.map(({ anchor, state, rules }) => [anchor, state, rules])).toEqual([
    ['6.1.1', 'executable', ['stipend']],
    ['6.1.2', 'executable', ['stipend']],
    ['6.1.3', 'executable', ['stipend']],
    ['6.1.4', 'duty tracked', ['post_it']],
    ['6.1.5', 'reference only', []],
    ['6.1.6', 'not yet', []],
  ])
  expect(coverage.clauses[4]?.reference).toBe('It states a purpose and binds nobody.')
  expect(coverage.counts).toEqual({ executable: 3, 'duty tracked': 1, 'reference only': 1, 'not yet': 1 })
  expect(coverage.shares.executable).toBe(0.5)
})

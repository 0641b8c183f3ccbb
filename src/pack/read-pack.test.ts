import { describe, expect, test } from 'vitest'
import { problemInWords } from '#plain/problem.ts'
import { doubtsAt, walkPack, type Pack } from '#pack/pack.ts'
import { readPack } from '#pack/read-pack.ts'

const manifest = 'pack: tiny\ntitle: The Tiny Agreement\n'
const article = '# Article 6: Grievances\n\n## 6.1 Filing\n\nIn writing, within ten days.\n'

function pack(files: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries({ 'agreement.yaml': manifest, 'articles/06-grievances.md': article, ...files }))
}

function notes(files: Record<string, string>): string[] {
  const read = readPack(pack(files))
  return read.ok ? read.notes.map(problemInWords) : [`failed: ${problemInWords(read.problem)}`]
}

function read(files: Record<string, string>): Pack {
  const outcome = readPack(pack(files))
  if (!outcome.ok) throw new Error(problemInWords(outcome.problem))
  return outcome.value
}

describe('What is wrong with a pack is told with file, line and clause, and the rest is kept', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['a key that nobody knows', { 'agreement.yaml': `${manifest}colour: blue\n` }, 'agreement.yaml, line 3: "colour" is no key that belongs here.'],
    ['a key inside a defect that nobody knows', { 'agreement.yaml': `${manifest}defects:\n  - at: "6.1"\n    says: A slip.\n    why: haste\n` }, 'agreement.yaml, line 6: "why" is no key that belongs here.'],
    ['no title', { 'agreement.yaml': 'pack: tiny\n' }, 'agreement.yaml, line 1: "title" is missing.'],
    ['a day that is none', { 'agreement.yaml': `${manifest}term: {from: 2023-02-29}\n` }, 'agreement.yaml, line 3: 2023-02-29 is not a day.'],
    ['a term that ends before it begins', { 'agreement.yaml': `${manifest}term: {from: 2024-07-01, through: 2024-06-30}\n` }, 'agreement.yaml, line 3: The term ends on 2024-06-30, before it begins on 2024-07-01.'],
    ['a hash that is none', { 'agreement.yaml': `${manifest}text: {about: A scan., sha256: abc}\n` }, 'agreement.yaml, line 3: The sha256 is not 64 figures'],
    ['parties that are no list', { 'agreement.yaml': `${manifest}parties: Both\n` }, 'agreement.yaml, line 3: "parties" is not a list of texts.'],
    ['a defect at a clause that is not there', { 'agreement.yaml': `${manifest}defects:\n  - at: "6.7"\n    says: A slip.\n` }, 'agreement.yaml, line 4, clause 6.7: A defect is noted at 6.7, and the pack has no such clause.'],
    ['a file without its article', { 'articles/07-x.md': 'Some words.\n' }, 'articles/07-x.md, line 1: The file does not open with its article or appendix.'],
    ['a file named after another article', { 'articles/08-x.md': '# Article 7: Pay\n\n## 7.1 Base\n\nOne dollar.\n' }, 'articles/08-x.md, line 1: The file is named 08-x.md and holds article 7.'],
    ['an article that stands twice', { 'articles/06-more.md': article }, 'articles/06-more.md, line 1: article 6 stands already in articles/06-grievances.md.'],
    ['a number that stands twice', { 'articles/06-grievances.md': `${article}\n## 6.1 Again\n\nTwice.\n` }, 'articles/06-grievances.md, line 7, clause 6.1: 6.1 stands already on line 3.'],
    ['a clause of another article', { 'articles/06-grievances.md': `${article}\n## 7.2 Pay\n\nMonthly.\n` }, 'articles/06-grievances.md, line 7, clause 7.2: 7.2 is no number of article 6.'],
    ['a clause of an article whose figure only begins alike', { 'articles/06-grievances.md': `${article}\n## 61.2 Pay\n\nMonthly.\n` }, 'clause 61.2: 61.2 is no number of article 6.'],
    ['a heading without a number', { 'articles/06-grievances.md': `${article}\n## -- --\n\nWords.\n` }, 'articles/06-grievances.md, line 7: "-- --" has no clause number.'],
    ['a clause without words', { 'articles/06-grievances.md': `${article}\n## 6.2 Appeal\n` }, 'articles/06-grievances.md, line 7, clause 6.2: 6.2 says nothing.'],
    ['a heading without title or words', { 'articles/06-grievances.md': `${article}\n## 6.2\n\n### 6.2.1 Appeal\n\nYes.\n` }, 'line 7, clause 6.2: 6.2 says nothing.'],
    ['a note that is no doubt', { 'articles/06-grievances.md': `${article}\n> Perhaps.\n` }, 'articles/06-grievances.md, line 7, clause 6.1: A line that begins with ">" is no doubt.'],
    ['a block that is never closed', { 'articles/06-grievances.md': `${article}\n\`\`\`rule\ndecision: x\n` }, 'articles/06-grievances.md, line 7, clause 6.1: The block that opens here is never closed.'],
    ['a line of fingerprints that is none', { 'fingerprints.csv': 'anchor,hash\n6.1,xyz\n' }, 'fingerprints.csv, line 2: The line is not an anchor'],
  ]
  test.each(cases)('%s', (_, files, wanted) => {
    const told = notes(files)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(wanted)
  })

  test('a pack without agreement.yaml fails and says what to add', () => {
    const outcome = readPack(new Map([['articles/06-grievances.md', article]]))
    expect(outcome.ok ? '' : problemInWords(outcome.problem)).toBe('agreement.yaml: There is no agreement.yaml in this pack. Add one; docs/pack-format.md shows what stands in it.')
  })

  test('an agreement.yaml that cannot be read fails with its line', () => {
    expect(notes({ 'agreement.yaml': 'pack: tiny\ntitle: "open\n' })[0]).toMatch(/^failed: agreement\.yaml, line \d: It cannot be read: The quotes that open here/)
    expect(notes({ 'agreement.yaml': '- a\n- b\n' })[0]).toMatch(/^failed: agreement\.yaml, line 1: It cannot be read: The block does not begin with a key/)
  })

  test('a clause that is refused does not take the others with it', () => {
    const kept = read({ 'articles/06-grievances.md': `${article}\n## 7.2 Pay\n\nMonthly.\n\n## 6.3 Answer\n\nWithin five days.\n` })
    expect([...walkPack(kept)].map(({ clause }) => clause.anchor)).toEqual(['6', '6.1', '6.3'])
  })
})

describe('A pack is read', () => {
  const text = [
    '# Article 6: Grievances',
    '',
    'What the article is for.',
    '',
    '## 6.1 Filing',
    '',
    'In writing,',
    'within ten days.',
    '',
    'On the form.',
    '',
    '> Doubt: The form is not attached,',
    '> and nobody knows it.',
    '',
    '| Level | Days |',
    '| --- | --- |',
    '| 1 | 10 |',
    '',
    '```rule',
    '# no heading',
    'decision: filing',
    '```',
    '',
    '##### 6.1.1 Late',
    '',
    'Closed.',
    '',
    '## 6.1-2 Meetings',
    '',
    'Twice a month.',
    '',
    '### 6.1.2 Length',
    '',
    'An hour.',
    '',
    '## 6.Recognition',
    '',
    'Everybody.',
  ].join('\n')
  const chapter = read({ 'articles/06-grievances.md': text }).articles[0]

  test('gist, doubts, tables and blocks stand by their clause', () => {
    const filing = chapter?.clauses[0]
    expect(chapter?.gist).toEqual(['What the article is for.'])
    expect(filing?.heading).toBe('Filing')
    expect(filing?.line).toBe(5)
    expect(filing?.gist).toEqual(['In writing, within ten days.', 'On the form.'])
    expect(filing?.doubts).toEqual(['The form is not attached, and nobody knows it.'])
    expect(filing?.tables).toEqual([[['Level', 'Days'], ['1', '10']]])
    expect(filing?.blocks).toEqual([{ kind: 'rule', text: '# no heading\ndecision: filing', file: 'articles/06-grievances.md', line: 20 }])
  })

  test('the number decides the tree, and a clause goes under the latest that bears the number above it', () => {
    expect(chapter?.clauses.map((clause) => [clause.anchor, clause.number, clause.clauses.map((child) => child.anchor)])).toEqual([
      ['6.1', '6.1', ['6.1.1']],
      ['6.1-2', '6.1', ['6.1.2']],
      ['6.Recognition', null, []],
    ])
  })

  test('appendices keep their letters, whichever way their clauses are numbered', () => {
    const made = read({ 'articles/app-a-pay.md': '# Appendix A: Pay\n\n## App. A(3) Rotation\n\nIn turn.\n\n### App. A(3)(b) Leave\n\nKept.\n', 'articles/app-b-days.md': '# Appendix B: Days\n\n## B.1 The year\n\n184 days.\n' })
    expect([...walkPack(made)].map(({ clause, depth }) => [clause.anchor, depth])).toEqual([['6', 0], ['6.1', 1], ['App. A', 0], ['App. A(3)', 1], ['App. A(3)(b)', 2], ['App. B', 0], ['B.1', 1]])
  })

  test('articles stand in the order of their figures', () => {
    const made = read({ 'articles/10-x.md': '# Article 10: X\n\n## 10.1 X\n\nX.\n', 'articles/02-y.md': '# Article 2: Y\n\n## 2.1 Y\n\nY.\n' })
    expect(made.articles.map((one) => one.number)).toEqual(['2', '6', '10'])
  })

  test('a file with Windows line ends reads the same', () => {
    expect(read({ 'articles/06-grievances.md': text.replaceAll('\n', '\r\n') }).articles[0]).toEqual(chapter)
  })

  test('the margin of a clause has its doubts, or else the defects noted at it', () => {
    const made = read({ 'agreement.yaml': `${manifest}defects:\n  - at: "6.1"\n    says: A slip.\n  - at: "6"\n    says: A wrong title.\n`, 'articles/06-grievances.md': `${article}\n> Doubt: Ten of which days?\n` })
    expect([...walkPack(made)].map(({ clause }) => doubtsAt(made, clause))).toEqual([['A wrong title.'], ['Ten of which days?']])
  })
})

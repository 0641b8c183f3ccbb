import { describe, expect, test } from 'vitest'
import { problemInWords } from '#plain/problem.ts'
import { readBook } from '#book/read-book.ts'
import type { Book } from '#book/book.ts'
import { joinPack, writeFingerprints, type JoinedPack } from '#pack/join-pack.ts'
import { clauseKey } from '#pack/clause-key.ts'
import type { Pack } from '#pack/pack.ts'
import { readPack } from '#pack/read-pack.ts'
import { readDocument } from '#text/read-document.ts'

const print = `ARTICLE 1: TERM

1.1  Term. The contract is in force for three years.

1.2  Notice. A side that wants a change says so by March 1.

1.3  Copies. Every teacher receives a copy.
`

const files = {
  'agreement.yaml': 'pack: tiny\ntitle: The Tiny Agreement\n',
  'articles/01-term.md': '# Article 1: Term\n\n## 1.1 Term\n\nThree years.\n\n## 1.2 Notice\n\nBy March 1.\n\n## 1.4 Ghost\n\nNowhere printed.\n',
}

async function book(text: string): Promise<Book> {
  const document = await readDocument({ name: 'tiny.txt', bytes: new TextEncoder().encode(text) })
  if (!document.ok) throw new Error(problemInWords(document.problem))
  return readBook(document.value)
}

function pack(more: Record<string, string> = {}): Pack {
  const read = readPack(new Map(Object.entries({ ...files, ...more })))
  if (!read.ok) throw new Error(problemInWords(read.problem))
  return read.value
}

function words(joined: JoinedPack): [string, string][] {
  return joined.clauses.map((one) => [one.book.anchor, one.words])
}

describe('A pack joined to an imported text', () => {
  test('says what only one of them has', async () => {
    const joined = joinPack(pack(), await book(print))
    expect(joined.clauses.map((one) => [one.pack.anchor, one.book.anchor])).toEqual([['1', '1'], ['1.1', '1.1'], ['1.2', '1.2']])
    expect(joined.onlyInPack.map((clause) => clause.anchor)).toEqual(['1.4'])
    expect(joined.onlyInBook.map((clause) => clause.anchor)).toEqual(['1.3'])
  })

  test('cannot tell the words without fingerprints', async () => {
    expect(words(joinPack(pack(), await book(print)))).toEqual([['1', 'unknown'], ['1.1', 'unknown'], ['1.2', 'unknown']])
  })

  test('knows the very words, however the lines are broken, and the clause that was changed', async () => {
    const fingerprints = writeFingerprints(joinPack(pack(), await book(print)))
    const written = pack({ 'fingerprints.csv': fingerprints })
    const reset = print.replace('in force for three', 'in force\n     for  three')
    expect(words(joinPack(written, await book(reset)))).toEqual([['1', 'same'], ['1.1', 'same'], ['1.2', 'same']])
    const changed = joinPack(written, await book(print.replace('March 1', 'March 15')))
    expect(words(changed)).toEqual([['1', 'same'], ['1.1', 'same'], ['1.2', 'changed']])
    expect(changed.changed).toEqual(['1.2'])
    expect(changed.atBook.get('1.2')?.pack.gist).toEqual(['By March 1.'])
  })

  test('knows the very file by its hash', async () => {
    const printed = await book(print)
    const named = pack({ 'agreement.yaml': `${files['agreement.yaml']}text: {about: The file., sha256: ${printed.source.sha256}}\n` })
    expect(joinPack(named, printed).sameFile).toBe(true)
    expect(joinPack(named, await book(`${print} `)).sameFile).toBe(false)
    expect(joinPack(pack(), printed).sameFile).toBe(false)
  })
})

describe('One spelling for an address', () => {
  const cases: [string, 'article' | 'appendix', string, string][] = [
    ['13.3.c', 'article', '13', '13.3.c'],
    ['13.3(c)', 'article', '13', '13.3.c'],
    ['13.3.C', 'article', '13', '13.3.c'],
    ['5.2.8 [2]', 'article', '5', '5.2.8'],
    ['1.Agreement', 'article', '1', '1.agreement'],
    ['20.1-2', 'article', '20', '20.1-2'],
    ['App. A(3)', 'appendix', 'A', 'app.a.3'],
    ['Appendix A 3', 'appendix', 'A', 'app.a.3'],
    ['A.3', 'appendix', 'A', 'app.a.3'],
    ['App. E 1', 'appendix', 'E', 'app.e.1'],
    ['App. G', 'appendix', 'G', 'app.g'],
    ['App. G(2010-11)', 'appendix', 'G', 'app.g.2010-11'],
  ]
  test.each(cases)('%s in %s %s is %s', (address, kind, number, key) => {
    expect(clauseKey(address, { kind, number })).toBe(key)
  })
})

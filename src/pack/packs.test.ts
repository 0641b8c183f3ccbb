import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import type { Book, Clause } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { problemInWords } from '#plain/problem.ts'
import { clauseKey } from '#pack/clause-key.ts'
import { joinPack, writeFingerprints } from '#pack/join-pack.ts'
import { loadPackFolder } from '#pack/load-pack-folder.ts'
import { packAsBook } from '#pack/pack-book.ts'
import { walkPack, type Pack } from '#pack/pack.ts'
import { readDocument } from '#text/read-document.ts'
import { agreementFile, goldOutline, presentAgreements, type AgreementName } from '../../test/corpus/corpus.ts'

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const inventories = resolve(repository, '../shared/inventory')

/** The packs that come with Steward, and the lent text that each was written against. */
const packs = [
  { name: 'chaffey-2010', text: 'ca-chaffey-act-2010-2013' },
  { name: 'pleasant-valley-2015', text: 'ca-pleasant-valley-pvea-2015-2020-transcript' },
] as const satisfies readonly { name: string; text: AgreementName }[]
const lent = packs.filter((pack) => presentAgreements().includes(pack.text))

async function load(name: string): Promise<Pack> {
  const read = await loadPackFolder(join(repository, 'agreements', name))
  if (!read.ok) throw new Error(problemInWords(read.problem))
  expect(read.notes.map(problemInWords)).toEqual([])
  return read.value
}

async function bookOf(file: { name: string; bytes: Uint8Array }): Promise<Book> {
  const document = await readDocument(file)
  if (!document.ok) throw new Error(problemInWords(document.problem))
  return readBook(document.value)
}

async function sampleFile(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  return { name, bytes: new Uint8Array(await readFile(join(repository, 'agreements/sample', name))) }
}

describe('The packs that come with Steward', () => {
  test.each([
    // Articles, appendices, and every clause with its chapters.
    { name: 'sample', articles: 6, appendices: 2 },
    { name: 'chaffey-2010', articles: 30, appendices: 7 },
    { name: 'pleasant-valley-2015', articles: 9, appendices: 0 },
    { name: 'california', articles: 14, appendices: 0 },
  ])('$name loads without a problem', async ({ name, articles, appendices }) => {
    const pack = await load(name)
    expect([pack.name, pack.articles.length, pack.appendices.length]).toEqual([name, articles, appendices])
  })

  test('Pleasant Valley has its 73 sections and 106 lettered items, and names the 18 articles and 2 appendices that our copy lacks', async () => {
    const pack = await load('pleasant-valley-2015')
    const depths = [...walkPack(pack)].map(({ depth }) => depth)
    expect(depths.filter((depth) => depth === 1)).toHaveLength(73)
    expect(depths.filter((depth) => depth === 2)).toHaveLength(106)
    expect(pack.absent).toHaveLength(20)
  })

  test.each(['sample', 'chaffey-2010', 'pleasant-valley-2015', 'california'])('every reference in the gists of %s lands somewhere', async (name) => {
    const book = packAsBook(await load(name))
    expect(book.references.filter((reference) => reference.kind !== 'outside' && reference.to === null).map((reference) => `${reference.from}: ${reference.text}`)).toEqual([])
  })

  test('the sample pack names its own text by its hash', async () => {
    const pack = await load('sample')
    expect(pack.text?.sha256).toBe(bytesToHex(sha256((await sampleFile('agreement.txt')).bytes)))
  })
})

describe('A pack leaves no hole in its agreement', () => {
  test.each(existsSync(inventories) ? packs : [])('$name has every clause of the inventory', async ({ name }) => {
    const pack = await load(name)
    const keys = new Set([...walkPack(pack)].map(({ clause, chapter }) => clauseKey(clause.anchor, chapter)))
    const ids = inventoryIds(name)
    expect(ids.length).toBeGreaterThan(250)
    expect(ids.filter((id) => !keys.has(inventoryKey(id)))).toEqual([])
  })

  test.each(lent)('$name has every section of the outline made by hand', async ({ name, text }) => {
    const anchors = new Set<string>([...walkPack(await load(name))].map(({ clause }) => clause.anchor))
    const sections = goldOutline(text)?.articles.flatMap((article) => article.sectionIds) ?? []
    expect(sections.length).toBeGreaterThan(0)
    expect(sections.filter((id) => !anchors.has(id))).toEqual([])
  })

  test.each(lent)('$name meets the printed text clause by clause', async ({ name, text }) => {
    const joined = joinPack(await load(name), await bookOf(agreementFile(text)))
    expect(joined.sameFile).toBe(true)
    expect(joined.onlyInBook.filter(printsWholeNumber).map((clause) => clause.anchor)).toEqual([])
    expect(joined.onlyInPack.map((clause) => clause.anchor).filter((anchor) => !unreadable.has(anchor))).toEqual([])
    expect(joined.changed).toEqual([])
  })

  test('the sample meets its own text', async () => {
    const joined = joinPack(await load('sample'), await bookOf(await sampleFile('agreement.txt')))
    expect(joined.sameFile).toBe(true)
    expect(joined.onlyInBook.map((clause) => clause.anchor)).toEqual([])
    expect(joined.onlyInPack.map((clause) => clause.anchor).filter((anchor) => !unreadable.has(anchor))).toEqual([])
  })

  test("the sample's next edition shows which gists no longer hold", async () => {
    const joined = joinPack(await load('sample'), await bookOf(await sampleFile('agreement-next.txt')))
    expect(joined.sameFile).toBe(false)
    // March 1 became February 15 in 1.2.1; what a day is did not change.
    expect(joined.atBook.get('1.2.1')?.words).toBe('changed')
    expect(joined.atBook.get('2.1')?.words).toBe('same')
  })
})

describe('fingerprints.csv is what the texts give', () => {
  // When the reader has learned something and this fails: vitest run -u src/pack/packs.test.ts
  test.each(lent)('$name', async ({ name, text }) => {
    const joined = joinPack(await load(name), await bookOf(agreementFile(text)))
    await expect(writeFingerprints(joined)).toMatchFileSnapshot(join(repository, 'agreements', name, 'fingerprints.csv'))
  })

  test('sample', async () => {
    const joined = joinPack(await load('sample'), await bookOf(await sampleFile('agreement.txt')))
    await expect(writeFingerprints(joined)).toMatchFileSnapshot(join(repository, 'agreements/sample/fingerprints.csv'))
  })
})

describe('Gists are our own sentences', () => {
  test('a sentence taken over from the print would be caught', async () => {
    const printed = runsOf(new TextDecoder().decode((await sampleFile('agreement.txt')).bytes))
    const taken = 'It says that each side pays half of the arbitrator’s fee, except as stated in Section 3.9.2.'
    expect([...runsOf(taken)].filter((run) => printed.has(run))).toContain('each side pays half of the arbitrators fee except as stated in')
  })

  test.each(lent)('nothing in $name shares twelve words in a row with the print', async ({ name, text }) => {
    const printed = runsOf(new TextDecoder().decode(agreementFile(text).bytes))
    const pack = await load(name)
    const ours = [...walkPack(pack)].flatMap(({ clause }) => [...clause.gist, ...clause.doubts].map((words) => ({ at: clause.anchor, words })))
    const all = [...ours, ...pack.defects.map((defect) => ({ at: defect.at, words: defect.says }))]
    const shared = all.flatMap(({ at, words }) => [...runsOf(words)].filter((run) => printed.has(run)).map((run) => `${at}: ${run}`))
    expect(shared).toEqual([])
  })
})

/** Clauses that the reader cannot yet find in the texts: calendars, a letter lost in a line. */
const unreadable = new Set<string>(['15.1.19.b', 'App. G(2010-11)', 'App. G(2011-12)', 'App. G(2012-13)', 'App. G(Legend)'])

/** A number of the agreement's own (`15.1.12`), not the bare figure or letter of a list inside a clause, which the gist tells. */
function printsWholeNumber(clause: Clause): boolean {
  return clause.number !== null && /^\d+\./.test(clause.number)
}

/** The first column of the inventory's tables of clauses; the cover is no clause. */
function inventoryIds(name: string): string[] {
  const clauses = /\n## \d\. Clauses\n([\s\S]*?)\n## /.exec(readFileSync(join(inventories, `${name}.md`), 'utf8'))?.[1] ?? ''
  const ids = clauses.split('\n').map((line) => /^\| ((?:\d|App\. [A-G])[^|]*?) \|/.exec(line)?.[1])
  return ids.filter((id) => id !== undefined)
}

/** The inventory splits a clause into rules with `[2]` or `/2`; the clause is what stands before. */
function inventoryKey(id: string): string {
  const clause = id.replace(/ \[[^\]]*\]$/, '').replace(/\/(?:\d+|intro)$/, '')
  const appendix = /^App\. ([A-G])/.exec(clause)?.[1]
  const shaped = clause.replace(/ legend$/, ' Legend')
  return appendix === undefined ? clauseKey(clause, { kind: 'article', number: clause.split('.')[0] ?? '' }) : clauseKey(shaped, { kind: 'appendix', number: appendix })
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().replace(/['’]/g, '').match(/[a-z0-9$]+/g) ?? []
  return new Set(words.slice(0, Math.max(0, words.length - 11)).map((_, at) => words.slice(at, at + 12).join(' ')))
}

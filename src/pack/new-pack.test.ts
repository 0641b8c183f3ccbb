import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#plain/problem.ts'
import { walkClauses, type Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { newPack } from '#pack/new-pack.ts'
import { walkPack, type Pack } from '#pack/pack.ts'
import { readPack } from '#pack/read-pack.ts'
import { readDocument } from '#text/read-document.ts'
import { agreementFile, presentAgreements } from '../../test/corpus/corpus.ts'

async function bookOf(file: { name: string; bytes: Uint8Array }): Promise<Book> {
  const document = await readDocument(file)
  if (!document.ok) throw new Error(problemInWords(document.problem))
  return readBook(document.value)
}

function load(files: ReadonlyMap<string, string>): Pack {
  const read = readPack(files)
  if (!read.ok) throw new Error(problemInWords(read.problem))
  expect(read.notes.map(problemInWords)).toEqual([])
  return read.value
}

describe('A pack begun from an agreement', () => {
  test('has every clause of the sample with its number and heading, and none of its sentences', async () => {
    const book = await bookOf({ name: 'agreement.txt', bytes: new Uint8Array(await readFile(new URL('../../agreements/sample/agreement.txt', import.meta.url))) })
    const made = newPack(book, 'begun')
    const pack = load(made.files)
    expect(made.leftOut).toEqual([])
    expect([...walkPack(pack)].map(({ clause }) => [clause.anchor, clause.heading])).toEqual([...walkClauses(book)].map(({ clause, depth }) => [clause.anchor, depth === 0 && 'title' in clause ? clause.title : clause.heading]))
    const whole = [...made.files.values()].join('\n')
    for (const { clause } of walkClauses(book)) if (clause.text.length > 60) expect(whole).not.toContain(clause.text.slice(0, 60))
  })

  test('knows title, parties, term and the hash of its text, and the text again by its fingerprints', async () => {
    const book = await bookOf({ name: 'agreement.txt', bytes: new Uint8Array(await readFile(new URL('../../agreements/sample/agreement.txt', import.meta.url))) })
    const pack = load(newPack(book, 'begun').files)
    expect([pack.name, pack.title, pack.parties, pack.term, pack.text?.sha256]).toEqual(['begun', book.title, book.parties, book.term, book.source.sha256])
    expect(pack.fingerprints.size).toBe([...walkClauses(book)].length)
  })

  test('has one example of a rule, which counts for nothing until somebody makes it theirs', async () => {
    const book = await bookOf({ name: 'tiny.txt', bytes: new TextEncoder().encode('ARTICLE 1: TERM\n\n1.1  Term. Three years.\n\nARTICLE 2: PAY\n\n2.1  Base. Forty dollars.\n') })
    const blocks = [...walkPack(load(newPack(book, 'tiny').files))].flatMap(({ clause }) => clause.blocks.map((block) => [clause.anchor, block.kind]))
    expect(blocks).toEqual([['1.1', 'rule-example']])
  })

  // Four of them, each with its own way of numbering; all fourteen load, and take some seconds.
  test.each(presentAgreements().filter((name) => /chaffey|oakland|kcft|west-ada/.test(name)))('loads without a problem from %s', async (name) => {
    const made = newPack(await bookOf(agreementFile(name)), 'begun')
    load(made.files)
    expect(made.clauses).toBeGreaterThan(20)
  })
})

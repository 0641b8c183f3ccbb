import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Book } from '#book/book.ts'
import { readBook } from '#book/read-book.ts'
import { clause, makeBook } from '#book/search/make-book.test-support.ts'
import { readDocument } from '#text/read-document.ts'
import { agreementFile, presentAgreements } from '../../../test/corpus/corpus.ts'
import { compareBooks } from './compare-books.ts'
import { comparisonDocx } from './comparison-docx.ts'
import { editionParagraphs, layEdition } from './edition.ts'

const options = { author: 'Officers & <members>', date: '2026-05-04T09:00:00Z' }

async function documentXml(before: Book, after: Book): Promise<string> {
  const bytes = await comparisonDocx(compareBooks(before, after), options)
  return strFromU8(unzipSync(bytes)['word/document.xml']!)
}

/** What Word shows after accepting or rejecting all: a change's runs stay or go, and a paragraph whose end goes joins the next. */
function settled(xml: string, keep: 'w:ins' | 'w:del'): string[] {
  const paragraphs: string[] = []
  let text = ''
  let inText = false
  let dropped = 0
  let inMark = false
  let joins = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:pPr') inMark = true
    else if (name === 'w:ins' || name === 'w:del') {
      if (inMark) joins ||= name !== keep
      else if (name !== keep) dropped += 1
    } else if (name === 'w:t' || name === 'w:delText') inText = true
  })
  parser.on('text', (part) => {
    if (inText && dropped === 0) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:pPr') inMark = false
    else if ((name === 'w:ins' || name === 'w:del') && !inMark && name !== keep) dropped -= 1
    else if (name === 'w:t' || name === 'w:delText') inText = false
    else if (name === 'w:p') {
      if (!joins) {
        paragraphs.push(text)
        text = ''
      }
      joins = false
    }
  })
  parser.write(xml).close()
  return [...paragraphs, text].filter((paragraph) => paragraph !== '')
}

async function expectBothWays(before: Book, after: Book): Promise<void> {
  const xml = await documentXml(before, after)
  expect(settled(xml, 'w:ins')).toEqual(editionParagraphs(layEdition(after)))
  expect(settled(xml, 'w:del')).toEqual(editionParagraphs(layEdition(before)))
}

const before = makeBook({
  articles: [
    clause('1', 'Hours', 'The day has seven hours.\nLunch is free of duty.', clause('1.1', 'Start', 'School starts at 8:15 in every building of the district.'), clause('1.2', null, 'A meeting ends within one hour of the last bell of the day.')),
    clause('2', 'Pay & <stipends>', '', clause('2.1', null, 'Coaches are paid "$4,250" & no less, \u0007 as 5 < 6.')),
  ],
})
const after = makeBook({
  articles: [
    clause('1', 'Hours', 'The day has six hours.', clause('1.1', 'Start', 'School starts at 8:30 in every building of the district.')),
    clause('2', 'Pay & <stipends>', '', clause('2.1', null, 'Coaches are paid "$4,450" & no less, as 5 < 6.\nThey are paid in June.'), clause('2.2', null, 'A meeting ends within one hour of the last bell of the day.')),
  ],
})

test('accepting all gives the edition after, rejecting all the edition before', async () => {
  await expectBothWays(before, after)
  await expectBothWays(after, before)
})

test('from nothing, to nothing, and nothing at all', async () => {
  await expectBothWays(makeBook({}), after)
  await expectBothWays(before, makeBook({}))
  await expectBothWays(makeBook({}), makeBook({}))
})

test('changes carry their author and date, each its own number', async () => {
  const xml = await documentXml(before, after)
  expect(xml).toContain('w:author="Officers &amp; &lt;members&gt;" w:date="2026-05-04T09:00:00Z"')
  const ids = [...xml.matchAll(/<w:(?:ins|del) [^>]*w:id="(\d+)"/g)].map((match) => match[1])
  expect(ids.length).toBeGreaterThan(5)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a word changed is a change of that word only', async () => {
  const xml = await documentXml(before, after)
  expect(xml).toMatch(/<w:delText[^>]*>seven<\/w:delText>/)
  expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>six<\/w:t><\/w:r><\/w:ins>/)
})

const words = fc.array(fc.constantFrom('pay', '\n', '<b>', '&', '20', 'days', 'the', ']]>', '\u0000', '“é”', '😀'), { maxLength: 10 }).map((list) => list.join(' '))
const sketch = fc.array(fc.tuple(words, fc.array(words, { maxLength: 3 })), { maxLength: 3 }).map((articles) =>
  makeBook({ articles: articles.map(([heading, texts], at) => clause(String(at + 1), heading.replaceAll('\n', ' '), '', ...texts.map((text, place) => clause(`${at + 1}.${place + 1}`, null, text)))) }),
)

test('both ways for any two books', async () => {
  await fc.assert(fc.asyncProperty(sketch, sketch, expectBothWays), { numRuns: 60 })
})

test('both ways for an agreement that is lent, with an article taken out and one moved', async () => {
  const name = presentAgreements().find((it) => it.includes('west-ada'))
  if (name === undefined) return
  const document = await readDocument(agreementFile(name))
  if (!document.ok) throw new Error(document.problem.what)
  const book = readBook(document.value)
  const [first, , ...rest] = book.articles
  await expectBothWays(book, { ...book, articles: [...rest, first!] })
})

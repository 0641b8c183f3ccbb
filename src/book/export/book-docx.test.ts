import { unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Book } from '#book/book.ts'
import { bookDocx } from './book-docx.ts'
import { anyBook, smallBook } from './invented-books.test-support.ts'

const word = await wordXml(smallBook())

test('numbers are words of the paragraph, never Word\'s own counting', () => {
  expect(word).not.toContain('<w:numPr>')
  expect(textOf(word)).toContain('Article 6 Grievances')
  expect(textOf(word)).toContain('6.2 Each work day counts.')
  expect(textOf(word)).toContain('(a) First <form>.')
})

test('articles are headings of the first level, headed clauses of the next', () => {
  expect(word).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<w:p>).)*Article 6 Grievances/)
  expect(word).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<w:p>).)*6\.1 Meaning/)
})

test('every clause has a bookmark and a reference is a link to it', () => {
  for (const name of ['c_6', 'c_6_1', 'c_6_2', 'c_6_2_a', 'c_app_a']) expect(word).toContain(`w:name="${name}"`)
  expect(word).toMatch(/<w:hyperlink[^>]*w:anchor="c_6_2"[^>]*>(?:(?!<\/w:hyperlink>).)*Section 6\.2/)
})

test('a table keeps its cells and repeats its head', () => {
  expect(word).toContain('<w:tblHeader/>')
  expect(textOf(word)).toContain('Step\nDays\n1\n10\n2')
})

test('the contents are there before Word counts pages', () => {
  expect(word).toContain('TOC \\h \\o &quot;1-1&quot;')
  expect(textOf(word).split('Article 6 Grievances').length - 1).toBe(2)
})

test('a book made by chance is well-formed, with names that stand once and links that lead somewhere', async () => {
  const sound = fc.asyncProperty(anyBook, async (book) => {
    expect(faults(await wordXml(book))).toEqual([])
  })
  await fc.assert(sound, { numRuns: 15 })
})

async function wordXml(book: Book): Promise<string> {
  const part = unzipSync(await bookDocx(book))['word/document.xml']
  return new TextDecoder().decode(part)
}

/** The words, a line a paragraph. */
function textOf(xml: string): string {
  const words = xml.replaceAll('</w:p>', '\n').replace(/<w:instrText.*?<\/w:instrText>/g, '').replace(/<[^>]+>/g, '')
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function faults(xml: string): string[] {
  const wrong: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => void wrong.push(error.message))
  parser.write(xml).close()
  const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map((match) => (match[1] ?? '').toLowerCase())
  const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"/g)].map((match) => (match[1] ?? '').toLowerCase())
  if (new Set(names).size !== names.length) wrong.push('a bookmark stands twice')
  return [...wrong, ...names.filter((name) => !/^[_a-z]\w{0,39}$/.test(name)), ...anchors.filter((anchor) => !names.includes(anchor))]
}

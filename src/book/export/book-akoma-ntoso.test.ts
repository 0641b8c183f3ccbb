import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor } from '#book/book.ts'
import { bookAkomaNtoso } from './book-akoma-ntoso.ts'
import { checkAgainstSchema } from './check-against-schema.test-support.ts'
import { checkAkn } from './check-akn.test-support.ts'
import { anyBook, chapter, clause, makeBook, smallBook } from './invented-books.test-support.ts'

const xml = bookAkomaNtoso(smallBook())

describe('our own reading of the standard refuses', () => {
  test('a document without its identification', () => {
    expect(checkAkn(xml.replace(/<identification[\s\S]*?<\/identification>\n/, ''))).toContain('<meta> may not hold "lifecycle temporalData references"')
  })
  test('an eId that stands twice', () => {
    expect(checkAkn(xml.replace('eId="art_6__sec_6-2"', 'eId="art_6__sec_6-1"'))).toContain('the eId art_6__sec_6-1 stands twice')
  })
  test('a link that leads nowhere', () => {
    expect(checkAkn(xml.replace('href="#art_6__sec_6-2"', 'href="#art_99"'))).toEqual(['#art_99 leads nowhere'])
  })
  test('words beside clauses, and an element that the export does not use', () => {
    expect(checkAkn(xml.replace('<mainBody>\n', '<mainBody>loose <blink/>'))).toEqual(
      expect.arrayContaining(['<blink> is not in the table', '<mainBody> may not hold words']),
    )
  })
})

describe('an agreement as Akoma Ntoso', () => {
  test('is a valid document', () => {
    expect(checkAkn(xml)).toEqual([])
  })
  test('names its clauses as the naming convention does', () => {
    for (const eid of ['art_6', 'art_6__sec_6-1', 'art_6__sec_6-2__para_a', 'att_A']) expect(xml).toContain(`eId="${eid}"`)
  })
  test('a clause number that is printed twice gives two names', () => {
    const twice = makeBook({ articles: [chapter('20', 'Hours', { clauses: [clause('20.1', '20.1'), clause('20.1', '20.1-2')] })] })
    expect(bookAkomaNtoso(twice)).toContain('eId="art_20__sec_20-1-2"')
  })
  test('a reference leads to its clause, a statute to its own address, and a lost reference stays words', () => {
    expect(xml).toContain('href="#art_6__sec_6-2">Section 6.2</ref>')
    expect(xml).toContain('href="/akn/us-ca/act/ed-code/~sec_44955">Education Code Section 44955</ref>')
    expect(xml).toContain(' and Section 6.9, and ')
  })
  test('a term is marked where it is defined and where it is used', () => {
    expect(xml).toContain('<TLCTerm eId="term-work-day" href="/akn/ontology/term/us/work-day" showAs="work day"/>')
    expect(xml).toMatch(/<def eId="[^"]+"><term eId="[^"]+" refersTo="#term-work-day">work day<\/term><\/def>/)
    expect(xml).toMatch(/Each <term eId="[^"]+" refersTo="#term-work-day">work day<\/term> counts/)
  })
  test('the term of the agreement is its lifecycle', () => {
    expect(xml).toContain('date="2024-07-01" type="generation"')
    expect(xml).toContain('date="2027-06-30" type="repeal"')
  })
  test('a day that is no day is not claimed', () => {
    const odd = bookAkomaNtoso(makeBook({ term: { from: '2023-02-30', through: null } }))
    expect(odd).toContain('<FRBRdate date="0001-01-01" name="unknown"/>')
    expect(checkAkn(odd)).toEqual([])
  })
  test('an appendix is an attachment with its own identification', () => {
    expect(xml).toMatch(/<attachment eId="att_A">\s*<num>Appendix A<\/num><heading>Forms<\/heading>\s*<doc name="appendix">\s*<meta>/)
  })
  test('a line that no clause holds stands in the conclusions', () => {
    expect(xml).toContain('<p class="line-40">Signed &lt;here&gt;</p>')
  })
  test('seven depths and more have an element each', () => {
    let deep = clause('x', '1.x')
    for (let depth = 0; depth < 9; depth += 1) deep = clause('x', `1.${depth}`, { clauses: [deep] })
    const nested = bookAkomaNtoso(makeBook({ articles: [chapter('1', 'Deep', { anchor: anchor('1'), clauses: [deep] })] }))
    expect(nested).toContain('<level ')
    expect(checkAkn(nested)).toEqual([])
  })
})

describe('validity, whatever the book', () => {
  test('a book made by chance is a valid document', () => {
    const valid = fc.property(anyBook, (book) => {
      expect(checkAkn(bookAkomaNtoso(book))).toEqual([])
    })
    fc.assert(valid, { numRuns: 200 })
  })
  test('where AKN_XSD names the schema of the standard, it agrees', () => {
    const documents = [smallBook(), makeBook(), ...fc.sample(anyBook, { numRuns: 200, seed: 30 })].map(bookAkomaNtoso)
    expect(checkAgainstSchema(documents)).toEqual([])
  })
})

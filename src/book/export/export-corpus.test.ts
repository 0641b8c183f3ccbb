import { expect, test } from 'vitest'
import { readBook } from '#book/read-book.ts'
import { bookFromJson } from '#book/book-from-json.ts'
import { readDocument } from '#text/read-document.ts'
import { wholeText } from '#text/document.ts'
import { agreementFile, presentAgreements } from '../../../test/corpus/corpus.ts'
import { bookAkomaNtoso } from './book-akoma-ntoso.ts'
import { checkAgainstSchema } from './check-against-schema.test-support.ts'
import { checkAkn } from './check-akn.test-support.ts'
import { exportBook } from './export-book.ts'

const agreements = presentAgreements()

test('every agreement that is lent comes out to the character, valid, and whole through JSON', async () => {
  const documents: string[] = []
  for (const name of agreements) {
    const document = await readDocument(agreementFile(name))
    if (!document.ok) throw new Error(`${name}: ${document.problem.what}`)
    const book = readBook(document.value)
    const akn = bookAkomaNtoso(book)
    documents.push(akn)
    expect((await exportBook(book, 'txt')) === wholeText(document.value), name).toBe(true)
    expect([name, checkAkn(akn)]).toEqual([name, []])
    expect(bookFromJson(String(await exportBook(book, 'json'))), name).toEqual({ ok: true, value: book, notes: [] })
  }
  expect(checkAgainstSchema(documents)).toEqual([])
})

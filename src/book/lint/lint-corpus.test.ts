import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { corpusFolder } from '../../../test/corpus/corpus.ts'

// A careful reader's list of what is wrong with one real agreement; it is read only where it is lent beside the repository.
const folder = corpusFolder()
if (folder !== null) {
  test('on the Chaffey agreement lint finds by itself what a careful reader found', async () => {
    const name = 'ca-chaffey-act-2010-2013.txt'
    const document = await readDocument({ name, bytes: readFileSync(join(folder, name)) })
    if (!document.ok) throw new Error(document.problem.what)
    const { lint } = readBook(document.value)
    const found = new Set(lint.flatMap((one) => [`${one.kind} ${one.anchor}`, ...one.also.map((also) => `${one.kind} ${one.anchor} ${also}`)]))
    const wanted = [
      'duplicate-number 20.1-2 20.1',
      'suspect-reference 22.5.1 26.1.13',
      'dangling-reference 21.10.6.3 21.10.6.2',
      'out-of-order 12.71 12.7',
      'missing-number 25.11.5',
      'table-mismatch 26.1.8 26.1.8.1',
      'competing-definitions 3.9',
      'contradiction-candidate 15.1.13 16.5.2',
    ]
    expect(wanted.filter((one) => !found.has(one))).toEqual([])
  })
} else {
  test('the real agreements are not lent here', () => {
    expect(folder).toBeNull()
  })
}

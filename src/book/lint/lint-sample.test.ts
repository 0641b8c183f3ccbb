import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'

// The sample agreement is ours; whoever wrote it planted defects and listed them beside it. Lint knows nothing of that list.
const folder = join(import.meta.dirname, '../../../agreements/sample')

test('lint finds every defect that was planted in the sample agreement, and nothing else', async () => {
  const planted = parse(readFileSync(join(folder, 'agreement.yaml'), 'utf8')) as { defects: readonly { at: string }[] }
  const document = await readDocument({ name: 'agreement.txt', bytes: readFileSync(join(folder, 'agreement.txt')) })
  if (!document.ok) throw new Error(document.problem.what)
  const found = readBook(document.value).lint.map((one) => String(one.anchor))
  expect(found.toSorted()).toEqual(planted.defects.map((one) => one.at).toSorted())
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { citedClauses } from '#cli/cited-clauses.ts'
import { loadPackFolder } from '#pack/load-pack-folder.ts'

async function packNamed(name: string) {
  const read = await loadPackFolder(join(import.meta.dirname, '../../agreements', name))
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}

test('a clause that the pack does not have is cited by its number alone', async () => {
  expect(citedClauses(await packNamed('california'), ['99.9'])).toBe('Clauses 99.9')
})

test('an agreement is cited by its clauses', async () => {
  expect(citedClauses(await packNamed('sample'), ['3.3.1', '2.1'])).toBe('Clauses 3.3.1, 2.1')
})

test('a pack of statutes, which has no parties, is cited by the statute', async () => {
  expect(citedClauses(await packNamed('california'), ['7.1', '1.4'])).toBe('Education Code 44949 (7.1), PERB Ad-514 (2024) (1.4)')
})

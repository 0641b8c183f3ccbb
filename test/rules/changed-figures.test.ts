import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPackFiles } from '../../src/pack/load-pack-folder.ts'
import { figuresOf, isNoticed } from './change-figures.ts'

// The long run takes every pack and every figure; the usual one every fourth figure of the sample.
const long = process.env['STEWARD_LONG_RUN'] === '1'

test('figures of examples, clauses and words are let be', () => {
  const article = '# Article 1: A\n\n## 1.1 B\n\nTwelve months, 12.\n\n```rule\ndecision: a1\nclauses: ["1.1"]\nfigures: {months: 12}\nvalues:\n  x: months * 2\nexamples:\n  - given: {}\n    gives: {x: 24}\n```\n'
  const found = figuresOf(new Map([['articles/01-a.md', article], ['tables/t.csv', 'step,A\n1,1.040\n']]))
  expect(found.map(({ line, was, now }) => `${line} ${was} ${now}`)).toEqual(['10 12 13', '12 2 3', '2 1 2', '2 1.040 2.040'])
})

test.each(long ? ['sample', 'pleasant-valley-2015', 'chaffey-2010'] : ['sample'])('of the figures of %s, one changed makes an example fail in 95 of 100', async (name) => {
  const folder = resolve(import.meta.dirname, '../../agreements', name)
  const read = await readPackFiles(folder)
  if (!read.ok) throw new Error(read.problem.what)
  const files = read.value
  const figures = figuresOf(files).filter((_, at) => long || at % 4 === 0)
  const unnoticed = figures.filter((figure) => !isNoticed(files, figure, folder))
  expect(unnoticed.length / figures.length, unnoticed.map(({ file, line, was }) => `${file}, line ${line}: ${was}`).join('\n')).toBeLessThanOrEqual(0.05)
})

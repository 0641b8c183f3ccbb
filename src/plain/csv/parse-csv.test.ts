import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from '#plain/csv/parse-csv.ts'

const cells = (text: string) => parseCsv(text).rows.map((row) => row.cells)

test('a quote that never closes is told, and nothing before it is lost', () => {
  const table = parseCsv('a,b\n1,"two\nthree')
  expect(table.openQuoteAt).toBe(2)
  expect(table.rows.map((row) => row.cells)).toEqual([['a', 'b'], ['1', 'two\nthree']])
})

test('letters after a closing quote are kept', () => {
  expect(cells('a,b\n"one"x,2\n"a;b"c,3')).toEqual([['a', 'b'], ['onex', '2'], ['a;bc', '3']])
})

test('no text has no rows, and empty lines are none', () => {
  expect(cells('')).toEqual([])
  expect(cells('\uFEFF')).toEqual([])
  expect(cells('a\n\n\nb\n')).toEqual([['a'], ['b']])
})

test.each([
  ['CRLF', 'a,b\r\n1,2\r\n'],
  ['LF', 'a,b\n1,2\n'],
  ['CR', 'a,b\r1,2'],
  ['semicolons', 'a;b\n1;2\n'],
  ['tabs', 'a\tb\n1\t2'],
  ['a byte order mark', '\uFEFFa,b\n1,2'],
  ['quotes', '"a","b"\n"1","2"'],
])('%s', (_, text) => {
  expect(cells(text)).toEqual([['a', 'b'], ['1', '2']])
})

test('quotes keep separators, line breaks and doubled quotes; rows know their line', () => {
  const { rows } = parseCsv('name,note\n"Lee, Ana","says ""no""\nand goes"\nBo,\n')
  expect(rows.map((row) => row.cells)).toEqual([['name', 'note'], ['Lee, Ana', 'says "no"\nand goes'], ['Bo', '']])
  expect(rows.map((row) => row.line)).toEqual([1, 2, 4])
})

test('whatever is written with quotes is read back', () => {
  const table = fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ', '\t', 'é') }), { minLength: 2, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      const text = `h,h\n${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`
      expect(cells(text).slice(1)).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

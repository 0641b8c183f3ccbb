import { expect, test } from 'vitest'
import { ByteWriter } from '#plain/csv/byte-writer.ts'
import { safeCell } from '#plain/csv/safe-cell.ts'

test.each([
  ['=cmd', `"'=cmd"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['+1-1', `"'+1-1"`],
  ['-A1', `"'-A1"`],
  ['\t=1', `"'\t=1"`],
  ['-5.25', '-5.25'],
  ['+3', '+3'],
  ['plain', 'plain'],
  ['Lee, Ana', '"Lee, Ana"'],
  ['says "no"', '"says ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [' x', '" x"'],
  ['', ''],
])('%j as a cell', (text, cell) => {
  expect(safeCell(text)).toBe(cell)
})

test('with semicolons a comma needs no quotes', () => {
  expect(safeCell('1,5', ';')).toBe('1,5')
  expect(safeCell('a;b', ';')).toBe('"a;b"')
})

test('numbers are written as they are said, whatever their size, and the store grows', () => {
  const writer = new ByteWriter(1)
  for (const value of [0, 7, 10, 99, 100, 1234567, 999_999_999, 1_000_000_000, 4_503_599_627_370_496, -1, -45]) {
    writer.whole(value)
    writer.ascii(' ')
  }
  const long = new TextEncoder().encode('é'.repeat(60))
  writer.copy(long, 2, long.length)
  expect(new TextDecoder().decode(writer.written())).toBe(`0 7 10 99 100 1234567 999999999 1000000000 4503599627370496 -1 -45 ${'é'.repeat(59)}`)
})

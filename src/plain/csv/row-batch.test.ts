import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasDoubledQuote, hasFormula, hasOpenQuote, makeRowBatch, scanRows } from '#plain/csv/row-batch.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Every row's cells, the bytes handed over in pieces of so many. */
function scanned(text: string, piece: number, width = 4): { cells: string[][]; flags: number[]; lines: number[] } {
  const batch = makeRowBatch(3, width)
  const bytes = encode(text)
  const found = { cells: [] as string[][], flags: [] as number[], lines: [] as number[] }
  let rest = new Uint8Array(0)
  for (let taken = 0; ; taken += piece) {
    const last = taken >= bytes.length
    const all = new Uint8Array([...rest, ...bytes.subarray(taken, taken + piece)])
    let at = 0
    for (;;) {
      at = scanRows(batch, all, at, 44, last)
      if (batch.rows === 0) break
      for (let row = 0; row < batch.rows; row += 1) {
        const count = Math.min(width, batch.cells[row] ?? 0)
        found.cells.push(Array.from({ length: count }, (_, cell) => new TextDecoder().decode(all.subarray(batch.cellFrom[row * width + cell], batch.cellEnd[row * width + cell]))))
        found.flags.push(batch.flags[row] ?? 0)
        found.lines.push(batch.line[row] ?? 0)
      }
    }
    rest = all.slice(at)
    if (last) return found
  }
}

test('a quote that never closes is told, and the rows before it are whole', () => {
  const { cells, flags } = scanned('a,b\n1,"two\nthree', 4)
  expect(cells).toEqual([['a', 'b'], ['1', 'two\nthree']])
  expect(flags).toEqual([0, hasOpenQuote | 8])
})

test.each(['=1+1', '+SUM(A1)', '-2+3', '@x', '\tx', '+1-1', '-A1', '"=1"'])('%s would run in a spreadsheet', (cell) => {
  expect((scanned(`a,${cell}\n`, 9).flags[0] ?? 0) & hasFormula).toBe(hasFormula)
})

test.each(['-5', '+3', '-1,200.50', '-$5', '12%', '-', 'a=b', '"-3.5"', ''])('%s runs nowhere', (cell) => {
  expect((scanned(`a,${cell}\n`, 9).flags[0] ?? 0) & hasFormula).toBe(0)
})

test('empty lines are no rows, and every row knows its line', () => {
  expect(scanned('a\r\n\r\n"b\nb"\nc\rd\n\n\ne', 2)).toEqual({ cells: [['a'], ['b\nb'], ['c'], ['d'], ['e']], flags: [0, 8, 0, 0, 0], lines: [1, 3, 5, 6, 9] })
})

test('more cells than are kept are counted; fewer leave the others empty', () => {
  const batch = makeRowBatch(4, 2)
  scanRows(batch, encode('a,b,c\nd\n'), 0, 44, true)
  expect(Array.from(batch.cells.subarray(0, 2))).toEqual([3, 1])
  expect(batch.cellFrom[3]).toBe(batch.cellEnd[3])
})

test('whatever is written with quotes is cut the same, in pieces of any size', () => {
  const table = fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '=') }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 20 }), fc.constantFrom('\n', '\r\n'), (rows, piece, ends) => {
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(ends)
      const found = scanned(text, piece)
      expect(found.cells.map((row, at) => ((found.flags[at] ?? 0) & hasDoubledQuote ? row.map((cell) => cell.replaceAll('""', '"')) : row))).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

import { describe, expect, test } from 'vitest'
import { fileName } from '#web/api/import-routes.ts'
import { openPace } from '#web/guard/pace.ts'
import { attachment } from '#web/guard/safe-headers.ts'
import { csvCell, lintCsv } from '#web/library/lint-csv.ts'

describe('what leaves for a spreadsheet', () => {
  test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('never begins as a formula: %j', (value) => {
    expect(csvCell(value).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  test('keeps quotes, commas and line ends inside their cell', () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"')
  })

  test('is one row a finding under a head', () => {
    const csv = lintCsv([{ kind: 'missing-number', anchor: null, line: 7, message: '=HYPERLINK("x")', also: [] }])
    expect(csv).toBe('kind,clause,line,message,also\r\nmissing-number,,7,"\'=HYPERLINK(""x"")",\r\n')
  })
})

describe('names that come from outside', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\contract.pdf', 'contract.pdf'],
    ['a\u0000b\u202Efdp.exe', 'abfdp.exe'],
    ['', 'agreement'],
    ['..', '..'],
  ])('%j is called %j', (asked, kept) => expect(fileName(asked)).toBe(kept))

  test('cannot add a header to a download', () => {
    expect(attachment('a"\r\nSet-Cookie: x=1.txt')).toBe('attachment; filename="a_Set-Cookie_ x_1.txt"; filename*=UTF-8\'\'a%22%0D%0ASet-Cookie%3A%20x%3D1.txt')
  })
})

test('a pace of three a minute lets three through, then one every twenty seconds', () => {
  const inPace = openPace(3)
  expect([0, 0, 0, 0, 20_000, 20_001].map(inPace)).toEqual([true, true, true, false, true, false])
})

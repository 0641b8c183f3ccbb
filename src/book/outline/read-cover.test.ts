import { describe, expect, test } from 'vitest'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

describe('the cover gives title, parties and term', () => {
  test('where the names stand between BETWEEN and AND', () => {
    const outline = readOutline(textDocument('MASTER AGREEMENT\n\nBETWEEN\n\nBIRCH HOLLOW SCHOOL DISTRICT\n\nAND\n\nBIRCH HOLLOW TEACHERS UNION\nLOCAL 77\n\nSeptember 1, 2031 through August 31, 2034\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline).toMatchObject({ title: 'MASTER AGREEMENT', parties: ['BIRCH HOLLOW SCHOOL DISTRICT', 'BIRCH HOLLOW TEACHERS UNION, LOCAL 77'], term: { from: '2031-09-01', through: '2034-08-31' } })
  })

  test('where one sentence says it all', () => {
    const outline = readOutline(textDocument('Agreement between the Cedar Point School District and the Cedar Point Teachers Association for the period of July 1, 2031 to June 30, 2033\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline).toMatchObject({ title: 'Agreement', parties: ['Cedar Point School District', 'Cedar Point Teachers Association'], term: { from: '2031-07-01', through: '2033-06-30' } })
  })

  test('where only the last article names the days', () => {
    const outline = readOutline(textDocument('CONTRACT\n\nARTICLE 1 PAY\n1.1 Pay is sent.\n\nARTICLE 2 TERM\n2.1 This contract is in effect from July 1, 2030 and shall remain in force until June 30, 2032.'))
    expect(outline.term).toEqual({ from: '2030-07-01', through: '2032-06-30' })
  })

  test('a window inside a year and a day that does not exist are no term', () => {
    const outline = readOutline(textDocument('CONTRACT\nEnrollment: May 1, 2030 through May 31, 2030\nFrom July 1, 2030 to June 31, 2032\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline.term).toEqual({ from: null, through: null })
  })
})

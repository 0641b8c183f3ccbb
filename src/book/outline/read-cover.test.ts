import { describe, expect, test } from 'vitest'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

describe('the cover gives title, parties and term', () => {
  test('where the names stand between BETWEEN and AND', () => {
    const outline = readOutline(textDocument('MASTER AGREEMENT\n\nBETWEEN\n\nBIRCH HOLLOW SCHOOL DISTRICT\n\nAND\n\nBIRCH HOLLOW TEACHERS UNION\nLOCAL 77\n\nSeptember 1, 2031 through August 31, 2034\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline).toMatchObject({ title: 'Master Agreement between BIRCH HOLLOW SCHOOL DISTRICT and BIRCH HOLLOW TEACHERS UNION, LOCAL 77', parties: ['BIRCH HOLLOW SCHOOL DISTRICT', 'BIRCH HOLLOW TEACHERS UNION, LOCAL 77'], term: { from: '2031-09-01', through: '2034-08-31' } })
  })

  test('where one sentence says it all', () => {
    const outline = readOutline(textDocument('Agreement between the Cedar Point School District and the Cedar Point Teachers Association for the period of July 1, 2031 to June 30, 2033\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline).toMatchObject({ title: 'Agreement between Cedar Point School District and Cedar Point Teachers Association', parties: ['Cedar Point School District', 'Cedar Point Teachers Association'], term: { from: '2031-07-01', through: '2033-06-30' } })
  })

  test('where one row joins both names', () => {
    const outline = readOutline(textDocument('MASTER CONTRACT\n\nCedar Point School District and Cedar Point Teachers Association\n\nSUPERINTENDENT OF SCHOOLS\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline).toMatchObject({ title: 'Master Contract between Cedar Point School District and Cedar Point Teachers Association', parties: ['Cedar Point School District', 'Cedar Point Teachers Association'] })
  })

  test('where a name goes on on the next row, and an office stands above it', () => {
    const outline = readOutline(textDocument('AGREEMENT\nbetween the\nBoard of Trustees\nof Cedar Point School District\nand the\nCedar Point Teachers Association\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(outline.parties).toEqual(['Board of Trustees of Cedar Point School District', 'Cedar Point Teachers Association'])
    const named = readOutline(textDocument('CONTRACT OF WORK\n\nSUPERINTENDENT OF SCHOOLS\nCedar Point School District\nCedar Point Teachers Association\n\nARTICLE 1 PAY\n1.1 Pay is sent.'))
    expect(named.parties).toEqual(['Cedar Point School District', 'Cedar Point Teachers Association'])
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

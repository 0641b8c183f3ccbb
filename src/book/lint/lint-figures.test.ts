import { describe, expect, test } from 'vitest'
import { anchor, type Table } from '#book/book.ts'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'

function said(text: string, more: Parameters<typeof inventOutline>[1] = {}): readonly string[] {
  const outline = inventOutline(text, more)
  return lintBook({ ...outline, ...linkOutline(outline) }).map((one) => `${one.kind} ${one.message}`)
}

/** Indexes of two columns over six steps, and what each gives on a base of 40,000; a cell may be printed otherwise. */
function indexed(instead: Readonly<Record<string, string>> = {}): readonly (readonly string[])[] {
  const rows = [1, 2, 3, 4, 5, 6].map((step) => {
    const [a, b] = [1000 + 35 * (step - 1), 1065 + 35 * (step - 1)]
    return [String(step), (a / 1000).toFixed(3), (b / 1000).toFixed(3), String(a * 40), String(b * 40)]
  })
  return [['Step', 'Index I', 'Index II', 'Column I', 'Column II'], ...rows.map((row) => row.map((cell) => instead[cell] ?? cell))]
}

const schedule = (rows: readonly (readonly string[])[]): Table => ({ anchor: anchor('App. A'), line: 6, rows })

const cites = (cited: string): string => `
ARTICLE 4 Steps
4.3.1 | One.
ARTICLE 9 Posts
9.1.1 | One.
9.2.1 | One.
9.2.2 | As in Section ${cited}.`

const guess = (cited: string): string | undefined => /Perhaps .*/.exec(said(cites(cited)).join(' '))?.[0]

test('a guess at the clause that is meant keeps the last number, and the article cited or at hand', () => {
  expect(['9.3.1', '9.2.21', '49.1.1', '43.3.1'].map(guess)).toEqual(['Perhaps 9.1.1 is meant.', undefined, 'Perhaps 9.1.1 is meant.', undefined])
})

describe('nothing is said where', () => {
  test('one of two like clauses is the rule of one group, that its own article names', () => {
    const text = `
ARTICLE 14 Working Conditions
14.1 | When a change in regularly posted schedules reaches more than 5 members, the union shall be told of the change in advance at once.
ARTICLE 20 Planetarium Provisions
20.1 | Planetarium employee posts stand apart. When a change in regularly posted schedules reaches more than 4 members, the union shall be told of the change in advance at once.`
    expect(said(text)).toEqual([])
    expect(said(text.replace('Planetarium employee posts', 'Some posts'))).toHaveLength(1)
  })

  test('a bound-in memorandum cites by the numbers of its own day', () => {
    const text = `
ARTICLE 3 Working Hours
3.1 | As posted.
ARTICLE 4 Letters of Blame
4.1 | As sent.


APPENDIX Q Memorandum of Understanding
1 | What is amiss is told by Article 3, Letters of Blame.`
    expect(said(text)).toEqual([])
    expect(said(text.replace('Memorandum of Understanding', 'Forms'))).toHaveLength(1)
  })

  test('every cell is its index on the base, half a dollar rounded up', () => {
    // 1.035 x 41,110 = 42,548.85 and 1.0125 x 41,110 = 41,623.875; 1.05 x 41,110 = 43,165.5 is printed 43,166.
    const rows = [['1', '1.0000', '41,110'], ['2', '1.0125', '41,624'], ['3', '1.0350', '42,549'], ['4', '1.0500', '43,166']]
    const wide = rows.map(([step = '', index = '', amount = '']) => [step, index, index, index, amount, amount, amount])
    expect(said('ARTICLE 6 Pay\n6.1 Pay | As printed.\n\n\nAPPENDIX A Schedule |', { tables: [schedule(wide)] })).toEqual([])
  })

  test('many cells are no products: the table is of another kind', () => {
    const instead = Object.fromEntries(['41400', '42800', '44200', '44000', '45400'].map((cell) => [cell, String(Number(cell) + 270)]))
    expect(said('ARTICLE 6 Pay\n6.1 Pay | As printed.\n\n\nAPPENDIX A Schedule |', { tables: [schedule(indexed(instead))] })).toEqual([])
  })

  test('the cited schedule is of another year than the stated minimum', () => {
    const text = 'ARTICLE 6 Pay\n6.1 Pay | Pay stands in Appendix A. The lowest salary, column I, step 1, is $41,500 in 2031-32.\n\n\nAPPENDIX A Schedule, 2030-31 |'
    expect(said(text, { tables: [schedule(indexed())] })).toEqual([])
  })

  test('a term is given with a clause that uses it, or is but a word of every day', () => {
    const text = `
ARTICLE 2 Words
2.1 | "Shift rate" means the yearly pay divided by 190.
2.2 | "Tutor" means a member who teaches one pupil.
2.3 | The shift rate is paid each month.
2.4 | "Senior order" means the order of hiring.
ARTICLE 3 Pay
3.1 | A seventh of the shift rate (Section 2.3) is paid for it.
3.2 | A tutor (Section 2.4) is paid for it.`
    expect(said(text)).toEqual([])
  })

  test('somebody is granted as many days as another clause counts on, or the cited clause gives them', () => {
    const text = `
ARTICLE 5 Leaves
5.1 | A clerk who works ten months earns ten days of sick leave; who works eleven earns eleven days of sick leave.
5.2 | Of the eleven days of sick leave three may be used for a move.
5.3 | The twenty days of family leave (Section 5.4) may be taken in parts.
5.4 | Leave for a family is given for 20 days a year.`
    expect(said(text)).toEqual([])
  })

  test('words and figures say one number, or the first counts what the second measures', () => {
    const text = `
ARTICLE 4 Duties
4.1 | Duty is one fifteen (15) minute watch and two thirty (30) minute rounds.
4.2 | Twenty-five (25) keys, one hundred eighty-one (181) days, 4 (four) doors and one-half (1/2) hour.
4.3 | In part two (b), and in three (see Section 4.1) cases.`
    expect(said(text)).toEqual([])
  })
})

describe('tables', () => {
  test('one cell of a schedule that is not its index on the base', () => {
    // Step 4, II: 1.170 x 40,000 = 46,800.
    expect(said('ARTICLE 6 Pay\n6.1 Pay | As printed.\n\n\nAPPENDIX A Schedule |', { tables: [schedule(indexed({ 46800: '46,080' }))] })).toEqual([
      'table-mismatch In the table at line 6: row 4, Column II prints $46,080, while index 1.17 on the base of $40,000 gives $46,800.',
    ])
  })

  test('a stated minimum against the schedule of its year that the clause cites', () => {
    const text = 'ARTICLE 6 Pay\n6.1 Pay | Pay stands in Appendix A. The lowest salary, column I, step 1, is $40,500 in 2030-31.\n6.1.1 | The base salary is $40,000 in 2030-31.\n\nAPPENDIX A Schedule, 2030-31 |'
    expect(said(text, { tables: [schedule(indexed())] })).toEqual([
      'table-mismatch 6.1 states $40,500, but the lowest cell of the schedule printed at line 6 is $40,000, and no cell is $40,500; 6.1.1 states $40,000 too.',
    ])
  })
})

describe('what one clause says of another', () => {
  test('a defined term given with the clause of another term', () => {
    const text = `
ARTICLE 2 Words
2.1 | "Shift rate" means the yearly pay divided by 190.
2.4 | "Senior order" means the order of hiring.
2.5 | Both words hold everywhere.
ARTICLE 3 Pay
3.1 | A seventh of the shift rate (Section 2.4) is paid for it.
3.2 | The senior order, as defined in Section 2.5, decides.`
    expect(said(text).filter((one) => one.startsWith('suspect'))).toEqual([
      'suspect-reference 3.1 cites "Section 2.4", but 2.4 says nothing of "Shift rate", while 2.1 defines it. Perhaps 2.1 is meant.',
      'suspect-reference 3.2 cites "Section 2.5", but 2.5 says nothing of "Senior order", while 2.4 defines it. Perhaps 2.4 is meant.',
    ])
  })

  test('a leave counted on with other days than are given', () => {
    const text = `
ARTICLE 5 Leaves
5.1 | A member earns twelve days of sick leave each year.
5.2 | As many as six of the fourteen days of sick leave may be used for a move.
5.3 | The nine days of parental leave (Section 5.4) may be taken in parts.
5.4 | A parent stays at home for eight days with pay.`
    expect(said(text)).toEqual([
      'contradiction-candidate 5.2 counts on "fourteen days of sick leave"; 5.1 gives "twelve days of sick leave".',
      'contradiction-candidate 5.3 counts on "nine days of parental leave" of 5.4, which does not give that figure.',
    ])
  })

  test('words and a figure beside them that differ', () => {
    const text = `
ARTICLE 4 Duties
4.1 | Give fifteen (10) days of notice.
4.2 | One hundred eighty- eighty-one (181) days are worked, and 6 (five) are free.`
    expect(said(text)).toEqual([
      'contradiction-candidate 4.1 prints "fifteen (10) days": the words and the figure differ.',
      'contradiction-candidate 4.2 prints "One hundred eighty- eighty-one (181) days": the words and the figure differ.',
      'contradiction-candidate 4.2 prints "6 (five) are": the words and the figure differ.',
    ])
  })

  test('one kind of day that nothing defines, beside a day that is defined', () => {
    const text = `
ARTICLE 1 Words
1.1 | "Day" means a day on which members render service.
ARTICLE 2 Grievances
2.1 | File within ten days.
2.2 | Appeal within twenty office days and five calendar days.`
    expect(said(text)).toEqual(['undefined-term "office days" (2.2) are defined nowhere; 1.1 defines "Day".'])
  })
})

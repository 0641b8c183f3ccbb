import { describe, expect, test } from 'vitest'
import { anchor, type ContentsEntry, type LintFinding, type LintKind, type Table } from '#book/book.ts'
import { inventOutline } from '#book/links/invent-outline.ts'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'

function lint(text: string, more: { tables?: readonly Table[]; contents?: readonly ContentsEntry[] } = {}): readonly LintFinding[] {
  const outline = inventOutline(text, more)
  return lintBook({ ...outline, ...linkOutline(outline) })
}

function said(text: string, kind: LintKind, more: { tables?: readonly Table[]; contents?: readonly ContentsEntry[] } = {}): readonly string[] {
  return lint(text, more)
    .filter((one) => one.kind === kind)
    .map((one) => `${one.anchor}: ${one.message}`)
}

describe('what is no defect', () => {
  test('a sound agreement has no findings', () => {
    const sound = `
ARTICLE 1 Recognition
1.1 Unit | The unit is all teachers of the district.
1.2 Term | This agreement runs for three years.
ARTICLE 2 Leaves
2.1 Sick Leave | Ten days a year.
2.2 Reserved | Deleted.
2.4 Bank | As in Section 2.1.
(a) | Donated days.
(b) | Drawn days.`
    expect(lint(sound)).toEqual([])
  })

  test('a list that starts again under another heading prints no number twice', () => {
    const text = `
ARTICLE 3 Duties
3.1 Duties | Duties are:
(a) | bells
(b) | gates
(c) | halls
(a) | notes for parents
(b) | notes for staff
(c) | notes for pupils`
    expect(lint(text).filter((one) => one.kind === 'duplicate-number' || one.kind === 'out-of-order')).toEqual([])
  })

  test('two groups may have two figures on purpose', () => {
    const text = `
ARTICLE 3 Hours
3.1 Hours of Nurses |
3.1.1 | The office shall give written notice of a change in assigned duty hours no later than ten (10) days before the change takes effect.
3.2 Hours of Librarians |
3.2.1 | The office shall give written notice of a change in assigned duty hours no later than five (5) days before the change takes effect.`
    expect(said(text, 'contradiction-candidate')).toEqual([])
  })

  test('a table whose parts make their sums is left alone', () => {
    const table: Table = { anchor: anchor('5.1'), line: 3, rows: [['Quarter', 'Days'], ['First', '41'], ['Second', '42'], ['Semester One', '83'], ['Third', '46'], ['Fourth', '46'], ['Semester Two', '92'], ['Total', '175']] }
    expect(said('ARTICLE 5 Year\n5.1 Days | The days are:', 'table-mismatch', { tables: [table] })).toEqual([])
  })
})

describe('numbers', () => {
  test('a number printed twice where the row counts on', () => {
    const text = `
ARTICLE 20 Leaving
20.1 Notice | Give notice.
20.1.1 | In writing.
20.1 Resignation | Resign.
20.2.1 | In June.`
    expect(said(text, 'duplicate-number')).toEqual(['20.1-2: 20.1 is printed twice: at line 3 and again at line 5.'])
  })

  test('a number with a dot lost', () => {
    const text = `
ARTICLE 12 Clerks
12.6 Hours | Six.
12.7 Support | Support follows.
12.71 | Two clerks.
12.8 Summer | None.`
    expect(said(text, 'out-of-order')).toEqual(['12.71: 12.71 stands between 12.7 and 12.8, out of its order. It reads like 12.7.1.'])
  })

  test('a number left out, and a number with no words', () => {
    const text = `
ARTICLE 8 Overtime
8.1 Rate | Half again.
8.2 Notice | A day.
8.4 Order | By seniority.
8.5 |`
    expect(said(text, 'missing-number')).toEqual(['8.4: After 8.2 comes 8.4: 8.3 is missing.', '8.5: The number 8.5 is printed with no words after it.'])
  })
})

describe('references', () => {
  test('one that leads nowhere, with the number it may mean', () => {
    const text = `
ARTICLE 21 Leave
21.1 Pool |
21.1.6 Draw |
21.1.6.1 | Names are drawn each week.
21.1.6.2 | Added names join the draw of item 2.1.6.1 above.`
    expect(said(text, 'dangling-reference')).toEqual(['21.1.6.2: 21.1.6.2 cites "item 2.1.6.1", but no such clause stands in this text. Perhaps 21.1.6.1 is meant.'])
  })

  test('an article that the contents list and the copy lacks is said so', () => {
    const contents: readonly ContentsEntry[] = [{ number: '9', title: 'Salaries', page: '30', line: 1 }]
    const text = `
ARTICLE 1 Scope
1.1 | Pay is in Article 9.
ARTICLE 2 Term
2.1 | A year.
ARTICLE 3 Rights
3.1 | All.`
    expect(said(text, 'dangling-reference', { contents })).toEqual(['1.1: 1.1 cites "Article 9" (Salaries), which the contents list but this copy does not hold.'])
  })
})

describe('terms', () => {
  test('"day" is defined, and clauses count in other days that nobody defines', () => {
    const text = `
ARTICLE 1 Definitions
1.1 | "Day" means a day on which members render service.
ARTICLE 2 Grievances
2.1 | File within ten (10) work days.
2.2 | Answer within five (5) working days.
2.3 | Appeal within five (5) calendar days.`
    expect(said(text, 'competing-definitions')).toEqual([
      '1.1: "Day" is defined here, but clauses also speak of "work day" (2.1), "working day" (2.2) and "calendar day" (2.3), which nothing defines: whether the definition governs them is open.',
    ])
  })

  test('of the clauses that speak of a kind of day, those are named that count in it', () => {
    const text = `
ARTICLE 1 Terms
1.1 Unit | The unit is all members.
ARTICLE 2 Steps
2.1 | Talks may be held during the business day.
2.2 | File within ten (10) business days.
2.3 | File no later than the last business day of May.
2.4 | Doors close at the end of the business day.`
    expect(said(text, 'undefined-term')).toEqual(['2.2: Deadlines and entitlements count "business days" (2.2 and 2.3), but nothing says there, or for the whole agreement, which days those are.'])
    expect(said(text.replace('last business day', 'end'), 'undefined-term')).toEqual([])
  })

  test('deadlines run in days that no clause defines', () => {
    const text = `
ARTICLE 2 Grievances
2.1 | File within ten (10) business days.
2.2 | Answer within five (5) business days.
2.3 | Appeal within five (5) business days.`
    expect(said(text, 'undefined-term')).toEqual(['2.1: Deadlines and entitlements count "business days" (2.1, 2.2 and 2.3), but nothing says there, or for the whole agreement, which days those are.'])
  })

  test('one term defined in two ways', () => {
    const text = `
ARTICLE 1 Definitions
1.1 | "Seniority" means the place on the official list of the district.
ARTICLE 2 Transfers
2.1 | Seniority shall mean the years of paid teaching at one school.`
    expect(said(text, 'competing-definitions')).toEqual([
      '2.1: "Seniority" is defined here ("the years of paid teaching at one school") and in 1.1 ("the place on the official list of the district").',
    ])
  })

  test('a short name that the text never spells out', () => {
    const text = `
ARTICLE 2 Help
2.1 | The ZQT meets monthly. The Peer Review Panel does too.
2.2 | Ask the ZQT first and the PRP next.
2.3 | Each site sends one member to the ZQT in May and to the PRP in June.
2.4 | The PRP reports. A PRP is unpaid.`
    expect(said(text, 'undefined-term')).toEqual(['2.1: "ZQT" is used in 2.1, 2.2 and 2.3, but the text never says what it stands for.'])
  })
})

const grid = (base: number): readonly (readonly string[])[] => [1, 2, 3, 4, 5].map((row) => [String(row), ...[0, 1, 2].map((column) => `$${Math.round(base * (1 + 0.06 * (row - 1) + 0.07 * column)).toLocaleString('en-US')}`)])

describe('tables', () => {
  test('a stated minimum that no cell of its schedule prints', () => {
    const table: Table = { anchor: anchor('26.1'), line: 4, rows: grid(39000) }
    expect(said('ARTICLE 26 Pay\n26.1 Schedule | The salary schedule minimum shall be $41,101 from July.', 'table-mismatch', { tables: [table] })).toEqual([
      '26.1: 26.1 states $41,101, but the lowest cell of the schedule printed at line 4 is $39,000, and no cell is $41,101.',
    ])
  })

  test('a cell that is not base times index', () => {
    const indexes: Table = { anchor: anchor('26.1'), line: 3, rows: [1, 2, 3, 4, 5].map((row) => [String(row), ...[0, 1, 2].map((column) => (1 + 0.06 * (row - 1) + 0.07 * column).toFixed(2))]) }
    // Row 3, column 2 should be 39,000 x 1.19 = 46,410.
    const amounts: Table = { anchor: anchor('26.2'), line: 9, rows: grid(39000).map((row, index) => (index === 2 ? ['3', '$43,680', '$46,140', '$49,140'] : row)) }
    expect(said('ARTICLE 26 Pay\n26.1 Index | Indexes:\n26.2 Amounts | Amounts:', 'table-mismatch', { tables: [indexes, amounts] })).toEqual([
      '26.2: In the table at line 9: row 3, column 2 prints $46,140, while index 1.19 on the base of $39,000 gives $46,410.',
    ])
  })

  test('shares that do not make their whole, and a quotient that is rounded wrongly', () => {
    const shares: Table = {
      anchor: anchor('4.1'),
      line: 3,
      rows: [
        ['1 PARTY', '420.08', '168.03', '252.05', '180.63', '239.45', '210.04', '210.04'],
        ['2 PARTY', '830.27', '332.11', '498.16', '357.02', '473.25', '415.14', '415.14'],
      ],
    }
    const parts: Table = { anchor: anchor('4.2'), line: 8, rows: [['1', '1/6 = 0.17'], ['2', '2/6 = 0.34'], ['3', '3/6 = 0.50']] }
    expect(said('ARTICLE 4 Health\n4.1 Shares | Shares:\n4.2 Parts | Parts:', 'table-mismatch', { tables: [shares, parts] })).toEqual([
      '4.1: In the table at line 3: 2 PARTY: 415.14 and 415.14 make 830.28, not 830.27.',
      '4.2: In the table at line 8: "2/6 = 0.34" should be 0.33.',
    ])
  })

  test('a month printed on the wrong days of the week, and with too many days', () => {
    // 3 November 2012 was a Saturday, 4 November the Sunday; 3 February 2013 was a Sunday.
    const text = `
ARTICLE 9 Year
9.1 Calendar | Printed here.
School Calendar 2012-2013

November
S M T W T F S
1 2
3 4 5 6 7 8 9
10 11 12 13 14 15 16

February
S M T W T F S
1 2
3 4 5 6 7 8 9
10 11 12 13 14 15 16
17 18 19 20 21 22 23
24 25 26 27 28 29 30`
    expect(said(text, 'table-mismatch')).toEqual(['9.1: In its calendar November 2012 is printed with a Sunday on the 3rd, which was a Saturday and February 2013 is printed with 30 days.'])
  })

  test('a total that nearly sums', () => {
    const table: Table = { anchor: anchor('5.1'), line: 3, rows: [['First', '41'], ['Second', '42'], ['Third', '46'], ['Total', '130']] }
    expect(said('ARTICLE 5 Year\n5.1 Days | The days are:', 'table-mismatch', { tables: [table] })).toEqual(['5.1: In the table at line 3: the total is printed 130, the figures over it make 129.'])
  })
})

describe('contents', () => {
  test('a title that the body prints otherwise, and an article left out', () => {
    const contents: readonly ContentsEntry[] = [
      { number: '1', title: 'Recognition', page: '1', line: 1 },
      { number: '2', title: 'Interns', page: '2', line: 2 },
      { number: '3', title: 'Leaves of Absence', page: '3', line: 3 },
      { number: '4', title: 'Hours', page: '4', line: 4 },
      { number: '5', title: 'Pay', page: '5', line: 5 },
    ]
    const text = `





ARTICLE 1 RECOGNITION
ARTICLE 2 Interns With Three Years
ARTICLE 3 Leaves of Absence
ARTICLE 4 Hours
ARTICLE 5 Pay






ARTICLE 6 Safety`
    expect(said(text, 'contents-mismatch', { contents })).toEqual(['2: The contents call article 2 "Interns"; its own title is "Interns With Three Years".', '6: Article 6, "Safety", is not in the printed contents.'])
  })
})

describe('figures that disagree', () => {
  test('one threshold said in two ways', () => {
    const text = `
ARTICLE 15 Evaluation
15.1 Referral | A permanent teacher whose evaluation holds three (3) or more deficient marks shall join the mentor program.
ARTICLE 16 Mentors
16.1 Entry | A teacher with permanent status enters the mentor program after two or more deficient marks on the final evaluation.
ARTICLE 17 Hours
17.1 Day | Seven hours make a day of work.
17.2 Lunch | Thirty minutes of lunch are free of duty.
17.3 Site | Members report to one of two sites.
17.4 Calls | Two calls a week are made from home.
17.5 Posts | Three posts are open.
17.6 Notes | Four notes are kept for each pupil.
17.7 Gates | Two gates are watched.
17.8 Rooms | Three rooms are shared by two members.
17.9 Keys | Four keys are given out.
17.10 Bells | Two bells ring.
17.11 Buses | Three buses wait.
17.12 Halls | Two halls are swept.`
    expect(lint(text).filter((one) => one.kind === 'contradiction-candidate').map((one) => [one.anchor, one.also])).toEqual([['15.1', ['16.1']]])
  })

  test('near copies with one figure apart', () => {
    const text = `
ARTICLE 14 Work
14.1 Changes | When any change in regularly assigned schedules touches more than 5 unit members, the union will be notified in advance of the change.
ARTICLE 20 Custodians
20.1 Changes | When a change in regularly assigned schedules touches more than 4 (four) unit members, the union shall be notified in advance of the change.`
    expect(lint(text).filter((one) => one.kind === 'contradiction-candidate').map((one) => [one.anchor, one.also])).toEqual([['14.1', ['20.1']]])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { proposalYaml } from '#calendar/import/proposal-yaml.ts'
import { proposeCalendar, type CalendarProposal } from '#calendar/import/propose-calendar.ts'
import { readAnyDay, readCsvEvents } from '#calendar/import/read-csv-events.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { civilText } from '#plain/civil-day.ts'
import { problemInWords } from '#plain/problem.ts'

const wishes = { schoolYear: null, kinds: ['work', 'instructional'], form: usualSchoolYear, firstDay: null, lastDay: null }

function proposed(csv: string, more = {}): CalendarProposal {
  const read = readCsvEvents('days.csv', csv)
  const proposal = read.ok ? proposeCalendar('days.csv', read.value, { ...wishes, ...more }) : read
  if (!proposal.ok) throw new Error(problemInWords(proposal.problem))
  return proposal.value
}

const closings = (it: CalendarProposal) => it.closed.map((one) => `${civilText(one.from)}${one.through === one.from ? '' : `..${civilText(one.through)}`} ${one.of.join('+')}${one.sure ? '' : ' ?'}`)

test.each([
  ['nothing', '', 'The file is empty.'],
  ['no head', '2025-09-01,Labor Day', 'does not name a column for the date'],
  ['no names', 'date,x\n2025-09-01,Labor Day', 'does not name a column for the name or the kind'],
  ['an open quote', 'date,name\n"2025-09-01,Labor Day', 'A quote that begins here never closes.'],
])('a CSV with %s is refused in words', (_, csv, says) => {
  const read = readCsvEvents('days.csv', csv)
  expect(read.ok ? '' : read.problem.what).toContain(says)
})

test('a row that cannot be read is told and the others are kept', () => {
  const read = readCsvEvents('days.csv', 'date,end,name\n2025-09-31,,Lost\n2025-09-01,,Labor Day\n2025-10-02,2025-10-01,Backwards')
  expect(read.ok && read.value.map((it) => it.title)).toEqual(['Labor Day'])
  expect(read.ok && read.notes.map(problemInWords)).toEqual(['days.csv, line 2: "2025-09-31" is not a day. Mend the row, or add the day by hand.', 'days.csv, line 4: It runs from 2025-10-02 to 2025-10-01. Mend the row, or add the day by hand.'])
})

test.each([
  ['2025-08-27', '2025-08-27'],
  ['8/27/2025', '2025-08-27'],
  ['08/27/25', '2025-08-27'],
  ['Aug 27, 2025', '2025-08-27'],
  ['Wednesday, August 27, 2025', '2025-08-27'],
  ['27-Aug-2025', '2025-08-27'],
  ['8/27/2025 12:00 AM', '2025-08-27'],
  ['2025-08-27T00:00:00', '2025-08-27'],
  ['13/1/2025', null],
  ['2/29/2025', null],
  ['8/27', null],
  ['soon', null],
])('"%s" as a day', (text, day) => {
  const read = readAnyDay(text)
  expect(read === null ? null : civilText(read)).toBe(day)
})

test('without a first or last day of school there is no proposal: nothing is made up', () => {
  const read = readCsvEvents('days.csv', 'date,name\n2025-09-01,Labor Day - No School\n2026-06-05,Last Day of School')
  const proposal = read.ok ? proposeCalendar('days.csv', read.value, wishes) : read
  expect(proposal.ok ? '' : problemInWords(proposal.problem)).toBe('days.csv: The file does not say the first day of school of 2025-2026. Give it by hand: --first-day YYYY-MM-DD.')
})

test("Google's columns: all-day events count, evenings do not", () => {
  const it = proposed(
    [
      'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private',
      'Staff Development,08/14/2025,,08/15/2025,,True,,,False',
      'First Day of School,08/18/2025,,08/18/2025,,True,,,False',
      '"Thanksgiving Break, No School",11/24/2025,,11/28/2025,,True,,,False',
      'Parent evening: no school closings discussed,10/01/2025,7:00 PM,10/01/2025,9:00 PM,False,,,False',
      'Teacher Work Day,01/05/2026,,01/05/2026,,True,,,False',
      'End of 1st Semester,12/19/2025,,12/19/2025,,True,,,False',
      'Last Day of School,06/04/2026,,06/04/2026,,True,,,False',
      'Teacher Work Day,06/05/2026,,06/05/2026,,True,,,False',
      'Spirit Week,09/15/2025,,09/19/2025,,True,,,False',
    ].join('\r\n'),
  )
  expect(it.schoolYear).toBe('2025-2026')
  expect([...it.days].map(([kind, span]) => `${kind} ${civilText(span.from)} ${civilText(span.through)}`)).toEqual(['work 2025-08-14 2026-06-05', 'instructional 2025-08-18 2026-06-04'])
  expect(closings(it)).toEqual(['2025-11-24..2025-11-28 work+instructional', '2026-01-05 instructional'])
  expect([...it.dates].map(([name, day]) => `${name} ${civilText(day)}`)).toEqual(['first_semester_ends 2025-12-19'])
  expect(it.notUnderstood.map((one) => `${one.event.title}: ${one.why}`)).toEqual([
    'Spirit Week: the title does not say whether schools are closed',
    'Parent evening: no school closings discussed: it has a time of day, so it closes nothing by itself',
  ])
})

test('a list of dates and kinds, with semicolons, and days given by hand', () => {
  const it = proposed('Date;Kind\n9/1/2025;holiday\n10/10/2025;staff development day\n12/25/2025;holiday', { firstDay: 20318, lastDay: 20609 })
  expect(closings(it)).toEqual(['2025-09-01 work+instructional', '2025-10-10 instructional', '2025-12-25 work+instructional'])
})

test('what is proposed is a calendar that a pack can hold, and hostile titles stay in their line', () => {
  const it = proposed('date,end,name\n2025-08-18,,First day of school\n2025-12-22,2026-01-02,"Winter break\n- {on: 2025-01-01}, ""no school"" # x"\n2025-10-31,,"Halloween\nhidden: true"\n2026-06-04,,Last day of school')
  const read = readCalendars('made-up', new Map([['calendars/2025.yaml', proposalYaml(it, 'days.csv\nx: 1')]]), usualSchoolYear)
  expect(read.problems).toEqual([])
  const work = read.calendars.kinds.get('work')
  // 2025-08-18 to 2026-06-04 are 41 whole weeks and four days: 209 weekdays, less the ten of the break.
  expect(work?.index.days.length).toBe(199)
  expect(work?.names?.get(20447)).toBe('Winter break - {on: 2025-01-01}, "no school" # x')
})

/** Lent beside the repository; where it is missing there is nothing to try. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/calendars')

test.each([
  ['livingston-nj-2025-2026.ics', '2025-2026', '2025-08-25', '2025-08-27', '2026-06-18', 17],
  ['livingston-nj-2026-2027.ics', '2026-2027', '2026-08-26', '2026-08-31', '2027-06-22', 15],
])('a real district: %s', (name, year, staff, first, last, closed) => {
  if (!existsSync(corpus)) return
  const read = readIcsEvents(name, readFileSync(join(corpus, name), 'utf8'))
  const proposal = read.ok ? proposeCalendar(name, read.value, wishes) : read
  if (!proposal.ok) throw new Error(proposal.problem.what)
  const it = proposal.value
  expect(it.schoolYear).toBe(year)
  expect(civilText(it.days.get('work')?.from ?? 0)).toBe(staff)
  expect(civilText(it.days.get('instructional')?.from ?? 0)).toBe(first)
  expect(civilText(it.days.get('instructional')?.through ?? 0)).toBe(last)
  expect(it.closed.filter((one) => one.from <= (it.days.get('work')?.through ?? 0))).toHaveLength(closed)
  expect(it.notUnderstood).toEqual([])
})

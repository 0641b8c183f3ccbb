import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { proposalYaml } from '#calendar/import/proposal-yaml.ts'
import { proposeCalendar } from '#calendar/import/propose-calendar.ts'
import { readCsvEvents } from '#calendar/import/read-csv-events.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'

/** Files damaged by chance: nothing crashes, and whatever is refused is told with a file. */

const numRuns = Number(process.env['STEWARD_PROPERTY_RUNS'] ?? 150)
const wishes = { schoolYear: null, kinds: ['work', 'instructional', 'office'], form: usualSchoolYear, firstDay: null, lastDay: null }

/** A text with pieces cut out, doubled, and strange ones put in. */
function damaged(text: string, strange: readonly string[]): fc.Arbitrary<string> {
  const cut = fc.record({ at: fc.nat(text.length), length: fc.nat(30), put: fc.oneof(fc.constantFrom(...strange), fc.string({ maxLength: 6 })) })
  return fc.array(cut, { minLength: 1, maxLength: 6 }).map((cuts) => cuts.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), text))
}

const year = readFileSync(join(import.meta.dirname, '../../agreements/chaffey-2010/calendars/2010-2011.yaml'), 'utf8')

test('a damaged calendar of a pack', () => {
  const strange = ['- ', '{', '}', '[', '"', ': ', '#', '\n', '\n  ', '2010-02-31', '9999-12-31', '0001-01-01', '&a', '*a', 'null', '__proto__: 1\n', 'on: 2010-09-06', '\u0000', '|']
  fc.assert(
    fc.property(damaged(year, strange), (text) => {
      const read = readCalendars('made-up', new Map([['calendars/a.yaml', text]]), usualSchoolYear)
      for (const it of [...read.problems, ...read.notes]) expect(it.where.file).toBe('calendars/a.yaml')
    }),
    { numRuns },
  )
})

const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:America/Los_Angeles', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:First day of school', 'DTSTART;VALUE=DATE:20250818', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'SUMMARY:No School', 'DTSTART:20250901T070000Z', 'DTEND:20250902T070000Z', 'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO', 'EXDATE:20250908T070000Z', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:3', 'SUMMARY:Last day of', ' school', 'DTSTART;VALUE=DATE:20260604', 'DTEND;VALUE=DATE:20260605', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')

test('a damaged .ics; what is proposed from it can always be read back', () => {
  const strange = ['\r\n', '\r\n ', ':', ';', '=', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', 'COUNT=999999999', 'INTERVAL=0', 'UNTIL=99991231', 'FREQ=YEARLY', 'BYDAY=-53MO', '99991231', '00010101', '\u0000', '"', 'BYMONTHDAY=-31']
  fc.assert(
    fc.property(damaged(ics, strange), (text) => {
      const read = readIcsEvents('a.ics', text)
      const proposal = read.ok ? proposeCalendar('a.ics', read.value, wishes) : read
      if (!proposal.ok) {
        expect(proposal.problem.where.file).toBe('a.ics')
        return
      }
      const again = readCalendars('made-up', new Map([['calendars/a.yaml', proposalYaml(proposal.value, 'a.ics')]]), usualSchoolYear)
      expect(again.problems).toEqual([])
    }),
    { numRuns },
  )
})

test('a damaged CSV of days', () => {
  const csv = 'Subject,Start Date,End Date,All Day Event\nFirst day of school,8/18/2025,8/18/2025,True\n"Break, no school",12/22/2025,1/2/2026,True\nLast day of school,6/4/2026,6/4/2026,True\n'
  fc.assert(
    fc.property(damaged(csv, ['"', ',', '\n', ';', '\t', '99/99/9999', '\u0000', '""', '\r']), (text) => {
      const read = readCsvEvents('a.csv', text)
      const proposal = read.ok ? proposeCalendar('a.csv', read.value, wishes) : read
      if (!proposal.ok) expect(proposal.problem.where.file).toBe('a.csv')
    }),
    { numRuns },
  )
})

test('any JSON at all as the calendar of a case', () => {
  const days = fc.oneof(fc.constantFrom('2016-08-22', '2017-06-15', '0001-01-01', '9999-12-31', '2016-02-30'), fc.jsonValue())
  const close = fc.record({ span: fc.oneof(fc.array(days, { maxLength: 3 }), fc.jsonValue()), closed: fc.dictionary(fc.constantFrom('work', 'calendar', '__proto__', 'office'), fc.oneof(fc.array(days), fc.jsonValue())), days: fc.dictionary(fc.constantFrom('work', 'office'), fc.array(days)) }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.oneof(close, fc.jsonValue()), (value) => {
      const read = readCaseCalendar('a.json', value, usualSchoolYear)
      if (!read.ok) expect(read.problem.where.file).toBe('a.json')
    }),
    { numRuns: numRuns * 4 },
  )
})

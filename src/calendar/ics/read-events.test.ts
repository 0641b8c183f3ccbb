import { expect, test } from 'vitest'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { civilText } from '#plain/civil-day.ts'
import { problemInWords } from '#plain/problem.ts'

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:No School', ...lines, 'END:VEVENT']

function daysOf(...lines: string[]): string[] {
  const read = readIcsEvents('made-up.ics', file(...lines))
  if (!read.ok) throw new Error(read.problem.what)
  return read.value.map((it) => (it.from === it.through ? civilText(it.from) : `${civilText(it.from)}..${civilText(it.through)}`) + (it.allDay ? '' : ' timed'))
}

function notesOf(...lines: string[]): string {
  const read = readIcsEvents('made-up.ics', file(...lines))
  return read.ok ? read.notes.map(problemInWords).join('\n') : ''
}

test('what is no calendar is refused in words', () => {
  for (const text of ['', 'PK\u0003\u0004', '<html></html>', 'date,name\n2025-09-01,Labor Day']) {
    const read = readIcsEvents('made-up.ics', text)
    expect(read.ok ? '' : read.problem.what).toBe('It is no calendar file: the line BEGIN:VCALENDAR is missing.')
  }
})

test('an event without a day, and a rule that is not understood, are told with their line', () => {
  expect(notesOf(...event('DTSTART;VALUE=DATE:20250231'))).toBe('made-up.ics, line 3: "No School": it has no day that can be read. Add it by hand if it closes a school.')
  expect(notesOf(...event('DTSTART;VALUE=DATE:20250901', 'RRULE:FREQ=HOURLY'))).toContain('how it repeats (FREQ=HOURLY) is not understood; only its first day is taken.')
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO'))).toEqual(['2025-09-01'])
})

test('a hostile file costs no more than a large one: endless repeats, deep nesting, endless lines', () => {
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'RRULE:FREQ=DAILY;COUNT=1000000')).length).toBeLessThan(1200)
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'RRULE:FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30'))).toEqual([])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', ...Array.from({ length: 5000 }, () => 'BEGIN:VALARM')))).toEqual(['2025-09-01'])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', `X-LONG:${'a'.repeat(300_000)}`))).toEqual(['2025-09-01'])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'DTEND;VALUE=DATE:29250901'))).toEqual([])
  expect(readIcsEvents('made-up.ics', 'x'.repeat(9_000_000)).ok).toBe(false)
})

test('all-day events end on the day before DTEND; one without an end is one day', () => {
  expect(daysOf(...event('DTSTART;VALUE=DATE:20251222', 'DTEND;VALUE=DATE:20260103'))).toEqual(['2025-12-22..2026-01-02'])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901'))).toEqual(['2025-09-01'])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'DTEND;VALUE=DATE:20250901'))).toEqual(['2025-09-01'])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'DURATION:P3D'))).toEqual(['2025-09-01..2025-09-03'])
})

test('times: a zone of its own is the day as written, UTC is moved to the place, midnight to midnight is all day', () => {
  expect(daysOf(...event('DTSTART;TZID=America/Los_Angeles:20250901T180000', 'DTEND;TZID=America/Los_Angeles:20250901T200000'))).toEqual(['2025-09-01 timed'])
  expect(daysOf(...event('DTSTART:20250902T020000Z', 'DTEND:20250902T040000Z'))).toEqual(['2025-09-01 timed'])
  expect(daysOf('X-WR-TIMEZONE:America/New_York', ...event('DTSTART:20250902T030000Z', 'DTEND:20250902T033000Z'))).toEqual(['2025-09-01 timed'])
  expect(daysOf(...event('DTSTART:20250901T070000Z', 'DTEND:20250902T070000Z'))).toEqual(['2025-09-01'])
  // In winter midnight in California is 08:00 in UTC.
  expect(daysOf(...event('DTSTART:20251222T080000Z', 'DTEND:20251227T080000Z'))).toEqual(['2025-12-22..2025-12-26'])
  expect(daysOf(...event('DTSTART:20250901T000000', 'DTEND:20250903T000000'))).toEqual(['2025-09-01..2025-09-02'])
})

test('folded lines, escapes and quoted parameters', () => {
  const read = readIcsEvents('made-up.ics', '\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY;LANGUAGE="en:us";X="a;b":Parents\\, pupils\\; and st\n aff\\nall\nDTSTART;VALUE=DATE:20250\n 901\nEND:VEVENT\nEND:VCALENDAR')
  expect(read.ok && read.value[0]?.title).toBe('Parents, pupils; and staff\nall')
  expect(read.ok && read.value[0]?.line).toBe(2)
})

test.each([
  ['every Monday for four weeks', '20250908', 'FREQ=WEEKLY;COUNT=4;BYDAY=MO', ['2025-09-08', '2025-09-15', '2025-09-22', '2025-09-29']],
  ['every second week on two days', '20250909', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20251001;BYDAY=TU,TH', ['2025-09-09', '2025-09-11', '2025-09-23', '2025-09-25']],
  ['the second Monday of October, each year', '20231009', 'FREQ=YEARLY;BYMONTH=10;BYDAY=2MO;COUNT=3', ['2023-10-09', '2024-10-14', '2025-10-13']],
  ['the last Monday of May', '20240527', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2', ['2024-05-27', '2025-05-26']],
  ['the same date each year', '20240229', 'FREQ=YEARLY;COUNT=1', ['2024-02-29']],
  ['the last day of each month', '20250131', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2025-01-31', '2025-02-28', '2025-03-31']],
  ['the 31st of months that have one', '20250131', 'FREQ=MONTHLY;COUNT=3', ['2025-01-31', '2025-03-31', '2025-05-31']],
  ['five days in a row', '20250324', 'FREQ=DAILY;COUNT=5', ['2025-03-24', '2025-03-25', '2025-03-26', '2025-03-27', '2025-03-28']],
])('repeats: %s', (_, start, rule, days) => {
  expect(daysOf(...event(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`))).toEqual(days)
})

test('days left out, added and moved', () => {
  const weekly = event('DTSTART;VALUE=DATE:20250908', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20250915', 'RDATE;VALUE=DATE:20251003')
  expect(daysOf(...weekly)).toEqual(['2025-09-08', '2025-09-22', '2025-10-03'])
  const moved = event('RECURRENCE-ID;VALUE=DATE:20250922', 'DTSTART;VALUE=DATE:20250923')
  expect(daysOf(...weekly, ...moved)).toEqual(['2025-09-08', '2025-09-23', '2025-10-03'])
})

test('what was cancelled is left out, and an alarm is no part of its event', () => {
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'STATUS:CANCELLED'))).toEqual([])
  expect(daysOf(...event('DTSTART;VALUE=DATE:20250901', 'BEGIN:VALARM', 'SUMMARY:x', 'DTSTART;VALUE=DATE:20200101', 'END:VALARM'))).toEqual(['2025-09-01'])
})

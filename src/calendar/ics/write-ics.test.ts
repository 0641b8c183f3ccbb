import ical from 'ical.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { writeIcs, type CalendarEntry } from '#calendar/ics/write-ics.ts'
import { civilDay, civilText } from '#plain/civil-day.ts'

const feed = { name: 'Deadlines of Lakeside', stamp: '20261122T031500Z', domain: 'lakeside.example' }
const entry: CalendarEntry = { id: 'grievance-12-level-1', day: civilDay(2024, 9, 20), title: 'Grievance 12: answer due' }

test('a moment that is none is our own mistake, and says so', () => {
  expect(() => writeIcs([], { ...feed, stamp: '2026-11-22' })).toThrow('no moment in UTC')
})

test('an address that a browser would run is left out', () => {
  expect(writeIcs([{ ...entry, url: 'javascript:alert(1)' }], feed)).not.toContain('URL')
  expect(writeIcs([{ ...entry, url: 'https://example.org/a\r\nX-EVIL:1' }], feed)).not.toContain('X-EVIL')
})

test('the whole file, line by line', () => {
  expect(writeIcs([{ ...entry, about: 'Eight days after\nSept. 10; 3.3.2', categories: ['grievance', 'level 1'], revision: 2, remindDaysBefore: [1] }], feed)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Steward//Steward//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Deadlines of Lakeside',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'BEGIN:VEVENT',
      'UID:grievance-12-level-1@lakeside.example',
      'DTSTAMP:20261122T031500Z',
      'LAST-MODIFIED:20261122T031500Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20240920',
      'DTEND;VALUE=DATE:20240921',
      'SUMMARY:Grievance 12: answer due',
      'STATUS:CONFIRMED',
      'CLASS:PUBLIC',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:Eight days after\\nSept. 10\\; 3.3.2',
      'CATEGORIES:grievance,level 1',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Grievance 12: answer due',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('the same entries and the same moment give the same file', () => {
  expect(writeIcs([entry], feed)).toBe(writeIcs([{ ...entry }], { ...feed }))
})

test('no line is longer than 75 octets, and no letter is cut', () => {
  const text = writeIcs([{ ...entry, title: 'é'.repeat(100) + '😀'.repeat(50), about: 'x'.repeat(75) }], feed)
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain('é'.repeat(100) + '😀'.repeat(50))
})

const words = fc.string({ unit: 'grapheme', maxLength: 120 }).map((it) => it.replace(/[\p{Cc}\p{Cs}]/gu, '').trim() || 'x')

test('an independent reader and our own read back what was written', () => {
  const entries = fc.array(fc.record({ day: fc.integer({ min: civilDay(2000, 1, 1), max: civilDay(2060, 1, 1) }), length: fc.integer({ min: 0, max: 40 }), title: words, about: words, categories: fc.array(words, { maxLength: 3 }) }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(entries, (wanted) => {
      const text = writeIcs(wanted.map((it, at) => ({ id: `case-${at}`, day: it.day, through: it.day + it.length, title: it.title, about: it.about, categories: it.categories, remindDaysBefore: [1, 7] })), feed)
      const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((it) => new ical.Event(it))
      expect(events.map((it) => [it.uid, it.summary, it.description, it.startDate.toString(), it.endDate.toString()])).toEqual(
        wanted.map((it, at) => [`case-${at}@lakeside.example`, it.title, it.about, civilText(it.day), civilText(it.day + it.length + 1)]),
      )
      const own = readIcsEvents('own.ics', text)
      expect(own.ok && own.value.map((it) => [it.title, it.from, it.through]).sort()).toEqual(wanted.map((it) => [it.title, it.day, it.day + it.length]).sort())
    }),
    { numRuns: Number(process.env['STEWARD_PROPERTY_RUNS'] ?? 200) },
  )
})

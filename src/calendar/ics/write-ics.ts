import { civilText } from '#plain/civil-day.ts'

/**
 * Deadlines as an .ics file (RFC 5545) that calendar programs subscribe to or take in. All-day events, since phone calendars leave to-dos aside.
 * The time of writing is handed in. Names of members do not belong into a title: feeds leak.
 */

export interface CalendarEntry {
  /** The same obligation keeps its id for ever, so that a moved deadline moves in the reader's calendar. */
  readonly id: string
  readonly day: number
  /** Last day of an entry of several days. */
  readonly through?: number
  readonly title: string
  /** Clause, rule of counting, days skipped. */
  readonly about?: string
  readonly categories?: readonly string[]
  readonly url?: string
  /** Grows with each change of the same obligation. */
  readonly revision?: number
  readonly status?: 'confirmed' | 'tentative' | 'cancelled'
  /** Days before on which the calendar reminds. */
  readonly remindDaysBefore?: readonly number[]
  /** Seen by its owner alone in a shared calendar. */
  readonly confidential?: boolean
}

export interface CalendarFeed {
  readonly name: string
  /** The moment of writing in UTC: `20261122T031500Z`. */
  readonly stamp: string
  /** The part of the UIDs behind the `@`: the local's own domain, so that they are unique in the world. */
  readonly domain: string
  /** How often a subscriber should look again. */
  readonly refreshHours?: number
}

/** The file's text, with CRLF. Throws where the stamp is none: that is our own mistake. */
export function writeIcs(entries: readonly CalendarEntry[], feed: CalendarFeed): string {
  if (!/^\d{8}T\d{6}Z$/.test(feed.stamp)) throw new Error(`"${feed.stamp}" is no moment in UTC`)
  const hours = feed.refreshHours ?? 12
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Steward//Steward//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(feed.name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${hours}H`,
    `X-PUBLISHED-TTL:PT${hours}H`,
    ...entries.flatMap((entry) => eventLines(entry, feed)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry, feed: CalendarFeed): string[] {
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.id)}@${escapeText(feed.domain)}`,
    `DTSTAMP:${feed.stamp}`,
    `LAST-MODIFIED:${feed.stamp}`,
    `SEQUENCE:${entry.revision ?? 0}`,
    `DTSTART;VALUE=DATE:${stampOf(entry.day)}`,
    // The end of an all-day event is the day after its last.
    `DTEND;VALUE=DATE:${stampOf((entry.through ?? entry.day) + 1)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `STATUS:${(entry.status ?? 'confirmed').toUpperCase()}`,
    `CLASS:${entry.confidential === true ? 'CONFIDENTIAL' : 'PUBLIC'}`,
    'TRANSP:TRANSPARENT',
  ]
  if (entry.about !== undefined) lines.push(`DESCRIPTION:${escapeText(entry.about)}`)
  if (entry.categories !== undefined && entry.categories.length > 0) lines.push(`CATEGORIES:${entry.categories.map(escapeText).join(',')}`)
  if (entry.url !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(entry.url)) lines.push(`URL:${entry.url}`)
  for (const days of entry.remindDaysBefore ?? []) lines.push('BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(entry.title)}`, `TRIGGER:-P${days}D`, 'END:VALARM')
  return [...lines, 'END:VEVENT']
}

function stampOf(day: number): string {
  return civilText(day).replaceAll('-', '')
}

function escapeText(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

const encoder = new TextEncoder()

/** No line is longer than 75 octets; what is longer goes on after a line break and a space, and no letter is cut in two. */
function foldLine(line: string): string {
  if (encoder.encode(line).length <= 75) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

import { contentLines, unescapeText, type ContentLine } from '#calendar/ics/content-lines.ts'
import { readRepeat, repeatDays } from '#calendar/ics/repeat.ts'
import { stampDay } from '#calendar/ics/stamp-day.ts'
import type { DatedEvent } from '#calendar/import/dated-event.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** The events of an .ics file as days: all-day or timed, of one day or several, repeated or not. What is not understood is a note with its line; the rest is read. */

const mostEvents = 10_000
/** An event without an end is repeated so many days on at most; school calendars are of a year or two. */
const farthestRepeat = 3 * 366

/** Every event of the file with its days, in their order. */
export function readIcsEvents(file: string, text: string): Outcome<readonly DatedEvent[]> {
  const lines = contentLines(file, text)
  if (!lines.ok) return lines
  const notes: Problem[] = []
  const zone = lines.value.find((line) => line.name === 'X-WR-TIMEZONE')?.value ?? null
  const blocks = eventBlocks(lines.value)
  if (blocks.length > mostEvents) return failed(problem('calendar/ics-many', `The file has ${blocks.length} events.`, 'Export one school year only.', { file }))
  const replaced = replacedTurns(blocks, zone)
  const events = blocks.flatMap((block) => readEvent(block, { file, zone, replaced, notes }))
  if (blocks.length === 0) notes.push(problem('calendar/ics-empty', 'The file has no events.', 'Look whether the right calendar was exported.', { file }))
  return done(events.sort((a, b) => a.from - b.from || a.line - b.line), notes)
}

interface Reading {
  readonly file: string
  readonly zone: string | null
  /** Single turns that another event replaces, as `uid day`. */
  readonly replaced: ReadonlySet<string>
  readonly notes: Problem[]
}

/** The lines of each VEVENT, without those of what stands inside it (alarms). */
function eventBlocks(lines: readonly ContentLine[]): readonly (readonly ContentLine[])[] {
  const blocks: ContentLine[][] = []
  let open: ContentLine[] | null = null
  let inside = 0
  for (const line of lines) {
    const part = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN' && part === 'VEVENT' && open === null) open = [line]
    else if (open === null) continue
    else if (line.name === 'BEGIN') inside += 1
    else if (line.name === 'END' && part === 'VEVENT') {
      blocks.push(open)
      open = null
      inside = 0
    } else if (line.name === 'END') inside = Math.max(0, inside - 1)
    else if (inside === 0) open.push(line)
  }
  return blocks
}

function replacedTurns(blocks: readonly (readonly ContentLine[])[], zone: string | null): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      const turn = valueOf(block, 'RECURRENCE-ID')
      const day = turn === null ? null : stampDay(turn, zone)
      return day === null ? [] : [`${valueOf(block, 'UID') ?? ''} ${day.day}`]
    }),
  )
}

function readEvent(block: readonly ContentLine[], reading: Reading): DatedEvent[] {
  const line = block[0]?.line ?? 1
  const title = unescapeText(valueOf(block, 'SUMMARY') ?? '').trim()
  const note = (what: string, next: string) => void reading.notes.push(problem('calendar/ics-event', `${title === '' ? 'An event without a title' : `"${title.slice(0, 80)}"`}: ${what}`, next, { file: reading.file, line }))
  if (valueOf(block, 'STATUS')?.toUpperCase() === 'CANCELLED') return []
  const span = eventSpan(block, reading.zone)
  if (span === null) {
    note('it has no day that can be read.', 'Add it by hand if it closes a school.')
    return []
  }
  if (span.through - span.from > 366) {
    note('it lasts more than a year.', 'Add it by hand if it closes a school.')
    return []
  }
  const rule = valueOf(block, 'RRULE')
  const repeat = rule === null ? null : readRepeat(rule)
  if (rule !== null && repeat === null) note(`how it repeats (${rule.slice(0, 80)}) is not understood; only its first day is taken.`, 'Add its other days by hand.')
  const first = repeat === null ? [span.from] : repeatDays(span.from, repeat, span.from + farthestRepeat)
  const left = new Set(daysListed(block, 'EXDATE', reading.zone))
  const uid = valueOf(block, 'UID') ?? ''
  const isTurn = valueOf(block, 'RECURRENCE-ID') !== null
  const starts = [...new Set([...first, ...daysListed(block, 'RDATE', reading.zone)])].filter((day) => !left.has(day) && (isTurn || !reading.replaced.has(`${uid} ${day}`)))
  const categories = block.filter((it) => it.name === 'CATEGORIES').flatMap((it) => unescapeText(it.value).split(','))
  return starts.map((day) => ({ title, categories, from: day, through: day + span.through - span.from, allDay: span.allDay, line }))
}

/** First and last day: DTEND is the day after the last of an all-day event, and a time on the last day of any other. */
function eventSpan(block: readonly ContentLine[], zone: string | null): { from: number; through: number; allDay: boolean } | null {
  const start = block.find((line) => line.name === 'DTSTART')
  const from = start === undefined ? null : stampDay(start.value, zone)
  if (start === undefined || from === null) return null
  const end = block.find((line) => line.name === 'DTEND')
  const through = end === undefined ? null : stampDay(end.value, zone)
  if (through === null) return { from: from.day, through: from.day + lengthInDays(valueOf(block, 'DURATION')) - 1, allDay: from.minute === null }
  // From midnight to midnight is all day too; in UTC both ends are moved alike.
  const whole = from.minute !== null && through.minute !== null && (through.day - from.day) * 1440 + through.minute - from.minute
  if (from.minute === null || (typeof whole === 'number' && whole > 0 && whole % 1440 === 0)) {
    const length = from.minute === null ? through.day - from.day : Number(whole) / 1440
    return { from: from.day, through: from.day + Math.max(1, length) - 1, allDay: true }
  }
  const last = through.minute === 0 ? through.day - 1 : through.day
  return { from: from.day, through: Math.max(from.day, last), allDay: false }
}

function lengthInDays(duration: string | null): number {
  const match = /^P(?:(\d{1,3})W|(\d{1,3})D)/.exec(duration ?? '')
  return match === null ? 1 : Math.max(1, Number(match[1] ?? 0) * 7 + Number(match[2] ?? 0))
}

function daysListed(block: readonly ContentLine[], name: string, zone: string | null): number[] {
  return block.filter((line) => line.name === name).flatMap((line) => line.value.split(',').flatMap((stamp) => stampDay(stamp, zone)?.day ?? []))
}

function valueOf(block: readonly ContentLine[], name: string): string | null {
  return block.find((line) => line.name === name)?.value.trim() ?? null
}

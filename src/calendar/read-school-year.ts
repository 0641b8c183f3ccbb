import { firstYearOf, schoolYearEnd, schoolYearStart, schoolYearText, type SchoolYearForm } from '#calendar/school-year.ts'
import { CalendarSheet } from '#calendar/calendar-sheet.ts'
import { civilDay, civilText, daysInMonth } from '#plain/civil-day.ts'
import type { Problem } from '#plain/problem.ts'

/** Reads one school year of a pack's calendar: `calendars/2010-2011.yaml`. The format stands in docs/pack-format.md. */

export interface Span {
  readonly from: number
  readonly through: number
}

/** One printed entry: days on which some kinds are closed, or, on a weekend, open. */
export interface PrintedDays extends Span {
  readonly name: string
  /** Null: of every kind. */
  readonly of: readonly string[] | null
  readonly line: number
}

/** A count that the agreement prints, against which the listed days are checked. */
export interface PrintedCount extends Span {
  readonly of: string
  readonly printed: number
  /** `March 2013`, `the third quarter`. */
  readonly name: string
  readonly line: number
}

export interface SchoolYearCalendar {
  readonly file: string
  /** As the pack writes school years. */
  readonly label: string
  readonly line: number
  readonly clause: string | null
  /** The days of which it speaks: all of the school year unless it says otherwise. */
  readonly known: Span
  /** By kind, the stretches in which weekdays are of the kind. */
  readonly days: ReadonlyMap<string, readonly Span[]>
  readonly closed: readonly PrintedDays[]
  readonly open: readonly PrintedDays[]
  readonly dates: ReadonlyMap<string, number>
  readonly counts: readonly PrintedCount[]
}

const keys = ['school year', 'clause', 'known', 'days', 'closed', 'open', 'dates', 'counts', 'note']
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The year, or null where the file does not even say which year it is. */
export function readSchoolYear(file: string, text: string, form: SchoolYearForm, problems: Problem[]): SchoolYearCalendar | null {
  const sheet = CalendarSheet.read(file, text, problems)?.only(keys)
  const written = sheet?.needText('school year')
  if (sheet === undefined || written === null || written === undefined) return null
  const first = firstYearOf(written)
  const start = schoolYearStart(written, form)
  const end = schoolYearEnd(written, form)
  if (first === null || start === null || end === null) {
    sheet.tell('no-school-year', `"${written}" is no school year.`, `Write it as ${schoolYearText(2010, form)}.`)
    return null
  }
  const known = sheet.sheet('known')
  const year = { known: (known === null ? null : readKnown(known)) ?? { from: start, through: end }, label: schoolYearText(first, form), whole: { from: start, through: end } }
  return {
    file,
    label: year.label,
    line: sheet.line,
    clause: sheet.text('clause'),
    known: year.known,
    days: readDays(sheet, year.known),
    closed: sheet.sheets('closed').flatMap((entry) => readPrinted(entry, year.known)),
    open: sheet.sheets('open').flatMap((entry) => readPrinted(entry, year.known)),
    dates: readDates(sheet),
    counts: sheet.sheets('counts').flatMap((entry) => readCount(entry, year)),
  }
}

const longestYear = 800

function readKnown(known: CalendarSheet): Span | null {
  const span = readSpan(known.only(['from', 'through']), null)
  if (span === null || span.through - span.from < longestYear) return span
  known.tell('too-long', `It runs from ${civilText(span.from)} to ${civilText(span.through)}.`, 'Write one file for each school year.')
  return null
}

function readDays(sheet: CalendarSheet, known: Span): ReadonlyMap<string, readonly Span[]> {
  const days = new Map<string, readonly Span[]>()
  const kinds = sheet.sheet('days')
  if (kinds === null) sheet.tell('missing-key', '"days" is missing.', 'Add "days:" with a line for each kind: "work: {from: 2010-08-09, through: 2011-05-25}".')
  for (const kind of kinds?.keys() ?? []) {
    if (kind === 'calendar') sheet.tell('calendar-kind', 'Every day is a calendar day; the kind is not listed.', 'Take the line out, or give the kind another name.')
    else days.set(kind, (kinds?.sheets(kind) ?? []).flatMap((entry) => readSpan(entry.only(['from', 'through']), known) ?? []))
  }
  return days
}

function readPrinted(entry: CalendarSheet, known: Span): PrintedDays[] {
  entry.only(['on', 'from', 'through', 'name', 'of'])
  const on = entry.day('on')
  const span = entry.has('on') ? (on === null ? null : { from: on, through: on }) : readSpan(entry, known)
  const name = entry.needText('name')
  if (span === null || !inside(entry, span, known)) return []
  return [{ ...span, name: name ?? '', of: entry.texts('of'), line: entry.line }]
}

function readDates(sheet: CalendarSheet): ReadonlyMap<string, number> {
  const dates = new Map<string, number>()
  const named = sheet.sheet('dates')
  for (const name of named?.keys() ?? []) {
    const day = named?.day(name) ?? null
    if (day !== null) dates.set(name, day)
  }
  return dates
}

function readCount(entry: CalendarSheet, year: { readonly label: string; readonly whole: Span }): PrintedCount[] {
  entry.only(['of', 'month', 'from', 'through', 'name', 'printed'])
  const of = entry.needText('of')
  const printed = entry.count('printed')
  const month = entry.text('month')
  const span = month !== null ? monthSpan(entry, month) : entry.has('from') ? readSpan(entry, null) : year.whole
  if (of === null || printed === null || span === null) return []
  const name = entry.text('name') ?? (month !== null ? monthInWords(month) : entry.has('from') ? `${civilText(span.from)} to ${civilText(span.through)}` : year.label)
  return [{ ...span, of, printed, name, line: entry.line }]
}

function monthSpan(entry: CalendarSheet, text: string): Span | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  if (match === null) {
    entry.tell('no-month', `${text} is not a month.`, 'Write year and month: 2010-08.')
    return null
  }
  const [year, month] = [Number(match[1]), Number(match[2])]
  return { from: civilDay(year, month, 1), through: civilDay(year, month, daysInMonth(year, month)) }
}

function monthInWords(text: string): string {
  return `${monthNames[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}`
}

/** From and through, in order and inside `known` where it is given. */
function readSpan(entry: CalendarSheet, known: Span | null): Span | null {
  for (const key of ['from', 'through']) entry.needText(key)
  const from = entry.has('from') ? entry.day('from') : null
  const through = entry.has('through') ? entry.day('through') : null
  if (from === null || through === null) return null
  if (from > through) {
    entry.tell('backwards', `It ends on ${civilText(through)}, before it begins on ${civilText(from)}.`, 'Mend one of the two days.')
    return null
  }
  const span = { from, through }
  return known === null || inside(entry, span, known) ? span : null
}

function inside(entry: CalendarSheet, span: Span, known: Span): boolean {
  if (span.from >= known.from && span.through <= known.through) return true
  const day = span.from < known.from ? span.from : span.through
  entry.tell('outside', `${civilText(day)} is outside the school year (${civilText(known.from)} to ${civilText(known.through)}).`, 'Mend the day, or write it into the calendar of its own year.')
  return false
}

import type { DatedEvent } from '#calendar/import/dated-event.ts'
import { civilParts, civilText, parseCivilDay } from '#plain/civil-day.ts'
import { parseCsv, type CsvRow } from '#plain/csv/parse-csv.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** The events of a CSV file: exports of Google and Outlook, and lists with a date and a name or a kind. */

const mostRows = 10_000

const heads = {
  from: ['start date', 'startdate', 'start', 'date', 'day', 'on', 'from', 'begins', 'begin date', 'first day'],
  through: ['end date', 'enddate', 'end', 'through', 'until', 'to', 'ends', 'last day'],
  title: ['subject', 'summary', 'title', 'name', 'event', 'event name', 'holiday', 'description', 'what'],
  kind: ['kind', 'type', 'category', 'categories', 'day type', 'status'],
  allDay: ['all day event', 'all day', 'alldayevent', 'all-day'],
  time: ['start time', 'starttime'],
} as const

type Columns = Readonly<Record<keyof typeof heads, number>>

/** Every row with a day that can be read; the others are notes with their row. */
export function readCsvEvents(file: string, text: string): Outcome<readonly DatedEvent[]> {
  const { rows, openQuoteAt } = parseCsv(text)
  const [head, ...body] = rows
  if (openQuoteAt !== null) return failed(problem('calendar/csv-quote', 'A quote that begins here never closes.', 'Close it, or double the quote if it belongs to the text.', { file, line: openQuoteAt }))
  if (head === undefined) return failed(problem('calendar/csv-empty', 'The file is empty.', 'Export the calendar again.', { file }))
  if (body.length > mostRows) return failed(problem('calendar/csv-many', `The file has ${body.length} rows.`, 'Export one school year only.', { file }))
  const columns = findColumns(head)
  if (columns.from < 0 || (columns.title < 0 && columns.kind < 0)) {
    return failed(problem('calendar/csv-head', `The first row does not name a column for the ${columns.from < 0 ? 'date' : 'name or the kind'}: ${head.cells.join(', ').slice(0, 120)}.`, 'Name the columns in the first row: date, name (or kind), and where days come in stretches, end.', { file, line: head.line }))
  }
  const notes: Problem[] = []
  const events = body.flatMap((row) => readRow(row, columns, file, notes))
  return done(events.sort((a, b) => a.from - b.from || a.line - b.line), notes)
}

function findColumns(head: CsvRow): Columns {
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const find = (wanted: readonly string[]) => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1
  return { from: find(heads.from), through: find(heads.through), title: find(heads.title), kind: find(heads.kind), allDay: find(heads.allDay), time: find(heads.time) }
}

function readRow(row: CsvRow, columns: Columns, file: string, notes: Problem[]): DatedEvent[] {
  const cell = (at: number) => (at < 0 ? '' : (row.cells[at] ?? '').trim())
  const title = cell(columns.title)
  const kind = cell(columns.kind)
  const from = readAnyDay(cell(columns.from))
  const end = cell(columns.through)
  const through = end === '' ? from : readAnyDay(end)
  const tell = (what: string) => {
    notes.push(problem('calendar/csv-row', what, 'Mend the row, or add the day by hand.', { file, line: row.line }))
    return []
  }
  if (title === '' && kind === '') return []
  if (from === null) return tell(`"${cell(columns.from).slice(0, 40)}" is not a day.`)
  if (through === null) return tell(`"${end.slice(0, 40)}" is not a day.`)
  if (through < from || through - from > 366) return tell(`It runs from ${civilText(from)} to ${civilText(through)}.`)
  const said = cell(columns.allDay).toLowerCase()
  const allDay = said !== '' ? /^(true|yes|y|1|x)$/.test(said) : cell(columns.time) === ''
  return [{ title: title === '' ? kind : title, categories: kind === '' ? [] : [kind], from, through, allDay, line: row.line }]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people in the United States and programs write it: 2025-08-27, 8/27/2025, 8/27/25, Aug 27, 2025, 27 Aug 2025, with or without the day of the week. Null where it is none. */
export function readAnyDay(text: string): number | null {
  const plain = text.trim().replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,?\s+/i, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]*Z?)?$/.exec(plain)
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3])
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: [\d: ]*(?:[AaPp][Mm])?)?$/.exec(plain)
  if (us !== null) return dayOf(us[3], us[1], us[2])
  const named = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain)
  if (named !== null) return dayOf(named[3], monthOf(named[1]), named[2])
  const european = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/.exec(plain)
  return european === null ? null : dayOf(european[3], monthOf(european[2]), european[1])
}

function monthOf(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}

function dayOf(year: string | undefined, month: string | undefined, date: string | undefined): number | null {
  const full = year?.length === 2 ? `20${year}` : (year ?? '')
  const day = parseCivilDay(`${full}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`)
  return day !== null && civilParts(day).year >= 1900 ? day : null
}

import { writeFile } from 'node:fs/promises'
import type { CalendarSet } from '#calendar/calendar.ts'
import { daysFrom } from '#calendar/count-days.ts'
import { skippedBetween } from '#calendar/account.ts'
import { writeIcs } from '#calendar/ics/write-ics.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { schoolYearText, firstYearOf, schoolYearEnd, schoolYearStart, type SchoolYearForm } from '#calendar/school-year.ts'
import { firstDay, lastDay } from '#calendar/year-days.ts'
import { uncovered } from '#calendar/count-days.ts'
import { momentNow } from '#cli/calendar/moment-now.ts'
import { optionText, sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { openPack } from '#cli/open-pack.ts'
import { civilDay, civilParts, civilText, daysInMonth } from '#plain/civil-day.ts'

/** `steward calendar show`: the school years of a pack, or one of them month by month. */
export async function calendarShow(call: Call, command: Command, named: string, year: string | null): Promise<ExitCode> {
  const opened = await openPack(named)
  if (!opened.ok) {
    sayProblem(call, opened.problem)
    return exitCodes.unreadable
  }
  const form = opened.value.rules.schoolYear
  const { calendars, problems, notes } = readCalendars(named, opened.value.files, form)
  sayNotes(call, problems)
  if (calendars.kinds.size === 0) {
    call.terminal.err(`${named} has no calendar of its own. Questions that count days bring one: --calendar FILE.json.`)
    return exitCodes.notThere
  }
  if (year === null) return showYears(call, calendars)
  const first = firstYearOf(year)
  if (first === null) return usageError(call, command, `"${year}" is no school year. Write ${schoolYearText(2010, form)}.`)
  const label = schoolYearText(first, form)
  if (!calendars.named.has(label)) {
    call.terminal.err(`${named} has no calendar of ${label}. It has: ${[...calendars.named.keys()].join(', ')}.`)
    return exitCodes.notThere
  }
  const sheet = yearSheet(calendars, label, form)
  const file = optionText(call, 'ics')
  if (file !== null) await writeClosings(file, named, sheet, call)
  if (call.options['json'] === true) call.terminal.out(JSON.stringify(sheet, null, 1))
  else {
    print(call, sheet)
    sayNotes(call, notes.filter((it) => (it.where.file ?? '').includes(String(first)) || calendars.named.size === 1))
  }
  return exitCodes.done
}

interface YearSheet {
  readonly schoolYear: string
  readonly kinds: readonly { readonly kind: string; readonly says: string; readonly first: string | null; readonly last: string | null; readonly days: number; readonly months: readonly { readonly month: string; readonly days: number }[] }[]
  readonly closed: readonly { readonly day: string; readonly why: string; readonly of: readonly string[] }[]
  readonly dates: Readonly<Record<string, string>>
}

function showYears(call: Call, calendars: CalendarSet): ExitCode {
  for (const kind of calendars.kinds.values()) {
    const years = kind.covered.map((span) => `${span.label}: ${kind.index.days.filter((day) => day >= span.from && day <= span.through).length}`)
    call.terminal.out(`${call.terminal.paint('bold', `${kind.says}s`)} (${kind.kind}${kind.clause === null ? '' : `, ${kind.clause}`})  ${years.join('; ')}`)
  }
  return exitCodes.done
}

function yearSheet(calendars: CalendarSet, label: string, form: SchoolYearForm): YearSheet {
  const start = schoolYearStart(label, form) ?? 0
  const end = schoolYearEnd(label, form) ?? 0
  const kinds = [...calendars.kinds.values()].filter((kind) => kind.covered.some((span) => span.label === label))
  const closed = new Map<number, { why: string; of: string[] }>()
  for (const kind of kinds) {
    const [first, last] = [firstDay(kind, label), lastDay(kind, label)]
    if (first === uncovered || last === uncovered) continue
    for (const { day, why } of skippedBetween(kind, first, last)) closed.set(day, { why: closed.get(day)?.why ?? why, of: [...(closed.get(day)?.of ?? []), kind.kind] })
  }
  return {
    schoolYear: label,
    kinds: kinds.map((kind) => {
      const months = monthsOf(start, end).map(({ month, from, through }) => ({ month, days: daysFrom(kind.index, from, through) })).filter((it) => it.days > 0)
      return { kind: kind.kind, says: kind.says, first: textOf(firstDay(kind, label)), last: textOf(lastDay(kind, label)), days: months.reduce((sum, it) => sum + it.days, 0), months }
    }),
    closed: [...closed].sort((a, b) => a[0] - b[0]).map(([day, it]) => ({ day: civilText(day), ...it })),
    dates: Object.fromEntries([...(calendars.named.get(label) ?? [])].map(([name, day]) => [name, civilText(day)])),
  }
}

function monthsOf(start: number, end: number): { month: string; from: number; through: number }[] {
  const months = []
  for (let day = start; day <= end; ) {
    const { year, month } = civilParts(day)
    const last = Math.min(end, civilDay(year, month, daysInMonth(year, month)))
    months.push({ month: civilText(day).slice(0, 7), from: day, through: last })
    day = last + 1
  }
  return months
}

function textOf(day: number): string | null {
  return day === uncovered ? null : civilText(day)
}

function print(call: Call, sheet: YearSheet): void {
  const { out, paint } = call.terminal
  for (const kind of sheet.kinds) {
    out(`${paint('bold', `${kind.days} ${kind.says}s`)}, ${kind.first} to ${kind.last}`)
    out(`  ${kind.months.map((it) => `${it.month}: ${it.days}`).join('  ')}`)
  }
  out(paint('bold', 'Weekdays that are no days'))
  const all = sheet.kinds.length
  for (const it of sheet.closed) out(`  ${it.day}  ${it.why}${it.of.length === all ? '' : paint('dim', ` (${it.of.join(', ')})`)}`)
  if (Object.keys(sheet.dates).length > 0) out(paint('bold', 'Dates'))
  for (const [name, day] of Object.entries(sheet.dates)) out(`  ${day}  ${name.replaceAll('_', ' ')}`)
}

async function writeClosings(file: string, pack: string, sheet: YearSheet, call: Call): Promise<void> {
  const entries = sheet.closed.map((it) => ({ id: `${pack}-closed-${it.day}`, day: dayOf(it.day), title: it.why, about: `No ${it.of.join(', no ')} day.` }))
  const dates = Object.entries(sheet.dates).map(([name, day]) => ({ id: `${pack}-${name}-${day}`, day: dayOf(day), title: name.replaceAll('_', ' ') }))
  await writeFile(file, writeIcs([...entries, ...dates], { name: `${pack} ${sheet.schoolYear}`, stamp: momentNow(), domain: 'steward.invalid' }))
  call.terminal.err(`Written: ${file}`)
}

function dayOf(text: string): number {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return civilDay(year, month, day)
}

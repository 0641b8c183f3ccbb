import { readFileSync } from 'node:fs'
import { basename, isAbsolute, join, resolve } from 'node:path'
import type { CalendarSet } from '#calendar/calendar.ts'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** Calendars that cases name: found beside the file of cases, read once each. */
export type CalendarFinder = (named: string | Readonly<Record<string, unknown>>) => Outcome<CalendarSet>

/**
 * A finder for cases that stand in `besides` (a folder). A bare name is looked for in `calendars/` there; a path from there, then from where the person is;
 * and last among the calendars of the pack's own examples.
 */
export function calendarFinder(pack: LoadedPack, besides: string): CalendarFinder {
  const known = new Map<string, Outcome<CalendarSet>>()
  return (named) => {
    if (typeof named !== 'string') return readCaseCalendar('the calendar of the case', named, pack.rules.schoolYear)
    const there = known.get(named)
    if (there !== undefined) return there
    const read = readNamed(named, pack, besides)
    known.set(named, read)
    return read
  }
}

function readNamed(named: string, pack: LoadedPack, besides: string): Outcome<CalendarSet> {
  const text = textOf(named, pack, besides)
  if (text === null) return failed(problem('cli/no-calendar', `There is no calendar ${named}.`, `Put it into ${join(besides, 'calendars')}, or give its path.`, { file: named }))
  try {
    return readCaseCalendar(basename(named), JSON.parse(text.replace(/^\uFEFF/, '')), pack.rules.schoolYear)
  } catch (error) {
    return failed(problem('cli/calendar-json', `The calendar is no JSON: ${error instanceof Error ? error.message : String(error)}.`, 'Mend the file.', { file: named }))
  }
}

function textOf(named: string, pack: LoadedPack, besides: string): string | null {
  const places = isAbsolute(named) ? [named] : [join(besides, 'calendars', named), resolve(besides, named), resolve(named)]
  for (const place of places) {
    const text = fileText(place)
    if (text !== null) return text
  }
  return pack.files.get(`examples/calendars/${basename(named)}`) ?? null
}

/** Null where nothing is there, a folder, or what may not be read: a case's bad name must not stop the others. */
function fileText(place: string): string | null {
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return null
  }
}

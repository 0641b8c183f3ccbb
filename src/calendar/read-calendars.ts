import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { CalendarSet, CoveredSpan, DayKind } from '#calendar/calendar.ts'
import { daysOfYear, type DaysOfYear } from '#calendar/days-of-year.ts'
import { readSchoolYear, type SchoolYearCalendar } from '#calendar/read-school-year.ts'
import type { SchoolYearForm } from '#calendar/school-year.ts'
import { usualWords } from '#calendar/usual-words.ts'
import { CalendarSheet } from '#calendar/calendar-sheet.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** Reads a pack's own calendars: `calendars/kinds.yaml` (the kinds of day) and one file for each school year. The format stands in docs/pack-format.md. */

export interface ReadCalendars {
  readonly calendars: CalendarSet
  /** What must be mended. What could be read is in the calendars all the same. */
  readonly problems: readonly Problem[]
  /** Defects of the print itself: a printed count that the listed days do not bear out. */
  readonly notes: readonly Problem[]
}

interface KindWords {
  readonly says: string
  readonly clause: string | null
}

const kindsFile = 'calendars/kinds.yaml'
const mostYears = 100

/** The calendars among a pack's files (paths within the pack); other files are left alone. */
export function readCalendars(pack: string, files: ReadonlyMap<string, string>, form: SchoolYearForm): ReadCalendars {
  const problems: Problem[] = []
  const kinds = readKinds(files.get(kindsFile), problems)
  const paths = [...files.keys()].filter((path) => /^calendars\/[^/]+\.ya?ml$/.test(path) && path !== kindsFile).sort()
  if (paths.length > mostYears) problems.push(problem('calendar/too-many', `There are ${paths.length} calendars; ${mostYears} are read.`, 'Leave out the oldest.', { file: 'calendars' }))
  const read = paths.slice(0, mostYears).flatMap((path) => readSchoolYear(path, files.get(path) ?? '', form, problems) ?? [])
  const years = withoutOverlap(read, problems)
  for (const year of years) checkKinds(year, kinds, problems)
  const notes: Problem[] = []
  return { calendars: buildSet(pack, years, kinds, form, notes), problems, notes }
}

function readKinds(text: string | undefined, problems: Problem[]): ReadonlyMap<string, KindWords> | null {
  if (text === undefined) return null
  const list = CalendarSheet.read(kindsFile, text, problems)?.only(['kinds']).sheet('kinds')
  const kinds = new Map<string, KindWords>()
  for (const kind of list?.keys() ?? []) {
    const entry = list?.sheet(kind)?.only(['says', 'clause'])
    if (entry !== undefined) kinds.set(kind, { says: entry.needText('says') ?? usualWords(kind), clause: entry.text('clause') })
  }
  return kinds
}

function withoutOverlap(read: readonly SchoolYearCalendar[], problems: Problem[]): SchoolYearCalendar[] {
  const years: SchoolYearCalendar[] = []
  for (const year of read.toSorted((a, b) => a.known.from - b.known.from)) {
    const before = years.at(-1)
    if (before === undefined || year.known.from > before.known.through) years.push(year)
    else problems.push(problem('calendar/overlap', `${year.file} speaks of days of which ${before.file} speaks.`, 'Keep each school year in one file.', { file: year.file, line: year.line }))
  }
  return years
}

function checkKinds(year: SchoolYearCalendar, kinds: ReadonlyMap<string, KindWords> | null, problems: Problem[]): void {
  const told = (kind: string, line: number) =>
    problems.push(problem('calendar/unknown-kind', `"${kind}" is no kind of day of this calendar.`, `Known: ${[...(kinds ?? year.days).keys()].join(', ')}. Mend the name, or add the kind to ${kindsFile}.`, { file: year.file, line }))
  if (kinds !== null) for (const kind of year.days.keys()) if (!kinds.has(kind)) told(kind, year.line)
  for (const entry of [...year.closed, ...year.open]) for (const kind of entry.of ?? []) if (!year.days.has(kind)) told(kind, entry.line)
  for (const count of year.counts) if (!year.days.has(count.of)) told(count.of, count.line)
}

function buildSet(pack: string, years: readonly SchoolYearCalendar[], words: ReadonlyMap<string, KindWords> | null, form: SchoolYearForm, notes: Problem[]): CalendarSet {
  const kinds = new Map<string, DayKind>()
  for (const kind of new Set(years.flatMap((year) => [...year.days.keys()]))) {
    const own = years.filter((year) => year.days.has(kind))
    const days = own.map((year) => daysOfYear(year, kind))
    own.forEach((year, at) => checkCounts(year, kind, days[at] as DaysOfYear, notes))
    const covered = own.map((year): CoveredSpan => ({ label: year.label, ...year.known }))
    kinds.set(kind, {
      kind,
      says: words?.get(kind)?.says ?? usualWords(kind),
      clause: words?.get(kind)?.clause ?? own[0]?.clause ?? null,
      covered,
      index: buildDayIndex(covered, days.flatMap((it) => it.days)),
      schoolYear: form,
      names: new Map(days.flatMap((it) => [...it.names])),
    })
  }
  return { name: pack, kinds, named: new Map(years.map((year) => [year.label, year.dates])) }
}

function checkCounts(year: SchoolYearCalendar, kind: string, { days }: DaysOfYear, notes: Problem[]): void {
  for (const count of year.counts) {
    if (count.of !== kind) continue
    const listed = days.filter((day) => day >= count.from && day <= count.through).length
    if (listed === count.printed) continue
    notes.push(problem('calendar/printed-count', `${count.name}: ${count.printed} ${usualWords(kind)}s are printed, and the listed days give ${listed}.`, 'The listed days hold; ask which of the two was meant.', { file: year.file, line: count.line, ...(year.clause === null ? {} : { clause: year.clause }) }))
  }
}

import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { CalendarSet, DayKind } from '#calendar/calendar.ts'
import type { SchoolYearForm } from '#calendar/school-year.ts'
import { usualWords } from '#calendar/usual-words.ts'
import { civilText, dayOfWeek, parseCivilDay } from '#plain/civil-day.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'

/**
 * Reads the JSON calendar that a case brings along: `{"days": {"work": [...]}}`, each kind listed in full, or `{"span": [first, last], "closed": {"work": [...]}}`, weekdays in the span but those.
 * Nothing is known beyond the span, or the first and last day listed of any kind: a count that would pass them is trouble, not a guess. Only the Saturday and Sunday that adjoin are known to be none.
 */

const mostYears = 100

/** The calendar, or the first thing that is wrong with it. `name` is its file, for messages. */
export function readCaseCalendar(name: string, value: unknown, form: SchoolYearForm): Outcome<CalendarSet> {
  if (!isRecord(value)) return failed(problem('calendar/case-shape', 'The calendar is not a JSON object.', shapeAdvice, { file: name }))
  try {
    const listed = readLists(value['days'], 'days', name)
    const closed = readLists(value['closed'], 'closed', name)
    const span = readSpan(value['span'], name)
    if (closed.size > 0 && span === null) throw new Fault(problem('calendar/no-span', '"closed" stands without "span".', 'Add "span": [first day, last day].', { file: name }))
    if (listed.size === 0 && closed.size === 0) throw new Fault(problem('calendar/no-kinds', 'The calendar lists no kind of day.', shapeAdvice, { file: name }))
    const days = new Map([...listed, ...[...closed].map(([kind, off]) => [kind, weekdaysBut(span as [number, number], off)] as const)])
    return done(setOf(name, days, reachOf(days, span, name), form))
  } catch (error) {
    if (error instanceof Fault) return failed(error.problem)
    throw error
  }
}

/** A case's calendar in place of the pack's: the kinds that it lists are its own, all other kinds and the named dates stay the pack's. */
export function standInFor(packs: CalendarSet, cases: CalendarSet): CalendarSet {
  const kinds = new Map(packs.kinds)
  for (const [name, kind] of cases.kinds) {
    const own = packs.kinds.get(name)
    kinds.set(name, own === undefined ? kind : { ...kind, says: own.says, clause: own.clause })
  }
  return { name: cases.name, kinds, named: packs.named }
}

const shapeAdvice = 'Write {"days": {"work": ["2016-08-22", ...]}} or {"span": ["2016-08-22", "2017-06-15"], "closed": {"work": [...]}}.'

class Fault extends Error {
  readonly problem: Problem
  constructor(it: Problem) {
    super(it.what)
    this.problem = it
  }
}

function readLists(value: unknown, key: string, file: string): Map<string, readonly number[]> {
  if (value === undefined) return new Map()
  if (!isRecord(value)) throw new Fault(problem('calendar/case-shape', `"${key}" is not an object of kinds.`, shapeAdvice, { file }))
  return new Map(
    Object.entries(value).map(([kind, list]) => {
      if (!Array.isArray(list)) throw new Fault(problem('calendar/case-shape', `"${key}" of "${kind}" is not a list of days.`, shapeAdvice, { file }))
      if (kind === 'calendar') throw new Fault(problem('calendar/calendar-kind', 'Every day is a calendar day; the kind is not listed.', 'Take it out of the calendar.', { file }))
      return [kind, list.map((day) => readDay(day, `${key} of ${kind}`, file))]
    }),
  )
}

function readSpan(value: unknown, file: string): [number, number] | null {
  if (value === undefined) return null
  if (!Array.isArray(value) || value.length !== 2) throw new Fault(problem('calendar/case-shape', '"span" is not a pair of days.', shapeAdvice, { file }))
  const [from, through] = value.map((day) => readDay(day, 'span', file)) as [number, number]
  if (from > through) throw new Fault(problem('calendar/backwards', `The span ends on ${civilText(through)}, before it begins on ${civilText(from)}.`, 'Mend one of the two days.', { file }))
  checkLength(from, through, file)
  return [from, through]
}

function readDay(value: unknown, where: string, file: string): number {
  const day = typeof value === 'string' ? parseCivilDay(value) : null
  if (day !== null) return day
  throw new Fault(problem('calendar/no-day', `${String(JSON.stringify(value)).slice(0, 60)} in ${where} is not a day.`, 'Write year, month and day: "2016-08-22".', { file }))
}

function checkLength(from: number, through: number, file: string): void {
  if (through - from > mostYears * 366) throw new Fault(problem('calendar/too-long', `The calendar runs from ${civilText(from)} to ${civilText(through)}.`, `At most ${mostYears} years are read; mend the day that is wrong.`, { file }))
}

function weekdaysBut([from, through]: [number, number], off: readonly number[]): number[] {
  const closed = new Set(off)
  const days: number[] = []
  for (let day = from; day <= through; day += 1) if (dayOfWeek(day) <= 5 && !closed.has(day)) days.push(day)
  return days
}

/** What the file speaks of as a whole: the day before pupils come is no instructional day, and the file knows it. */
function reachOf(days: ReadonlyMap<string, readonly number[]>, span: [number, number] | null, file: string): { from: number; through: number } {
  const all = [...days.values()].flat()
  let [from, through] = span ?? [all[0] ?? 0, (all[0] ?? 0) - 1]
  for (const day of all) {
    if (day < from) from = day
    if (day > through) through = day
  }
  checkLength(from, through, file)
  return { from, through }
}

function setOf(name: string, days: ReadonlyMap<string, readonly number[]>, reach: { from: number; through: number }, form: SchoolYearForm): CalendarSet {
  const kinds = new Map<string, DayKind>()
  for (const [kind, list] of days) {
    const span = list.some((day) => dayOfWeek(day) > 5) ? reach : withAdjoiningWeekend(reach)
    const covered = span.through < span.from ? [] : [{ label: name, ...span }]
    kinds.set(kind, { kind, says: usualWords(kind), clause: null, covered, index: buildDayIndex(covered, list), schoolYear: form })
  }
  return { name, kinds, named: new Map() }
}

function withAdjoiningWeekend({ from, through }: { from: number; through: number }): { from: number; through: number } {
  if (through < from) return { from, through }
  const wide = { from, through }
  while (dayOfWeek(wide.from - 1) > 5) wide.from -= 1
  while (dayOfWeek(wide.through + 1) > 5) wide.through += 1
  return wide
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

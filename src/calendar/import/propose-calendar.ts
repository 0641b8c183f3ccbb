import { classifyTitle, type TitleReading } from '#calendar/import/classify-title.ts'
import type { DatedEvent } from '#calendar/import/dated-event.ts'
import { schoolYearEnd, schoolYearOf, schoolYearStart, type SchoolYearForm } from '#calendar/school-year.ts'
import { civilText, dayOfWeek } from '#plain/civil-day.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** From the events of a published school calendar to a proposed calendar of one school year. A person looks at what is not sure and at what was not understood; nothing is guessed to fill a hole. */

export interface CalendarProposal {
  readonly schoolYear: string
  /** By kind: first and last day. */
  readonly days: ReadonlyMap<string, { readonly from: number; readonly through: number }>
  readonly closed: readonly ProposedClosing[]
  readonly dates: ReadonlyMap<string, number>
  /** Events on which school is held, if shorter: they change nothing. */
  readonly held: readonly DatedEvent[]
  readonly notUnderstood: readonly { readonly event: DatedEvent; readonly why: string }[]
  /** What a person should look at before the calendar is used. */
  readonly questions: readonly string[]
}

export interface ProposedClosing {
  readonly from: number
  readonly through: number
  readonly name: string
  readonly of: readonly string[]
  readonly sure: boolean
}

export interface ProposalWishes {
  /** As written; null takes the year of which the file says most. */
  readonly schoolYear: string | null
  readonly kinds: readonly string[]
  readonly form: SchoolYearForm
  /** Days that the file does not say, or says wrongly. */
  readonly firstDay: number | null
  readonly lastDay: number | null
}

interface ReadEvent extends TitleReading {
  readonly event: DatedEvent
}

/** Teachers' days before the first and after the last day with pupils belong to the year if they are no farther off. */
const staffDaysBefore = 21
const staffDaysAfter = 10

/** The calendar that the events speak for, or why there is none: no events of that year, no first or last day of school. */
export function proposeCalendar(file: string, events: readonly DatedEvent[], wishes: ProposalWishes): Outcome<CalendarProposal> {
  const schoolYear = wishes.schoolYear ?? likeliestYear(events, wishes.form)
  const start = schoolYear === null ? null : schoolYearStart(schoolYear, wishes.form)
  const end = schoolYear === null ? null : schoolYearEnd(schoolYear, wishes.form)
  if (schoolYear === null || start === null || end === null) return failed(problem('calendar/no-year', 'No school year can be told from the file.', 'Say which one it is: --year 2025-2026.', { file }))
  const own = events.filter((it) => it.from <= end && it.through >= start).map((event) => ({ event, ...classifyTitle(event.title, event.categories) }))
  const questions: string[] = []
  const first = wishes.firstDay ?? edgeOf(own, 'first day', questions)
  const last = wishes.lastDay ?? edgeOf(own, 'last day', questions)
  if (first === null || last === null || first > last) {
    const which = first === null ? 'the first day of school' : last === null ? 'the last day of school' : 'a last day of school after the first'
    return failed(problem('calendar/no-edge', `The file does not say ${which} of ${schoolYear}.`, `Give it by hand: ${first === null ? '--first-day' : '--last-day'} YYYY-MM-DD.`, { file }))
  }
  const staff = staffYear(own, first, last, questions)
  const days = new Map(wishes.kinds.map((kind) => [kind, kind === 'office' ? { from: start, through: end } : kind === 'instructional' ? { from: first, through: last } : staff]))
  return done({
    schoolYear,
    days,
    closed: own.flatMap((it) => closingOf(it, { days, start, end })),
    dates: namedDates(own),
    held: own.filter((it) => it.meaning.is === 'school').map((it) => it.event),
    notUnderstood: own.flatMap((it) => notUnderstood(it)),
    questions,
  })
}

function likeliestYear(events: readonly DatedEvent[], form: SchoolYearForm): string | null {
  const counts = new Map<string, number>()
  for (const event of events) {
    const year = schoolYearOf(event.from, form)
    const weight = classifyTitle(event.title, event.categories).meaning.is === 'not understood' ? 0 : 1
    counts.set(year, (counts.get(year) ?? 0) + weight)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function edgeOf(own: readonly ReadEvent[], edge: 'first day' | 'last day', questions: string[]): number | null {
  const days = own.flatMap(({ meaning, event }) => (meaning.is === edge && meaning.of === 'pupils' ? [edge === 'first day' ? event.from : event.through] : []))
  if (days.length === 0) return null
  const day = edge === 'first day' ? Math.min(...days) : Math.max(...days)
  if (new Set(days).size > 1) questions.push(`The file has ${days.length} days as the ${edge} of school (${[...new Set(days)].map(civilText).join(', ')}); ${civilText(day)} is taken.`)
  return day
}

/** From the first to the last day of teachers: as the file says it, else with the teachers' days that stand close before and after. */
function staffYear(own: readonly ReadEvent[], first: number, last: number, questions: string[]): { from: number; through: number } {
  const said = (edge: 'first day' | 'last day') => own.flatMap(({ meaning, event }) => (meaning.is === edge && meaning.of === 'staff' ? [event] : []))
  const alone = own.filter((it) => it.meaning.is === 'staff only').map((it) => it.event)
  const before = alone.filter((it) => it.from < first && it.from >= first - staffDaysBefore).map((it) => it.from)
  const after = alone.filter((it) => it.through > last && it.through <= last + staffDaysAfter).map((it) => it.through)
  const from = Math.min(first, ...(said('first day').length > 0 ? said('first day').map((it) => it.from) : before))
  const through = Math.max(last, ...(said('last day').length > 0 ? said('last day').map((it) => it.through) : after))
  if (from === first) questions.push('The file names no day of teachers before the first day of school; if there are any, mend "from" of the work days.')
  if (through === last) questions.push('The file names no day of teachers after the last day of school; if there are any, mend "through" of the work days.')
  return { from, through }
}

function closingOf({ event, meaning, sure }: ReadEvent, year: { days: CalendarProposal['days']; start: number; end: number }): ProposedClosing[] {
  if (!event.allDay || (meaning.is !== 'closed' && meaning.is !== 'staff only')) return []
  const of = [...year.days.keys()].filter((kind) => (meaning.is === 'staff only' ? kind === 'instructional' : kind !== 'office' || meaning.office))
  const from = Math.max(event.from, year.start)
  const through = Math.min(event.through, year.end)
  const touches = of.filter((kind) => weekdayIn(Math.max(from, year.days.get(kind)?.from ?? from), Math.min(through, year.days.get(kind)?.through ?? through)))
  return touches.length === 0 ? [] : [{ from, through, name: event.title, of: touches, sure }]
}

function weekdayIn(from: number, through: number): boolean {
  for (let day = from; day <= through; day += 1) if (dayOfWeek(day) <= 5) return true
  return false
}

function namedDates(own: readonly ReadEvent[]): ReadonlyMap<string, number> {
  return new Map(own.flatMap(({ meaning, event }) => (meaning.is === 'term ends' ? [[meaning.name, event.through] as const] : [])))
}

function notUnderstood({ event, meaning }: ReadEvent): { event: DatedEvent; why: string }[] {
  if (meaning.is === 'not understood') return [{ event, why: 'the title does not say whether schools are closed' }]
  if (!event.allDay && (meaning.is === 'closed' || meaning.is === 'staff only')) return [{ event, why: 'it has a time of day, so it closes nothing by itself' }]
  return []
}

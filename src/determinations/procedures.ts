import { accountInWords, calendarDaysAccount, countAccount } from '#calendar/account.ts'
import type { CalendarSet, CountAccount } from '#calendar/calendar.ts'
import { whatIsMissing } from '#calendar/what-is-missing.ts'
import { civilDay, civilParts, civilText, daysInMonth } from '#plain/civil-day.ts'
import type { Procedure, ProcedureStep } from '#rules/rule-book.ts'

/** A procedure as a machine of deadlines: which step is open on a day, by when it is due, what silence did, and the whole timetable. Days are civil days by number. */

export interface ProcedureRun {
  readonly steps: readonly StepStanding[]
  /** The step that waits for somebody, or null where it is over or cannot be counted. */
  readonly open: string | null
  /** Why it is over or stuck; null while a step is open. */
  readonly ended: string | null
  /** Its days are supposed (each step on its last), not told. */
  readonly supposed: boolean
}

export interface StepStanding {
  readonly step: string
  readonly clause: string
  readonly who: string
  readonly must: string
  /** The day from which it is counted. */
  readonly from: number
  /** Last day on which it is in time; null where the agreement sets none. */
  readonly due: number | null
  readonly done: number | null
  readonly state: 'done' | 'late' | 'open' | 'silent'
  /** The count in words, and the weekdays that it skipped; null where nothing was counted. */
  readonly says: string | null
  readonly account: CountAccount | null
}

export interface ProcedureEvents {
  /** The day of what the first step is counted from. */
  readonly begun: number
  /** By step, the day on which it was taken. */
  readonly taken: ReadonlyMap<string, number>
  /** The day on which the question is asked; null: nobody is late yet. */
  readonly asOf: number | null
}

/**
 * Where a procedure stands. Steps follow one another; a step that was let lapse goes where its `if silent` says, counted from its last day, or ends the procedure.
 * A calendar that does not reach ends the run with the words that name the missing year.
 */
export function runProcedure(procedure: Procedure, events: ProcedureEvents, calendars: CalendarSet): ProcedureRun {
  const steps: StepStanding[] = []
  let from = events.begun
  let step: ProcedureStep | null = procedure.steps[0] ?? null
  while (step !== null && !steps.some((it) => it.step === step?.name)) {
    const counted = dueDay(step, from, calendars)
    if (typeof counted === 'string') return { steps, open: null, ended: counted, supposed: false }
    const standing = standOf(step, from, counted, events)
    steps.push(standing)
    if (standing.state === 'open') return { steps, open: step.name, ended: null, supposed: false }
    if (standing.state === 'late' && step.ifLate !== null) return { steps, open: null, ended: sentence(step.ifLate), supposed: false }
    const after: ProcedureStep | null = standing.state === 'silent' ? silenceLeadsTo(procedure, step) : (procedure.steps[procedure.steps.indexOf(step) + 1] ?? null)
    if (after === null) return { steps, open: null, ended: sentence(standing.state === 'silent' ? (step.onSilence ?? step.ifLate ?? 'the time has passed and no clause says what follows') : 'every step was taken'), supposed: false }
    from = standing.done ?? standing.due ?? from
    step = after
  }
  return { steps, open: null, ended: sentence('every step was taken'), supposed: false }
}

/** The days of a procedure in which every step is taken on its last day. Steps without a limit are taken on the day from which they could be. */
export function longestTimetable(procedure: Procedure, begun: number, calendars: CalendarSet): ProcedureRun {
  const taken = new Map<string, number>()
  let from = begun
  for (const step of procedure.steps) {
    const counted = dueDay(step, from, calendars)
    if (typeof counted === 'string') break
    from = counted?.last ?? from
    taken.set(step.name, from)
  }
  return { ...runProcedure(procedure, { begun, taken, asOf: null }, calendars), supposed: true }
}

/** The count to a step's last day; null for a step without a limit; words where no calendar reaches. */
function dueDay(step: ProcedureStep, from: number, calendars: CalendarSet): CountAccount | null | string {
  if (step.within === null) return null
  const { count } = step.within
  const kindName = kindOf(step)
  if (kindName === 'weeks') return calendarDaysAccount('after', from, count * 7)
  if (kindName === 'months' || kindName === 'years') return calendarDaysAccount('after', from, addMonths(from, kindName === 'years' ? count * 12 : count) - from)
  if (kindName === 'calendar') return calendarDaysAccount('after', from, count)
  const kind = calendars.kinds.get(kindName)
  if (kind === undefined) return `It is counted in ${kindName} days, and there is no calendar of ${kindName} days.`
  return countAccount(kind, 'after', from, count) ?? whatIsMissing(kind, from).says
}

/** `work` of a step within so many `work days`; `weeks`, `months` and `years` are themselves. */
function kindOf(step: ProcedureStep): string {
  return (step.within?.of ?? '').replace(/\s*days?$/, '').replace(/^(week|month|year)$/, '$1s')
}

/** The same day of a later month; the month's last day where it is shorter. */
function addMonths(day: number, months: number): number {
  const { year, month, day: date } = civilParts(day)
  const past = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(past / 12), (past % 12) + 1]
  return civilDay(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

function standOf(step: ProcedureStep, from: number, counted: CountAccount | null, events: ProcedureEvents): StepStanding {
  const due = counted?.last ?? null
  const taken = events.taken.get(step.name)
  const done = taken === undefined || (events.asOf !== null && taken > events.asOf) ? null : taken
  const passed = due !== null && events.asOf !== null && events.asOf > due
  const state = done === null ? (passed ? 'silent' : 'open') : due !== null && done > due ? 'late' : 'done'
  const says = counted === null ? null : accountInWords(counted, ['calendar', 'weeks', 'months', 'years'].includes(kindOf(step)) ? 'calendar day' : `${kindOf(step)} day`)
  return { step: step.name, clause: step.clause, who: step.who, must: step.must, from, due, done, state, says, account: counted }
}

/** The step that `if silent` names: by its name, or the first of the level so named. */
function silenceLeadsTo(procedure: Procedure, step: ProcedureStep): ProcedureStep | null {
  const target = step.ifSilent
  if (target === null) return null
  return procedure.steps.find((it) => it.name === target) ?? procedure.steps.find((it) => it.name.startsWith(`${target}_`)) ?? null
}

/** A step's standing in words: `The principal must answer in writing by 2010-12-08.` */
export function standingInWords(it: StepStanding): string {
  const whoMust = `${it.who.charAt(0).toUpperCase()}${it.who.slice(1)} must ${it.must}`
  const by = it.due === null ? ', with no limit of days' : ` by ${civilText(it.due)}`
  if (it.state === 'open') return `${whoMust}${by}.`
  if (it.state === 'silent') return `${whoMust}${by}; the day passed and it was not done.`
  return `${whoMust}${by}; done on ${civilText(it.done ?? it.from)}${it.state === 'late' ? ', too late' : ''}.`
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`
}

import { optionText, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap } from '#cli/terminal.ts'
import { dayOrToday } from '#cli/today.ts'
import { standInFor } from '#calendar/read-case-calendar.ts'
import type { CalendarSet } from '#calendar/calendar.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { longestTimetable, runProcedure, standingInWords, type ProcedureRun } from '#determinations/procedures.ts'
import { skippedInWords } from '#determinations/skipped-in-words.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'
import { problemInWords } from '#plain/problem.ts'
import type { Procedure } from '#rules/rule-book.ts'

/** `steward timetable`: where a procedure stands, or all its days when every step is taken on its last. */
export const timetableCommand: Command = {
  name: 'timetable',
  summary: 'say where a grievance or another procedure stands, and what is due by when',
  usage: 'steward timetable PACK [PROCEDURE --begun DAY [--done STEP=DAY]... [--as-of DAY]] [--calendar FILE] [--json]',
  about:
    'Runs a procedure of the agreement step by step: who must do what by which day, what silence did, and what is open on the day asked. Without --done and --as-of it gives the whole timetable in which every step is taken on its last day. Without a PROCEDURE it lists those that the agreement has.',
  options: { begun: { type: 'string' }, done: { type: 'string', multiple: true }, 'as-of': { type: 'string' }, calendar: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: {
    '--begun DAY': 'the day from which the first step is counted, YYYY-MM-DD',
    '--done STEP=DAY': 'a step that was taken, and when; may be given more than once',
    '--as-of DAY': 'the day on which it is asked, YYYY-MM-DD or "today"',
    '--calendar FILE': "a JSON calendar that stands in for the agreement's own",
    '--json': 'the steps as data',
  },
  examples: [{ type: 'steward timetable chaffey-2010 grievance --begun 2010-11-01', says: 'every last day of a grievance' }],
  run: async (call) => {
    const [named, name, ...more] = call.words
    if (named === undefined || more.length > 0) return usageError(call, timetableCommand, 'Name one pack.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    if (name === undefined) return listProcedures(pack.value, call)
    const procedure = pack.value.rules.procedures.find((it) => it.name === name)
    if (procedure === undefined) {
      call.terminal.err(`${pack.value.pack.name} has no procedure named ${name}. It has: ${pack.value.rules.procedures.map((it) => it.name).join(', ') || 'none'}.`)
      return exitCodes.notThere
    }
    const run = runOf(pack.value, procedure, call)
    if (typeof run === 'string') return usageError(call, timetableCommand, run)
    call.terminal.out(call.options['json'] === true ? JSON.stringify(asData(run), null, 1) : runText(run, procedure, call))
    return exitCodes.done
  },
}

function listProcedures({ rules }: LoadedPack, call: Call): ExitCode {
  if (call.options['json'] === true) call.terminal.out(JSON.stringify(rules.procedures.map(({ name, clauses, steps }) => ({ name, clauses, steps: steps.map((step) => step.name) })), null, 1))
  else call.terminal.out(rules.procedures.length === 0 ? 'The agreement has no procedure as rules.' : rules.procedures.map((it) => `${call.terminal.paint('cyan', it.name)}  ${it.steps.map((step) => step.name).join(' → ')}`).join('\n'))
  return exitCodes.done
}

/** The run that the options ask for, or in words what is wrong with them. */
function runOf(pack: LoadedPack, procedure: Procedure, call: Call): ProcedureRun | string {
  const begun = parseCivilDay(dayOrToday(optionText(call, 'begun')) ?? '')
  if (begun === null) return 'Say with --begun YYYY-MM-DD from which day the first step is counted.'
  const calendars = calendarsOf(pack, call)
  if (typeof calendars === 'string') return calendars
  const taken = new Map<string, number>()
  for (const text of [call.options['done'] ?? []].flat().map(String)) {
    const [step = '', day = ''] = text.split('=')
    const on = parseCivilDay(day)
    if (on === null || !procedure.steps.some((it) => it.name === step)) return `--done ${text} is not STEP=YYYY-MM-DD with one of the steps ${procedure.steps.map((it) => it.name).join(', ')}.`
    taken.set(step, on)
  }
  const asOf = dayOrToday(optionText(call, 'as-of'))
  const on = asOf === null ? null : parseCivilDay(asOf)
  if (asOf !== null && on === null) return `--as-of ${asOf} is no day; write YYYY-MM-DD.`
  return taken.size === 0 && on === null ? longestTimetable(procedure, begun, calendars) : runProcedure(procedure, { begun, taken, asOf: on }, calendars)
}

function calendarsOf(pack: LoadedPack, call: Call): CalendarSet | string {
  const named = optionText(call, 'calendar')
  if (named === null) return pack.calendars
  const given = calendarFinder(pack, process.cwd())(named)
  return given.ok ? standInFor(pack.calendars, given.value) : problemInWords(given.problem)
}

function runText(run: ProcedureRun, procedure: Procedure, call: Call): string {
  const { paint } = call.terminal
  const width = Math.min(call.terminal.width, 100)
  const lines = run.steps.flatMap((step) => {
    const skipped = skippedInWords((step.account?.skipped ?? []).map(({ day, why }) => ({ day: civilText(day), why })))
    return [
      `${paint('cyan', step.step)}  ${paint('dim', step.clause)}`,
      wrap(standingInWords(run.supposed ? { ...step, state: 'open' } : step), width, 2),
      ...(step.says === null ? [] : [wrap(paint('dim', `${step.says}.${skipped === '' ? '' : ` Not counted: ${skipped}.`}`), width, 4)]),
    ]
  })
  const ended = run.ended === null || run.supposed ? [] : ['', wrap(run.ended, width)]
  return [...lines, ...ended, ...(procedure.extendedBy === null ? [] : ['', wrap(`Days may be extended by ${procedure.extendedBy}.`, width)])].join('\n')
}

function asData({ steps, open, ended }: ProcedureRun): unknown {
  return { open, ended, steps: steps.map((it) => ({ step: it.step, clause: it.clause, who: it.who, must: it.must, state: it.state, from: dayText(it.from), due: dayText(it.due), done: dayText(it.done), says: it.says })) }
}

function dayText(day: number | null): string | null {
  return day === null ? null : civilText(day)
}

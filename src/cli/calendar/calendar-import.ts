import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { proposalYaml } from '#calendar/import/proposal-yaml.ts'
import { proposeCalendar, type CalendarProposal } from '#calendar/import/propose-calendar.ts'
import { readCsvEvents } from '#calendar/import/read-csv-events.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { optionText, sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { deliver } from '#cli/deliver.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { parseCivilDay, civilText } from '#plain/civil-day.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** `steward calendar import`: a published school calendar as a proposal that a person confirms. */
export async function calendarImport(call: Call, command: Command, path: string): Promise<ExitCode> {
  const edges = [optionText(call, 'first-day'), optionText(call, 'last-day')]
  const [firstDay, lastDay] = edges.map((text) => (text === null ? null : parseCivilDay(text))) as [number | null, number | null]
  for (const [at, text] of edges.entries()) if (text !== null && [firstDay, lastDay][at] === null) return usageError(call, command, `${text} is not a day. Write year, month and day: 2025-08-18.`)
  const kinds = [call.options['kind'] ?? []].flat().map(String)
  const read = await readText(path)
  const name = basename(path)
  const events = read.ok ? (/BEGIN:VCALENDAR/i.test(read.value.slice(0, 2000)) || name.endsWith('.ics') ? readIcsEvents(name, read.value) : readCsvEvents(name, read.value)) : read
  const wishes = { schoolYear: optionText(call, 'year'), kinds: kinds.length === 0 ? ['work', 'instructional'] : kinds, form: usualSchoolYear, firstDay, lastDay }
  const proposal = events.ok ? proposeCalendar(name, events.value, wishes) : events
  if (events.ok) sayNotes(call, events.notes)
  if (!proposal.ok) {
    sayProblem(call, proposal.problem)
    return exitCodes.unreadable
  }
  summary(call, proposal.value)
  return deliver(proposalYaml(proposal.value, name), optionText(call, 'to'), call)
}

async function readText(path: string): Promise<Outcome<string>> {
  try {
    return { ok: true, value: new TextDecoder().decode(await readFile(path)), notes: [] }
  } catch {
    return failed(problem('cli/no-file', 'There is no such file, or it cannot be read.', 'Look at its name.', { file: path }))
  }
}

function summary(call: Call, it: CalendarProposal): void {
  const { err, paint } = call.terminal
  const spans = [...it.days].map(([kind, span]) => `${kind} ${civilText(span.from)} to ${civilText(span.through)}`).join('; ')
  err(`${paint('bold', it.schoolYear)}: ${spans}. ${it.closed.length} closings, ${it.held.length} short or ordinary days that change nothing, ${it.notUnderstood.length} not understood.`)
  for (const question of it.questions) err(`${paint('yellow', 'To look at.')} ${question}`)
  for (const { event, why } of it.notUnderstood) err(`${paint('yellow', 'Left out.')} ${civilText(event.from)} ${event.title.replace(/\s+/g, ' ').slice(0, 100)}: ${why}`)
}

import { writeFile } from 'node:fs/promises'
import { accountInWords, calendarDaysAccount, countAccount } from '#calendar/account.ts'
import type { CountAccount, DayKind } from '#calendar/calendar.ts'
import { writeIcs } from '#calendar/ics/write-ics.ts'
import { standInFor } from '#calendar/read-case-calendar.ts'
import { whatIsMissing } from '#calendar/what-is-missing.ts'
import { optionText, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { openPack } from '#cli/open-pack.ts'
import { momentNow } from '#cli/calendar/moment-now.ts'
import { civilText, dayOfWeek, parseCivilDay } from '#plain/civil-day.ts'

/** `steward calendar count`: so many days of a kind after or before a day, with the account of it. */
export async function calendarCount(call: Call, command: Command, named: string): Promise<ExitCode> {
  const wanted = whatToCount(call)
  if (typeof wanted === 'string') return usageError(call, command, wanted)
  const opened = await openPack(named)
  if (!opened.ok) return told(call, opened.problem)
  const calendarFile = optionText(call, 'calendar')
  const found = calendarFile === null ? null : calendarFinder(opened.value, '.')(calendarFile)
  if (found !== null && !found.ok) return told(call, found.problem)
  const calendars = found === null ? opened.value.calendars : standInFor(opened.value.calendars, found.value)
  const kind = calendars.kinds.get(wanted.kind) ?? null
  if (kind === null && wanted.kind !== 'calendar') {
    const known = [...calendars.kinds.keys(), 'calendar'].join(', ')
    call.terminal.err(`There is no kind of day "${wanted.kind}" in the calendars of ${named}. Known: ${known}.${calendarFile === null ? ' A calendar of your own: --calendar FILE.json.' : ''}`)
    return exitCodes.notThere
  }
  const account = kind === null ? calendarDaysAccount(wanted.direction, wanted.event, wanted.count) : countAccount(kind, wanted.direction, wanted.event, wanted.count)
  if (account === null) {
    call.terminal.err(whatIsMissing(kind as DayKind, wanted.event, wanted.direction).says)
    return exitCodes.notThere
  }
  return show(call, account, kind?.says ?? 'calendar day', named)
}

interface Wanted {
  readonly direction: 'after' | 'before'
  readonly event: number
  readonly count: number
  readonly kind: string
}

function whatToCount(call: Call): Wanted | string {
  const after = optionText(call, 'after')
  const before = optionText(call, 'before')
  if ((after === null) === (before === null)) return 'Give one day: --after DATE or --before DATE.'
  const event = parseCivilDay(after ?? before ?? '')
  if (event === null) return `${after ?? before} is not a day. Write year, month and day: 2010-11-08.`
  const days = optionText(call, 'days') ?? ''
  if (!/^\d{1,5}$/.test(days)) return 'Say how many days: --days N.'
  const kinds = [call.options['kind'] ?? []].flat().map(String)
  if (kinds.length > 1) return 'Name one kind of day.'
  return { direction: after === null ? 'before' : 'after', event, count: Number(days), kind: kinds[0] ?? 'work' }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

async function show(call: Call, account: CountAccount, says: string, pack: string): Promise<ExitCode> {
  const words = accountInWords(account, says)
  const file = optionText(call, 'ics')
  if (file !== null) {
    const id = `${pack}-${account.kind}-${account.direction}-${civilText(account.event)}-${account.count}`
    const about = [`${words}.`, ...account.skipped.map((it) => `${civilText(it.day)} does not count: ${it.why}.`)].join('\n')
    await writeFile(file, writeIcs([{ id, day: account.last, title: words, about, remindDaysBefore: [1] }], { name: `Days counted in ${pack}`, stamp: momentNow(), domain: 'steward.invalid' }))
    call.terminal.err(`Written: ${file}`)
  }
  if (call.options['json'] === true) {
    const skipped = account.skipped.map((it) => ({ day: civilText(it.day), why: it.why }))
    call.terminal.out(JSON.stringify({ ...account, event: civilText(account.event), first: account.first === null ? null : civilText(account.first), last: civilText(account.last), skipped }))
    return exitCodes.done
  }
  const { paint } = call.terminal
  call.terminal.out(paint('bold', `${words}, a ${weekdays[dayOfWeek(account.last) - 1]}.`))
  if (account.first !== null) call.terminal.out(`The first day counted is ${civilText(account.first)}.`)
  for (const it of account.skipped) call.terminal.out(paint('dim', `${civilText(it.day)} ${(weekdays[dayOfWeek(it.day) - 1] ?? '').padEnd(9)} ${it.why}`))
  return exitCodes.done
}

function told(call: Call, problem: Parameters<typeof sayProblem>[1]): ExitCode {
  sayProblem(call, problem)
  return exitCodes.unreadable
}

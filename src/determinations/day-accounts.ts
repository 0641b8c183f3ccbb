import { accountInWords, calendarDaysAccount, countAccount, skippedBetween } from '#calendar/account.ts'
import type { CountAccount, DayKind, SkippedDay } from '#calendar/calendar.ts'
import { dayOnOrAfter, dayOnOrBefore } from '#calendar/count-days.ts'
import { civilText } from '#plain/civil-day.ts'
import { countSites, type CountSite } from '#determinations/count-sites.ts'
import type { Prepared } from '#determinations/decide.ts'
import type { DayAccount } from '#determinations/determination.ts'
import { askedFor, runnerOf } from '#determinations/runner.ts'
import type { WorkingLine } from '#rules/core/running.ts'

/** The account of every count that the answer stands on: what a person checks with a finger on the calendar. */

/** Counts of the steps that were worked out, in their order, each told once. */
export function countedDays(prepared: Prepared, plain: readonly number[], working: readonly WorkingLine[]): readonly DayAccount[] {
  const sites = countSites(prepared.program, plain)
  if (sites.length === 0) return []
  const worked = rulesIn(working)
  const answers = new Set(prepared.program.gives.map((give) => give.name))
  const accounts = new Map<string, DayAccount>()
  for (const site of sites) {
    if (!worked.has(site.rule) && !answers.has(site.rule)) continue
    for (const account of accountsOf(site, prepared, plain)) if (!accounts.has(account.says)) accounts.set(account.says, account)
  }
  return [...accounts.values()]
}

function rulesIn(working: readonly WorkingLine[]): ReadonlySet<string> {
  const rules = new Set<string>()
  const visit = (line: WorkingLine): void => {
    rules.add(line.rule)
    line.from.forEach(visit)
  }
  working.forEach(visit)
  return rules
}

/** None where the count was not reached, or turns on something that is missing; one for each of a list that it counts for. */
function accountsOf(site: CountSite, { program, facts, around, decision }: Prepared, plain: readonly number[]): readonly DayAccount[] {
  const ran = runnerOf(askedFor(program, site.asks), plain).run(facts, around)
  if (ran.status !== 'answered') return []
  const [values, first, second] = ran.value.map((it) => (Array.isArray(it) ? (it as unknown[]).flat(Number.POSITIVE_INFINITY) : [it]))
  const kind = around.calendars.kinds.get(site.kind)
  const place = { rule: site.rule, clause: site.clause === '' ? decision.at.clause : site.clause, kind: site.kind }
  return (values ?? []).flatMap((value, at) => accountOf(site, place, kind, value, first?.[at], second?.[at]) ?? [])
}

function accountOf(site: CountSite, place: Pick<DayAccount, 'rule' | 'clause' | 'kind'>, kind: DayKind | undefined, value: unknown, first: unknown, second: unknown): DayAccount | null {
  const says = kind?.says ?? `${site.kind} day`
  if (typeof first !== 'number' || typeof second !== 'number') return null
  if (site.name === 'days after' || site.name === 'days before') {
    const direction = site.name === 'days after' ? 'after' : 'before'
    const counted = kind === undefined ? calendarDaysAccount(direction, first, second) : countAccount(kind, direction, first, second)
    return counted === null || counted.count === 0 ? null : { ...place, says: accountInWords(counted, says), ...datesOf(counted) }
  }
  const from = site.name === 'days between' ? first + 1 : first
  if (kind === undefined || !(site.name === 'days between' || site.name === 'days from') || typeof value !== 'number' || from > second) return null
  return { ...place, says: spanInWords(value, says, from, second), ...spanDates(kind, value, from, second) }
}

function datesOf({ count, event, first, last, skipped }: CountAccount): Pick<DayAccount, 'count' | 'from' | 'first' | 'last' | 'skipped'> {
  return { count, from: civilText(event), first: first === null ? null : civilText(first), last: civilText(last), skipped: skippedInWords(skipped) }
}

function spanInWords(count: number, says: string, from: number, through: number): string {
  return `${count} ${says}${count === 1 ? '' : 's'} from ${civilText(from)} through ${civilText(through)}`
}

/** The account of a count of the days in a span: from its first day, the last that counted. */
function spanDates(kind: DayKind, count: number, from: number, through: number): Pick<DayAccount, 'count' | 'from' | 'first' | 'last' | 'skipped'> {
  const first = count === 0 ? null : civilText(dayOnOrAfter(kind.index, from))
  return { count, from: civilText(from), first, last: civilText(count === 0 ? through : dayOnOrBefore(kind.index, through)), skipped: skippedInWords(skippedBetween(kind, from, through)) }
}

function skippedInWords(skipped: readonly SkippedDay[]): DayAccount['skipped'] {
  return skipped.map(({ day, why }) => ({ day: civilText(day), why }))
}

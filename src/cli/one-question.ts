import { optionText, type Call } from '#cli/command.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { dayOrToday } from '#cli/today.ts'
import type { Question } from '#determinations/decide.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { problemInWords } from '#plain/problem.ts'

/** The question that the options spell (`--input` or `--facts`, `--as-of`, `--calendar`), or in words what is wrong with them. */
export function questionOf(pack: LoadedPack, decision: string, call: Call): Question | string {
  const input = factsOf(optionText(call, 'input') ?? optionText(call, 'facts'))
  if (typeof input === 'string') return input
  const asOf = dayOrToday(optionText(call, 'as-of'))
  const named = optionText(call, 'calendar')
  if (named === null) return { decision, input, asOf }
  const calendar = calendarFinder(pack, process.cwd())(named)
  return calendar.ok ? { decision, input, asOf, calendar: calendar.value } : problemInWords(calendar.problem)
}

function factsOf(text: string | null): Readonly<Record<string, unknown>> | string {
  if (text === null) return {}
  try {
    const facts: unknown = JSON.parse(text)
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return facts as Readonly<Record<string, unknown>>
    return 'The facts stand in a JSON record: {"class": "D", "step": 10}.'
  } catch (error) {
    return `The facts are no JSON (${error instanceof Error ? error.message : String(error)}). Write them as {"class": "D", "step": 10}, in single quotes for the shell.`
  }
}

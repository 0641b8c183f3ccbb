import { createInterface } from 'node:readline/promises'
import { wrap } from '#cli/terminal.ts'
import type { Call } from '#cli/command.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { dayOrToday } from '#cli/today.ts'
import type { Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import { interview, type InterviewQuestion } from '#determinations/interview.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { factsIn } from '#determinations/facts-in.ts'
import { typedValue } from '#determinations/typed-value.ts'

/** Asks a person at the terminal, one question at a time, until the answer is certain or they know no more. */
export async function interviewPerson(pack: LoadedPack, start: Question, call: Call): Promise<Determination> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const unknown = new Set<string>()
  let question = start
  try {
    for (;;) {
      const { answer, next } = interview(pack, question, unknown)
      if (next === null || call.signal.aborted) return answer
      call.terminal.out(wrap(call.terminal.paint('bold', next.asks), Math.min(call.terminal.width, 100)))
      const typed = await lines.question(`  ${call.terminal.paint('dim', hintFor(next))} `)
      const known = withAnswer(pack, question, next, typed, call)
      if (known === null) unknown.add(next.input)
      else if (typeof known === 'string') call.terminal.out(`  ${call.terminal.paint('yellow', known)}`)
      else question = known
    }
  } finally {
    lines.close()
  }
}

function hintFor({ fact, input }: InterviewQuestion): string {
  const unless = '(Enter if you do not know)'
  if (fact === null) return input === 'calendar' ? `path of a calendar ${unless}:` : `YYYY-MM-DD or today ${unless}:`
  if (fact.type.is === 'choice') return `${fact.type.of.map((it, at) => `${at + 1} ${it.replaceAll('_', ' ')}`).join(' · ')} ${unless}:`
  if (fact.type.is === 'boolean') return `yes or no ${unless}:`
  if (fact.type.is === 'date') return `YYYY-MM-DD ${unless}:`
  if (fact.type.is === 'list' || fact.type.is === 'record') return `as JSON, or a list with commas ${unless}:`
  return `${unless}:`
}

/** The question with what was typed; null where the person does not know; words where it cannot be taken. */
function withAnswer(pack: LoadedPack, question: Question, next: InterviewQuestion, typed: string, call: Call): Question | null | string {
  const text = typed.trim()
  if (text === '' || text === '?') return null
  if (next.input === 'asOf') return { ...question, asOf: dayOrToday(text) }
  if (next.input === 'calendar') {
    const calendar = calendarFinder(pack, process.cwd())(text)
    return calendar.ok ? { ...question, calendar: calendar.value } : calendar.problem.what
  }
  if (next.fact === null || call.signal.aborted) return null
  const input = { [next.input]: typedValue(text, next.fact) }
  const loaded = pack.decisions.get(question.decision)
  const checked = factsIn(loaded?.decision.facts ?? [], loaded?.program?.facts ?? [], input)
  return checked.ok ? { ...question, input: { ...question.input, ...input } } : checked.error.message
}

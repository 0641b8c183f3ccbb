import { spaced } from '#determinations/value-in-words.ts'
import type { Decision, Example } from '#rules/rule-book.ts'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import type { ExampleView } from '#web/answers/answer-shapes.ts'
import { answerPath } from '#web/answers/answer-path.ts'
import { factsQuery } from '#web/answers/facts-query.ts'
import { capital, sayShortly } from '#web/answers/say-value.ts'

/** A worked example in a line: what was given, what comes out, with the page that answers it. */
export function exampleView(pack: string, { decision, program }: LoadedDecision, example: Example): ExampleView {
  const kinds = new Map(program?.gives.map((give) => [give.name, give.as]))
  return {
    given: givenInWords(decision, example),
    answer: expectedInWords(example.expect, (name, value) => sayShortly(value, kinds.get(name))),
    because: example.because,
    path: example.calendar === null ? answerPath(pack, decision.name, factsQuery(decision.facts, example.given, example.asOf)) : null,
  }
}

function givenInWords(decision: Decision, { given, asOf }: Example): string {
  const facts = decision.facts.flatMap((fact) => {
    const value = given[fact.name]
    return value === undefined || value === null ? [] : [`${spaced(fact.name)} ${sayShortly(value, fact.type.is === 'money' ? 'money' : undefined)}`]
  })
  const words = [...facts, ...(asOf === null ? [] : [`asked as of ${sayShortly(asOf)}`])].join(' · ')
  return words === '' ? 'Nothing given' : capital(words)
}

const statuses: Readonly<Record<string, string>> = { needs_input: 'more must be known', needs_judgment: 'for people to judge', not_covered: 'the agreement does not say', error: 'refused' }

function expectedInWords(expect: Readonly<Record<string, unknown>>, say: (name: string, value: unknown) => string): string {
  const status = typeof expect['status'] === 'string' ? expect['status'] : 'determined'
  const value = expect['value']
  const words = typeof value === 'object' && value !== null ? Object.entries(value).filter(([, it]) => it !== null).map(([name, it]) => `${spaced(name)} ${say(name, it)}`).join(' · ') : ''
  if (status === 'contested') return words === '' ? 'contested' : `contested; by the plainer reading ${words}`
  return words === '' ? (statuses[status] ?? 'nothing') : words
}

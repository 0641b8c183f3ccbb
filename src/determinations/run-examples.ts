import type { CalendarSet } from '#calendar/calendar.ts'
import { refusal } from '#determinations/case-line.ts'
import { decide } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { differencesFrom } from '#determinations/meet-expectation.ts'
import type { Outcome } from '#plain/outcome.ts'
import type { Example } from '#rules/rule-book.ts'

/** The examples of a pack, each run as the question that it is: they are its tests and its documentation. */

export interface ExampleRun {
  readonly example: Example
  readonly answer: Determination
  /** What differs from what the example expects; empty where it is met. */
  readonly differences: readonly string[]
}

/** Runs every example of every decision. `calendarNamed` finds a calendar that an example names. */
export function runExamples(pack: LoadedPack, calendarNamed: (name: string) => Outcome<CalendarSet>): readonly ExampleRun[] {
  return [...pack.decisions.values()].flatMap(({ decision }) => decision.examples.map((example) => runExample(pack, example, calendarNamed)))
}

/** Runs one. A calendar that cannot be read is an answer with an error, like any other bad question. */
export function runExample(pack: LoadedPack, example: Example, calendarNamed: (name: string) => Outcome<CalendarSet>): ExampleRun {
  const answer = answerOf(pack, example, calendarNamed)
  return { example, answer, differences: differencesFrom(example.expect, answer) }
}

function answerOf(pack: LoadedPack, example: Example, calendarNamed: (name: string) => Outcome<CalendarSet>): Determination {
  const question = { case: example.case, decision: example.decision, input: example.given, asOf: example.asOf }
  if (example.calendar === null) return decide(pack, question)
  const calendar = calendarNamed(example.calendar)
  if (!calendar.ok) return refusal(question, 'calendar', calendar.problem.what)
  return decide(pack, { ...question, calendar: calendar.value })
}

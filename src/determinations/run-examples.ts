import type { CalendarSet } from '#calendar/calendar.ts'
import { refusal } from '#determinations/case-line.ts'
import { decide, type Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { differencesFrom } from '#determinations/meet-expectation.ts'
import { done, type Outcome } from '#plain/outcome.ts'
import type { Example } from '#rules/rule-book.ts'

/** The examples of a pack, each run as the question that it is: they are its tests and its documentation. */

export interface ExampleRun {
  readonly example: Example
  readonly answer: Determination
  /** What differs from what the example expects; empty where it is met. */
  readonly differences: readonly string[]
}

/** How a question fares with a second evaluator: what differs, or null. */
export type Referee = (pack: LoadedPack, question: Question) => string | null

/** Runs every example of every decision. `calendarNamed` finds a calendar that an example names; `referee` puts each question to a second evaluator. */
export function runExamples(pack: LoadedPack, calendarNamed: (name: string) => Outcome<CalendarSet>, referee: Referee = () => null): readonly ExampleRun[] {
  return [...pack.decisions.values()].flatMap(({ decision }) => decision.examples.map((example) => runExample(pack, example, calendarNamed, referee)))
}

/** Runs one. A calendar that cannot be read is an answer with an error, like any other bad question. */
function runExample(pack: LoadedPack, example: Example, calendarNamed: (name: string) => Outcome<CalendarSet>, referee: Referee): ExampleRun {
  const question = questionOf(example, calendarNamed)
  if (!question.ok) return runOf(example, refusal(example, 'calendar', question.problem.what), null)
  return runOf(example, decide(pack, question.value), referee(pack, question.value))
}

function runOf(example: Example, answer: Determination, between: string | null): ExampleRun {
  return { example, answer, differences: [...differencesFrom(example.expect, answer), ...(between === null ? [] : [between])] }
}

function questionOf(example: Example, calendarNamed: (name: string) => Outcome<CalendarSet>): Outcome<Question> {
  const question: Question = { case: example.case, decision: example.decision, input: example.given, asOf: example.asOf }
  if (example.calendar === null) return done(question)
  const calendar = calendarNamed(example.calendar)
  return calendar.ok ? done({ ...question, calendar: calendar.value }) : calendar
}

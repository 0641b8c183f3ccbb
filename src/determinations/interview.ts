import { decide, type Question } from '#determinations/decide.ts'
import type { Determination, Need } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { questionOfFact } from '#determinations/question-of-fact.ts'
import type { Fact } from '#rules/rule-book.ts'

/** An interview: the next question from what is missing, one at a time, in the clause's words; over as soon as the answer is certain. */

export interface Interview {
  /** What is known by now: certain, or open with its needs. */
  readonly answer: Determination
  /** Null when there is nothing more to ask. */
  readonly next: InterviewQuestion | null
}

export interface InterviewQuestion {
  /** The fact, or `asOf`, or `calendar`. */
  readonly input: string
  readonly asks: string
  /** Null for `asOf` and `calendar`. */
  readonly fact: Fact | null
  readonly need: Need
}

/** Where an interview stands with these facts. A fact that somebody said they do not know is passed over (`unknown`), and the next need is asked for. */
export function interview(pack: LoadedPack, question: Question, unknown: ReadonlySet<string> = new Set()): Interview {
  const answer = decide(pack, question)
  const need = answer.needs.find((it) => !unknown.has(it.input))
  if (need === undefined) return { answer, next: null }
  const fact = pack.decisions.get(question.decision)?.decision.facts.find((it) => it.name === need.input) ?? null
  return { answer, next: { input: need.input, asks: fact === null ? need.why : questionOfFact(fact), fact, need } }
}

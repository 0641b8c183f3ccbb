import { decide, prepareQuestion, type Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { nearestChanges, type NearestChange } from '#determinations/nearest-change.ts'
import { receiptOf, type Receipt } from '#determinations/receipt.ts'
import { rowsNotTaken, type RowNotTaken } from '#determinations/rows-not-taken.ts'
import { runReadings } from '#determinations/run-readings.ts'
import { workingInWords } from '#determinations/working-in-words.ts'

/** An answer with everything that explains it: the working in words, the rows that did not fire, what little would change it, and its receipt. */
export interface Explanation {
  readonly answer: Determination
  /** Indented lines. */
  readonly working: readonly string[]
  readonly notTaken: readonly RowNotTaken[]
  readonly nearest: readonly NearestChange[]
  readonly receipt: Receipt
}

/** Explains the answer to a question, by the plain readings. The same question always explains the same. */
export function explain(pack: LoadedPack, question: Question): Explanation {
  const answer = decide(pack, question)
  const receipt = receiptOf(pack, question, answer)
  const prepared = prepareQuestion(pack, question)
  if ('error' in prepared) return { answer, working: [], notTaken: [], nearest: [], receipt }
  const run = runReadings(prepared.program, prepared.facts, prepared.around, prepared.knownAsOf)
  if (answer.value === null || run.ran.status !== 'answered') return { answer, working: [], notTaken: [], nearest: [], receipt }
  return {
    answer,
    working: workingInWords(prepared.program, answer.working),
    notTaken: rowsNotTaken(pack, prepared, run.plain, run.ran.path),
    nearest: nearestChanges(pack, question, prepared, run.plain, answer),
    receipt,
  }
}

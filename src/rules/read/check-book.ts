import { problem, type Problem } from '#plain/problem.ts'
import type { SolvedCases } from '#rules/read/read-example-files.ts'
import type { Decision } from '#rules/rule-book.ts'

/** Codes that are advice: the rule runs all the same. */
export const adviceCodes: ReadonlySet<string> = new Set(['rules/few-examples', 'rules/bare-number'])

const fewestExamples = 3

/** What can be told of decisions once all of them and their examples are read. */
export function checkBook(decisions: readonly Decision[], solved: ReadonlyMap<string, SolvedCases>, problems: Problem[]): void {
  for (const decision of decisions) {
    const count = decision.examples.length + (solved.get(decision.name)?.count ?? 0)
    if (count >= fewestExamples) continue
    problems.push(problem('rules/few-examples', `"${decision.name}" has ${count === 0 ? 'no examples' : count === 1 ? 'one example' : `${count} examples`}.`, 'Add some until there are three: an ordinary one, one at an edge, one where it does not apply.', decision.at))
  }
}

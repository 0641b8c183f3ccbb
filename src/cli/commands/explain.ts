import { answerText } from '#cli/answer-text.ts'
import { optionText, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { deliver } from '#cli/deliver.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { questionOf } from '#cli/one-question.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap } from '#cli/terminal.ts'
import { explain, type Explanation } from '#determinations/explain.ts'
import type { RowNotTaken } from '#determinations/rows-not-taken.ts'
import { spaced } from '#determinations/value-in-words.ts'

/** `steward explain`: an answer with its whole working. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'show how an answer comes about, and what would change it',
  usage: "steward explain PACK DECISION --input JSON [--as-of DAY] [--calendar FILE] [--receipt FILE] [--json]",
  about:
    'Answers as "steward decide" does, then shows the working, each line with its clause, what it took and what it gave; the rows that did not fire and why; how little more or less of a fact would change the answer; and a receipt of hashes from which either side can recompute it later.',
  options: { input: { type: 'string' }, 'as-of': { type: 'string' }, calendar: { type: 'string' }, receipt: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: {
    '--input JSON': 'the facts, {"class": "D", "step": 10}',
    '--as-of DAY': 'the day on which the question is asked, YYYY-MM-DD or "today"',
    '--calendar FILE': "a JSON calendar that stands in for the agreement's own",
    '--receipt FILE': 'writes the receipt; "steward verify" recomputes it',
    '--json': 'everything as data',
  },
  examples: [{ type: `steward explain chaffey-2010 salary_cell --input '{"class": "D", "step": 10}'`, says: 'the salary, from the printed table to the dollar' }],
  run: async (call) => {
    const [named, decision, ...more] = call.words
    if (named === undefined || decision === undefined || more.length > 0) return usageError(call, explainCommand, 'Name a pack and a decision.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const question = questionOf(pack.value, decision, call)
    if (typeof question === 'string') return usageError(call, explainCommand, question)
    const explanation = explain(pack.value, question)
    if (call.options['json'] === true) call.terminal.out(JSON.stringify(explanation, null, 1))
    else call.terminal.out([answerText(explanation.answer, pack.value, call), ...explanationLines(explanation, call)].join('\n'))
    const file = optionText(call, 'receipt')
    return file === null ? exitCodes.done : deliver(JSON.stringify(explanation.receipt, null, 1), file, call)
  },
}

function explanationLines({ working, notTaken, nearest, receipt }: Explanation, call: Call): readonly string[] {
  const { paint } = call.terminal
  const width = Math.min(call.terminal.width, 100)
  const lines: string[] = []
  if (working.length > 0) lines.push('', paint('bold', 'How it comes about'), ...working.map((line) => wrap(line.trim(), width, 2 + line.length - line.trimStart().length)))
  if (notTaken.length > 0) lines.push('', paint('bold', 'Why not another row'), ...notTaken.map((row) => wrap(rowInWords(row), width, 2)))
  if (nearest.length > 0) lines.push('', paint('bold', 'What would change it'), ...nearest.map((it) => wrap(it.says, width, 2)))
  lines.push('', paint('bold', 'Receipt'), ...Object.entries(receipt.hashes).map(([part, hash]) => `  ${part.padEnd(8)}  ${paint('dim', hash)}`))
  return lines
}

function rowInWords({ rule, row, failed, clause }: RowNotTaken): string {
  return `${spaced(rule)}, ${row}${clause === null ? '' : ` (${clause})`}: not so, for it asks that ${failed}.`
}

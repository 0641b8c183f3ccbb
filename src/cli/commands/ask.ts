import { answerText } from '#cli/answer-text.ts'
import { sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { interviewPerson } from '#cli/interview-person.ts'
import { questionOf } from '#cli/one-question.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap } from '#cli/terminal.ts'
import { answerLine } from '#determinations/case-line.ts'
import { decide } from '#determinations/decide.ts'
import { decisionWords } from '#determinations/decision-words.ts'
import { decisionFinder, type FoundDecision } from '#determinations/find-decision.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'

/** `steward ask`: a question in everyday words, answered after as few questions as it takes. */
export const askCommand: Command = {
  name: 'ask',
  summary: 'ask an agreement in your own words',
  usage: 'steward ask PACK "question" [--facts JSON] [--as-of DAY] [--calendar FILE] [--json]',
  about:
    'Finds the decision that your words mean, asks what it turns on, one thing at a time, and stops as soon as the answer is certain; then says the answer with its clauses. Where it is not sure which decision you mean it shows the nearest and asks nothing. The name of a decision is taken as it is. Where nobody sits at the terminal it prints what it needs.',
  options: { facts: { type: 'string' }, 'as-of': { type: 'string' }, calendar: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: {
    '--facts JSON': 'what is known already, {"knew_on": "2010-11-01"}',
    '--as-of DAY': 'the day on which the question is asked, YYYY-MM-DD or "today"',
    '--calendar FILE': "a JSON calendar that stands in for the agreement's own",
    '--json': 'the answer as data; asks nothing',
  },
  examples: [{ type: 'steward ask chaffey-2010 "how long do I have to grieve?"', says: 'asks when you knew, and says the last day' }],
  run: async (call) => {
    const [named, ...words] = call.words
    if (named === undefined || words.length === 0) return usageError(call, askCommand, 'Name a pack and ask a question in quotes.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const asked = words.join(' ')
    const { sure, nearest } = pack.value.decisions.has(asked) ? { sure: asked, nearest: [] } : decisionFinder(decisionWords(pack.value)).find(asked)
    return sure === null ? offerNearest(nearest, named, call) : answerIt(pack.value, sure, call)
  },
}

function offerNearest(nearest: readonly FoundDecision[], named: string, call: Call): ExitCode {
  const { paint } = call.terminal
  if (call.options['json'] === true) call.terminal.out(JSON.stringify({ sure: null, nearest }, null, 1))
  else if (nearest.length === 0) call.terminal.out(`No decision speaks of that. "steward decisions ${named}" lists what it answers; "steward find" looks into the text itself.`)
  else {
    const lines = nearest.map((it) => wrap(`${paint('cyan', it.decision)}  ${it.asks}`, Math.min(call.terminal.width, 100), 2))
    call.terminal.out(['Which of these do you mean?', ...lines, '', `Ask again with its name: steward ask ${named} ${nearest[0]?.decision}`].join('\n'))
  }
  return exitCodes.notThere
}

async function answerIt(pack: LoadedPack, decision: string, call: Call): Promise<ExitCode> {
  const question = questionOf(pack, decision, call)
  if (typeof question === 'string') return usageError(call, askCommand, question)
  const loaded = pack.decisions.get(decision)
  if (call.options['json'] === true) {
    call.terminal.out(answerLine(decide(pack, question)))
    return exitCodes.done
  }
  const somebodySits = call.terminal.screen && process.stdin.isTTY
  if (somebodySits) call.terminal.out(`${call.terminal.paint('dim', `${decision} (${loaded?.decision.clauses.join(', ')})`)}\n`)
  const answer = somebodySits ? await interviewPerson(pack, question, call) : decide(pack, question)
  call.terminal.out(`${somebodySits ? '\n' : ''}${answerText(answer, pack, call)}`)
  return exitCodes.done
}

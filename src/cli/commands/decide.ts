import { answerText } from '#cli/answer-text.ts'
import { optionText, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { casesAreThere, decideBatch, type BatchDone } from '#cli/decide-batch.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { questionOf } from '#cli/one-question.ts'
import { openPack } from '#cli/open-pack.ts'
import { dayOrToday } from '#cli/today.ts'
import { answerLine } from '#determinations/case-line.ts'
import { decide } from '#determinations/decide.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'

/** `steward decide`: answers questions by a pack's rules, one or a file of them. */
export const decideCommand: Command = {
  name: 'decide',
  summary: 'answer a question by the rules of an agreement, or a file of them',
  usage: 'steward decide PACK (--batch FILE.jsonl [--out FILE] | --decision NAME --input JSON) [--as-of DAY] [--calendar FILE]',
  about:
    'Answers by the rules beside the clauses, with the clauses, what was counted, what is missing, and every reading where the text bears more than one. With --batch each line of the file is a case, {"case", "decision", "input", "asOf", "calendar"}, and each line that comes out its answer, in the same order; a bad case is answered as an error and the others still run.',
  options: { batch: { type: 'string' }, out: { type: 'string', short: 'o' }, decision: { type: 'string' }, input: { type: 'string' }, 'as-of': { type: 'string' }, calendar: { type: 'string' }, json: { type: 'boolean' }, working: { type: 'boolean' }, strict: { type: 'boolean' } },
  optionWords: {
    '--batch FILE': 'cases, one JSON record a line; "-" for standard input',
    '--out FILE': 'where the answers go; standard output where it is not said',
    '--decision NAME': 'one question: the decision (steward decisions PACK lists them)',
    '--input JSON': 'its facts, {"class": "D", "step": 10}',
    '--as-of DAY': 'the day on which the question is asked, YYYY-MM-DD or "today"; with --batch for cases that name none',
    '--calendar FILE': 'a JSON calendar that stands in for the agreement\'s own',
    '--working': 'with the working of each answer',
    '--json': 'one question: the answer as data',
    '--strict': 'leave with exit code 1 when an answer is an error',
  },
  examples: [
    { type: `steward decide sample --decision grievance_filing --input '{"knew_on": "2024-11-04"}'`, says: 'one question, answered in words' },
    { type: 'steward decide chaffey-2010 --batch cases.jsonl --out answers.jsonl', says: 'answers a file of cases' },
  ],
  run: async (call) => {
    const [named, ...more] = call.words
    const batch = optionText(call, 'batch')
    if (named === undefined || more.length > 0) return usageError(call, decideCommand, 'Name one pack.')
    if ((batch === null) === (optionText(call, 'decision') === null)) return usageError(call, decideCommand, 'Give either --batch FILE or --decision NAME with --input JSON.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    return batch === null ? decideOne(pack.value, call) : decideFile(pack.value, batch, call)
  },
}

async function decideFile(pack: LoadedPack, file: string, call: Call): Promise<ExitCode> {
  if (!(await casesAreThere(file))) {
    call.terminal.err(`There is no file ${file}. Check the name and the folder you are in.`)
    return exitCodes.unreadable
  }
  const out = optionText(call, 'out')
  const done = await answered(pack, file, out, call)
  if (typeof done === 'string') {
    call.terminal.err(done)
    return exitCodes.cannotWrite
  }
  if (out !== null) call.terminal.err(`Written: ${out} (${done.cases} answers${done.errors === 0 ? '' : `, ${done.errors} of them errors`})`)
  return done.errors > 0 && call.options['strict'] === true ? exitCodes.found : exitCodes.done
}

/** The sums; or in words why the answers could not be written. */
async function answered(pack: LoadedPack, file: string, out: string | null, call: Call): Promise<BatchDone | string> {
  try {
    return await decideBatch(pack, file, out, dayOrToday(optionText(call, 'as-of')), call.options['working'] === true, call)
  } catch (error) {
    // What the disk says is for the person; anything else is a mistake of ours.
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    return `${out ?? file}: ${error.message}. Name another place with --out, or check the file.`
  }
}

function decideOne(pack: LoadedPack, call: Call): ExitCode {
  const question = questionOf(pack, optionText(call, 'decision') ?? '', call)
  if (typeof question === 'string') return usageError(call, decideCommand, question)
  const answer = decide(pack, question)
  const words = call.options['json'] === true ? answerLine(answer, { working: call.options['working'] === true }) : answerText(answer, pack, call)
  call.terminal.out(words)
  if (!pack.decisions.has(question.decision)) return exitCodes.notThere
  return answer.status === 'error' && call.options['strict'] === true ? exitCodes.found : exitCodes.done
}

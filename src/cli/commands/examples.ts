import { sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap } from '#cli/terminal.ts'
import { evaluatorsDiffer } from '#determinations/compare-evaluators.ts'
import { problemsOf } from '#determinations/load-pack.ts'
import { runExamples, type ExampleRun } from '#determinations/run-examples.ts'
import { problemInWords } from '#plain/problem.ts'

/** `steward examples`: runs the worked examples of a pack and says which its rules do not meet. */
export const examplesCommand: Command = {
  name: 'examples',
  summary: "run a pack's worked examples against its rules",
  usage: 'steward examples PACK [--decision NAME] [--json]',
  about: 'Runs every example that stands beside the rules and in examples/, and says of each that fails its file and line, what was expected and what came out. Each is put to both evaluators, the written code and the closures, which must agree. Also says what is wrong with the pack itself. The exit code is 1 where anything fails.',
  options: { decision: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: { '--decision NAME': 'only the examples of this decision', '--json': 'the failures as data' },
  examples: [{ type: 'steward examples sample', says: 'the sample agreement meets all its examples' }],
  run: async (call) => {
    const [named, ...more] = call.words
    if (named === undefined || more.length > 0) return usageError(call, examplesCommand, 'Name one pack.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const only = call.options['decision']
    const runs = runExamples(pack.value, calendarFinder(pack.value, named), evaluatorsDiffer).filter((run) => only === undefined || run.example.decision === only)
    const failures = runs.filter((run) => run.differences.length > 0)
    const problems = problemsOf(pack.value)
    if (call.options['json'] === true) call.terminal.out(JSON.stringify({ run: runs.length, failures: failures.map(asData), problems }, null, 1))
    else {
      for (const it of problems) call.terminal.out(wrap(`${call.terminal.paint('red', 'Problem.')} ${problemInWords(it)}`, Math.min(call.terminal.width, 100)))
      call.terminal.out([...failures.map((run) => failureText(run, call)), `${runs.length - failures.length} of ${runs.length} examples are met; ${problems.length} problems in the pack.`].join('\n'))
    }
    return failures.length + problems.length > 0 ? exitCodes.found : exitCodes.done
  },
}

function asData({ example, differences, answer }: ExampleRun): Readonly<Record<string, unknown>> {
  return { decision: example.decision, case: example.case, file: example.at.file, line: example.at.line, differences, status: answer.status, value: answer.value }
}

function failureText({ example, differences }: ExampleRun, call: Call): string {
  const { paint, width } = call.terminal
  const place = paint('dim', `${example.at.file}, line ${example.at.line}`)
  const because = example.because === null ? [] : [wrap(paint('dim', `because: ${example.because}`), Math.min(width, 100), 4)]
  return [`${paint('red', example.decision)} ${example.case}  ${place}`, ...differences.map((it) => wrap(it, Math.min(width, 100), 4)), ...because].join('\n')
}

import { optionText, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap, type Style } from '#cli/terminal.ts'
import { coverageOf, coverageStates, type ClauseCoverage, type Coverage, type CoverageState } from '#rules/read/coverage.ts'

/** `steward coverage`: how much of an agreement runs, clause by clause. */
export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'say which clauses of an agreement run as rules',
  usage: 'steward coverage PACK [--state STATE] [--json]',
  about:
    'Prints for each clause what the pack makes of it: executable (a rule reads it), duty tracked (somebody must do something, and that is noted), reference only (nothing in it can be worked out, and the pack says why), or not yet; and the share of each.',
  options: { state: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: { '--state STATE': `only these clauses: ${coverageStates.map((state) => `"${state}"`).join(', ')}`, '--json': 'the clauses and sums as data' },
  examples: [
    { type: 'steward coverage sample', says: 'every clause of the sample agreement' },
    { type: 'steward coverage chaffey-2010 --state "not yet"', says: 'what is still to be done' },
  ],
  run: async (call) => {
    const [named, ...more] = call.words
    if (named === undefined || more.length > 0) return usageError(call, coverageCommand, 'Name one pack.')
    const state = optionText(call, 'state')
    if (state !== null && !coverageStates.some((it) => it === state)) return usageError(call, coverageCommand, `"${state}" is none of ${coverageStates.join(', ')}.`)
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const coverage = coverageOf(pack.value.pack, pack.value.rules)
    const clauses = coverage.clauses.filter((clause) => state === null || clause.state === state)
    call.terminal.out(call.options['json'] === true ? JSON.stringify({ ...coverage, clauses }, null, 1) : [...clauses.map((clause) => clauseText(clause, call)), '', ...sumLines(coverage, call)].join('\n'))
    return exitCodes.done
  },
}

const styles: Readonly<Record<CoverageState, Style>> = { executable: 'green', 'duty tracked': 'cyan', 'reference only': 'dim', 'not yet': 'yellow' }

function clauseText(clause: ClauseCoverage, call: Call): string {
  const { paint } = call.terminal
  const what = clause.rules.length > 0 ? clause.rules.join(', ') : (clause.reference ?? '')
  const head = `${clause.anchor}  ${paint(styles[clause.state], clause.state)}${clause.heading === null ? '' : `  ${clause.heading}`}`
  return what === '' ? head : `${head}\n${wrap(paint('dim', what), Math.min(call.terminal.width, 100), 4)}`
}

function sumLines({ clauses, counts, shares }: Coverage, call: Call): readonly string[] {
  const width = Math.max(...coverageStates.map((state) => state.length))
  const lines = coverageStates.map((state) => `  ${call.terminal.paint(styles[state], state.padEnd(width))}  ${String(counts[state]).padStart(5)}  ${String(Math.round(shares[state] * 100)).padStart(3)} %`)
  return [...lines, `  ${'clauses'.padEnd(width)}  ${String(clauses.length).padStart(5)}`]
}

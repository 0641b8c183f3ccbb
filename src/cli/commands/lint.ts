import type { LintFinding } from '#book/book.ts'
import { sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { openBook } from '#cli/open-book.ts'
import { wrap } from '#cli/terminal.ts'

/** `steward lint`: what is wrong with the document itself. */
export const lintCommand: Command = {
  name: 'lint',
  summary: 'say what is wrong with the document itself',
  usage: 'steward lint FILE [--kind KIND] [--json] [--strict]',
  about:
    'Lists defects of the printed agreement: a number printed twice or missing, a reference that leads nowhere or to the wrong place, a term with two meanings or none, a table against its own formula, the contents against the body, two clauses that give different figures. It says what to look at; whether it is a mistake is for people to decide.',
  options: { json: { type: 'boolean' }, kind: { type: 'string', multiple: true }, strict: { type: 'boolean' } },
  optionWords: {
    '--kind KIND': 'only this kind; may be given more than once (duplicate-number, dangling-reference, …)',
    '--json': 'the findings as data',
    '--strict': 'leave with exit code 1 when something was found',
  },
  examples: [
    { type: 'steward lint agreements/sample/agreement.txt', says: 'the defects planted in the sample agreement' },
    { type: 'steward lint contract.pdf --kind dangling-reference', says: 'only references that lead nowhere' },
  ],
  run: async (call) => {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) return usageError(call, lintCommand, 'Name one file.')
    const opened = await openBook(file, call)
    if (!opened.ok) {
      sayProblem(call, opened.problem)
      return exitCodes.unreadable
    }
    const kinds = [call.options['kind'] ?? []].flat().map(String)
    const findings = opened.value.lint.filter((it) => kinds.length === 0 || kinds.includes(it.kind))
    if (call.options['json'] === true) call.terminal.out(JSON.stringify(findings, null, 1))
    else {
      sayNotes(call, opened.notes)
      call.terminal.out(findingsText(findings, opened.value.source.name, call))
    }
    return findings.length > 0 && call.options['strict'] === true ? exitCodes.found : exitCodes.done
  },
}

function findingsText(findings: readonly LintFinding[], name: string, call: Call): string {
  if (findings.length === 0) return `Nothing found in ${name}.`
  const { paint, width } = call.terminal
  const lines = findings.map((it) => {
    const also = it.also.length > 0 ? paint('dim', ` (see ${it.also.join(', ')})`) : ''
    return `${paint('cyan', it.anchor ?? '—')}  ${paint('yellow', it.kind)}  ${paint('dim', `line ${it.line}`)}\n${wrap(it.message, Math.min(width, 100), 2)}${also}`
  })
  const counts = new Map<string, number>()
  for (const it of findings) counts.set(it.kind, (counts.get(it.kind) ?? 0) + 1)
  const sum = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
  return [...lines, '', `${findings.length} things to look at: ${sum}.`].join('\n')
}

import type { Book } from '#book/book.ts'
import { optionText, sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import type { Comparison } from '#book/compare/comparison.ts'
import { compareBooks } from '#book/compare/compare-books.ts'
import { compareSubject } from '#book/compare/compare-subject.ts'
import { comparisonHtml } from '#book/compare/comparison-html.ts'
import { comparisonTerminal } from '#book/compare/comparison-terminal.ts'
import { subjectTerminal } from '#book/compare/subject-terminal.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { openBook } from '#cli/open-book.ts'
import { deliver } from '#cli/deliver.ts'

/** `steward compare`: two editions clause by clause, or one subject in two agreements. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'compare two editions, or one subject in two agreements',
  usage: 'steward compare BEFORE AFTER [--subject WORDS] [--to html|docx|json] [-o FILE] [--strict]',
  about:
    'Lines up the clauses of two texts, whatever their numbers, and shows what was put in, taken out, moved or renumbered, word by word. With --subject it sets the clauses on one subject beside each other, with the figures each gives. The Word file has real tracked changes: accept all and it is the second text, reject all and it is the first.',
  options: { subject: { type: 'string' }, to: { type: 'string' }, output: { type: 'string', short: 'o' }, strict: { type: 'boolean' } },
  optionWords: {
    '--subject WORDS': 'the same subject in both: "class size"',
    '--to FORMAT': 'html, docx (tracked changes) or json instead of the terminal',
    '-o, --output FILE': 'write to this file',
    '--strict': 'leave with exit code 1 when the two differ',
  },
  examples: [
    { type: 'steward compare agreements/sample/agreement.txt agreements/sample/agreement-next.txt', says: 'what the next agreement changed' },
    { type: 'steward compare old.pdf new.docx --to docx -o redline.docx', says: 'a Word file with tracked changes' },
    { type: 'steward compare chaffey-2010 pleasant-valley-2015 --subject "class size"', says: 'one subject in two agreements' },
  ],
  run: async (call) => {
    const [first, second, ...more] = call.words
    if (first === undefined || second === undefined || more.length > 0) return usageError(call, compareCommand, 'Name two files.')
    const to = optionText(call, 'to')
    if (to !== null && !['html', 'docx', 'json'].includes(to)) return usageError(call, compareCommand, `There is no format "${to}".`)
    const books: Book[] = []
    for (const name of [first, second]) {
      const opened = await openBook(name, call)
      if (!opened.ok) {
        sayProblem(call, opened.problem)
        return exitCodes.unreadable
      }
      sayNotes(call, opened.notes)
      books.push(opened.value)
    }
    const [before, after] = books as [Book, Book]
    const subject = optionText(call, 'subject')
    return subject === null ? printComparison(before, after, to, call) : printSubject(before, after, subject, to, call)
  },
}

async function printComparison(before: Book, after: Book, to: string | null, call: Call): Promise<ExitCode> {
  const comparison = compareBooks(before, after)
  const written = await deliver(await rendered(), optionText(call, 'output'), call)
  if (written !== exitCodes.done) return written
  const differs = comparison.pairs.some((pair) => pair.kind !== 'same')
  return differs && call.options['strict'] === true ? exitCodes.found : exitCodes.done

  async function rendered(): Promise<string | Uint8Array> {
    if (to === 'json') return JSON.stringify(comparison, null, 1)
    if (to === 'html') return comparisonHtml(comparison)
    if (to === 'docx') return wordFile(comparison)
    return comparisonTerminal(comparison, { colour: call.terminal.colour, width: call.terminal.width })
  }
}

async function printSubject(before: Book, after: Book, subject: string, to: string | null, call: Call): Promise<ExitCode> {
  if (to === 'docx' || to === 'html') return usageError(call, compareCommand, 'One subject in two agreements prints in the terminal or as --to json.')
  const comparison = compareSubject(before, after, subject)
  const text = to === 'json' ? JSON.stringify(comparison, null, 1) : subjectTerminal(comparison, { colour: call.terminal.colour, width: call.terminal.width })
  return deliver(text, optionText(call, 'output'), call)
}

/** Loaded only for Word files: the other forms start without the library's weight. */
async function wordFile(comparison: Comparison): Promise<Uint8Array> {
  const { comparisonDocx } = await import('#book/compare/comparison-docx.ts')
  return comparisonDocx(comparison, { author: 'Steward', date: new Date().toISOString() })
}

import { exportBook, exportFormats } from '#book/export/export-book.ts'
import { optionText, sayNotes, sayProblem, usageError, type Command } from '#cli/command.ts'
import { deliver } from '#cli/deliver.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { openBook } from '#cli/open-book.ts'

const names = exportFormats.map((format) => format.name)

/** `steward export`: the book in a form that other programs take. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write an agreement as Akoma Ntoso, Markdown, HTML, Word, JSON or plain text',
  usage: `steward export FILE --to ${names.join('|')} [-o FILE]`,
  about:
    'Writes the clauses with their addresses, headings, tables and links. akn is Akoma Ntoso 3.0, the standard for legal documents; txt gives back the text that was read, to the character.',
  options: { to: { type: 'string' }, output: { type: 'string', short: 'o' } },
  optionWords: { '--to FORMAT': names.join(', '), '-o, --output FILE': 'write to this file; else to standard output' },
  examples: [
    { type: 'steward export agreements/sample/agreement.txt --to html -o sample.html', says: 'a page that stands by itself' },
    { type: 'steward export contract.pdf --to akn > contract.xml', says: 'for legal document systems' },
  ],
  run: async (call) => {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) return usageError(call, exportCommand, 'Name one file.')
    const to = optionText(call, 'to')
    const format = exportFormats.find((it) => it.name === to)
    if (format === undefined) return usageError(call, exportCommand, to === null ? 'Say the format with --to.' : `There is no format "${to}".`)
    const opened = await openBook(file, call)
    if (!opened.ok) {
      sayProblem(call, opened.problem)
      return exitCodes.unreadable
    }
    sayNotes(call, opened.notes)
    return deliver(await exportBook(opened.value, format.name), optionText(call, 'output'), call)
  },
}

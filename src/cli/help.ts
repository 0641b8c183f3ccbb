import { commands } from '#cli/commands.ts'
import type { Command } from '#cli/command.ts'
import { exitCodeMeanings } from '#cli/exit-codes.ts'
import { wrap, type Terminal } from '#cli/terminal.ts'

/** The first page of help: what Steward is, the commands, and where to begin. */
export function generalHelp(terminal: Terminal): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  return [
    `${terminal.paint('bold', 'steward')} reads a collective bargaining agreement and knows every clause by its address.`,
    '',
    ...commands.map((command) => `  ${terminal.paint('cyan', command.name.padEnd(width))}  ${command.summary}`),
    '',
    'Begin with the sample agreement that comes with Steward:',
    '  steward read agreements/sample/agreement.txt',
    '  steward find "class size" agreements/sample/agreement.txt',
    '',
    'A FILE is .txt, .md, .html, .docx or .pdf (scanned pages are read too), "-" for standard input,',
    'or the name of a pack, such as chaffey-2010.',
    'steward help COMMAND explains one command; steward help exit-codes lists what the exit code says.',
  ].join('\n')
}

/** The page of one command. */
export function commandHelp(command: Command, terminal: Terminal): string {
  const words = Object.entries(command.optionWords)
  const width = Math.max(0, ...words.map(([name]) => name.length))
  const lines = [terminal.paint('bold', command.usage), '', wrap(command.about, Math.min(terminal.width, 100))]
  if (words.length > 0) lines.push('', 'Options', ...words.map(([name, says]) => `  ${terminal.paint('cyan', name.padEnd(width))}  ${says}`))
  lines.push('', 'Examples')
  for (const example of command.examples) lines.push(`  ${example.type}`, `      ${terminal.paint('dim', example.says)}`)
  return lines.join('\n')
}

export function exitCodeHelp(): string {
  return exitCodeMeanings.map(([code, says]) => `${String(code).padStart(4)}  ${says}`).join('\n')
}

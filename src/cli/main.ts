import { parseArgs } from 'node:util'
import { readFileSync } from 'node:fs'
import { commandNamed } from '#cli/commands.ts'
import type { Command } from '#cli/command.ts'
import { commandHelp, exitCodeHelp, generalHelp } from '#cli/help.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { processTerminal, type Terminal } from '#cli/terminal.ts'

/** The command line's door: finds the command, parses its words, runs it, and turns what happened into an exit code. */

const terminal = processTerminal()
const stop = new AbortController()
// The first Ctrl-C asks the work to stop at its next safe point; the second ends the program at once.
// A service manager's "stop" asks the same.
for (const asked of ['SIGINT', 'SIGTERM'] as const) process.on(asked, () => (stop.signal.aborted ? process.exit(exitCodes.stopped) : stop.abort()))
// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.cannotWrite))

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal, stop.signal)
} catch (error) {
  terminal.progress('')
  terminal.err(`This is a mistake of ours, not yours. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}`)
  process.exitCode = exitCodes.bug
}

async function runCommandLine(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') return say(terminal, generalHelp(terminal))
  if (name === '--version' || name === 'version') return say(terminal, version())
  if (name === 'help') return help(rest[0], terminal)
  const found = commandNamed(name)
  if ('nearest' in found) {
    const offer = found.nearest === null ? '' : ` Did you mean "steward ${found.nearest}"?`
    terminal.err(`There is no command "${name}".${offer} "steward help" lists them all.`)
    return exitCodes.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) return say(terminal, commandHelp(found.command, terminal))
  return runCommand(found.command, rest, terminal, signal)
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const parsed = parse(command, args)
  if (typeof parsed === 'string') {
    terminal.err(`${parsed}\nUsage: ${command.usage}\nMore: steward help ${command.name}`)
    return exitCodes.usage
  }
  const code = await command.run({ words: parsed.positionals, options: parsed.values, terminal, signal })
  // The reading room is meant to be stopped; everything else was not finished.
  return signal.aborted && code !== exitCodes.done ? exitCodes.stopped : code
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true })
  } catch (error) {
    return error instanceof Error ? error.message.split('. To specify')[0] ?? error.message : String(error)
  }
}

function help(topic: string | undefined, terminal: Terminal): ExitCode {
  if (topic === undefined) return say(terminal, generalHelp(terminal))
  if (topic === 'exit-codes') return say(terminal, exitCodeHelp())
  const found = commandNamed(topic)
  if ('command' in found) return say(terminal, commandHelp(found.command, terminal))
  terminal.err(`There is no help on "${topic}". "steward help" lists the commands.`)
  return exitCodes.usage
}

function version(): string {
  const told: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return `steward ${(told as { version: string }).version} (Node ${process.versions.node})`
}

function say(terminal: Terminal, text: string): ExitCode {
  terminal.out(text)
  return exitCodes.done
}

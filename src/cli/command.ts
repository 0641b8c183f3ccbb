import type { ParseArgsOptionsConfig } from 'node:util'
import type { Problem } from '#plain/problem.ts'
import { problemInWords } from '#plain/problem.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import type { Terminal } from '#cli/terminal.ts'

/** What a command is: its words for the help, its options, and what it does. */
export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** As typed: `steward read FILE [--json]`. */
  readonly usage: string
  /** What it does and how to read what it prints, in a few sentences. */
  readonly about: string
  readonly options: ParseArgsOptionsConfig
  /** One line an option, for the help. */
  readonly optionWords: Readonly<Record<string, string>>
  readonly examples: readonly { readonly type: string; readonly says: string }[]
  readonly run: (call: Call) => Promise<ExitCode>
}

export interface Call {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly terminal: Terminal
  readonly signal: AbortSignal
}

/** An option's text, or null where it was not given. */
export function optionText(call: Call, name: string): string | null {
  const value = call.options[name]
  return typeof value === 'string' ? value : null
}

/** A whole number from an option; the fallback where it was not given; a usage complaint (NaN) where it is none. */
export function optionCount(call: Call, name: string, fallback: number): number {
  const text = optionText(call, name)
  if (text === null) return fallback
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

export function usageError(call: Call, command: Command, says: string): ExitCode {
  call.terminal.err(`${says}\nUsage: ${command.usage}\nMore: steward help ${command.name}`)
  return exitCodes.usage
}

export function sayProblem(call: Call, problem: Problem): void {
  call.terminal.progress('')
  call.terminal.err(`${call.terminal.paint('red', 'Cannot go on.')} ${problemInWords(problem)}`)
}

export function sayNotes(call: Call, notes: readonly Problem[]): void {
  for (const note of notes) call.terminal.err(`${call.terminal.paint('yellow', 'Note.')} ${problemInWords(note)}`)
}

import type { Command } from '#cli/command.ts'
import { readCommand } from '#cli/commands/read.ts'
import { lintCommand } from '#cli/commands/lint.ts'
import { findCommand } from '#cli/commands/find.ts'
import { compareCommand } from '#cli/commands/compare.ts'
import { exportCommand } from '#cli/commands/export.ts'
import { bulkCommand } from '#cli/commands/bulk.ts'
import { calendarCommand } from '#cli/commands/calendar.ts'
import { decideCommand } from '#cli/commands/decide.ts'
import { askCommand } from '#cli/commands/ask.ts'
import { decisionsCommand } from '#cli/commands/decisions.ts'
import { explainCommand } from '#cli/commands/explain.ts'
import { timetableCommand } from '#cli/commands/timetable.ts'
import { examplesCommand } from '#cli/commands/examples.ts'
import { coverageCommand } from '#cli/commands/coverage.ts'
import { newPackCommand } from '#cli/commands/new-pack.ts'
import { dmnCommand } from '#cli/commands/dmn.ts'
import { verifyCommand } from '#cli/commands/verify.ts'
import { serveCommand } from '#cli/commands/serve.ts'

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [readCommand, lintCommand, findCommand, compareCommand, exportCommand, askCommand, decideCommand, bulkCommand, explainCommand, verifyCommand, decisionsCommand, timetableCommand, examplesCommand, coverageCommand, calendarCommand, dmnCommand, newPackCommand, serveCommand]

/** The command of that name, or the nearest one in spelling to offer instead. */
export function commandNamed(name: string): { command: Command } | { nearest: string | null } {
  const command = commands.find((it) => it.name === name)
  if (command !== undefined) return { command }
  const near = commands.find((it) => it.name.startsWith(name.slice(0, 2)) || (name.length > 2 && it.name.includes(name.slice(1, 4))))
  return { nearest: near?.name ?? null }
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Call, type Command, optionText, sayProblem, usageError } from '#cli/command.ts'
import { deliver } from '#cli/deliver.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { openPack } from '#cli/open-pack.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import type { DmnModel } from '#rules/dmn/dmn-model.ts'
import { type DmnExport, exportRules } from '#rules/dmn/export-rules.ts'
import { writeDmn } from '#rules/dmn/write-dmn.ts'

/** `steward dmn`: the rules of an agreement for other rule engines. */
export const dmnCommand: Command = {
  name: 'dmn',
  summary: 'write the decisions of an agreement as DMN 1.5, for other rule engines',
  usage: 'steward dmn PACK [DECISION] [--as-of DAY] [-o FOLDER or FILE]',
  about: 'Writes each decision as a DMN file of its own, with its inputs, tables, formulas (FEEL) and clauses. What DMN cannot hold (counts of work days, lots) is named with its reason. With a DECISION, that one alone, to standard output or a file.',
  options: { 'as-of': { type: 'string' }, output: { type: 'string', short: 'o' } },
  optionWords: { '--as-of DAY': 'the figures in force on this day; else the day is an input where figures change', '-o, --output PLACE': 'the folder for all files, or the file for one; a list of what can be written if none is named' },
  examples: [
    { type: 'steward dmn sample', says: 'what can be written, and what not' },
    { type: 'steward dmn sample salary_cell', says: 'one decision as DMN' },
  ],
  run: async (call) => {
    const [named, decision, ...more] = call.words
    if (named === undefined || more.length > 0) return usageError(call, dmnCommand, 'Name one pack.')
    const day = optionText(call, 'as-of')
    if (day !== null && parseCivilDay(day) === null) return usageError(call, dmnCommand, `"${day}" is no day; write it as 2010-11-01.`)
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const exported = exportRules(pack.value.rules, day)
    return decision === undefined ? writeAll(exported, call) : writeOne(exported, decision, named, call)
  },
}

async function writeOne(exported: DmnExport, decision: string, named: string, call: Call): Promise<ExitCode> {
  const model = exported.models.find((it) => it.name === decision)
  if (model !== undefined) return deliver(writeDmn(model), optionText(call, 'output'), call)
  const left = exported.leftOut.find((it) => it.decision === decision)
  call.terminal.err(left === undefined ? `${named} has no decision named ${decision}. "steward decisions ${named}" lists them.` : `DMN cannot hold ${decision}: ${left.reasons.join('; ')}.`)
  return exitCodes.notThere
}

async function writeAll(exported: DmnExport, call: Call): Promise<ExitCode> {
  const folder = optionText(call, 'output')
  if (folder !== null) {
    const written = await writeFolder(exported.models, folder, call)
    if (written !== exitCodes.done) return written
  }
  const { paint } = call.terminal
  const lines = exported.leftOut.map(({ decision, reasons }) => `${paint('cyan', decision)}  left out: ${reasons.join('; ')}`)
  const count = `${exported.models.length} decision${exported.models.length === 1 ? '' : 's'} ${folder === null ? 'can be written as DMN' : `written to ${folder}`}, ${exported.leftOut.length} cannot.`
  call.terminal.out([...lines, ...(lines.length === 0 ? [] : ['']), folder === null ? `${count} Name a folder with -o to write them.` : count].join('\n'))
  return exitCodes.done
}

/** Each decision a file of its own. */
async function writeFolder(models: readonly DmnModel[], folder: string, call: Call): Promise<ExitCode> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    call.terminal.err(`${folder} could not be made: ${error instanceof Error ? error.message : String(error)}. Name another folder with -o.`)
    return exitCodes.cannotWrite
  }
  const quiet: Call = { ...call, terminal: { ...call.terminal, err: () => undefined } }
  for (const model of models) {
    const file = join(folder, `${model.name}.dmn`)
    if ((await deliver(writeDmn(model), file, quiet)) === exitCodes.done) continue
    call.terminal.err(`${file} could not be written. Name another folder with -o.`)
    return exitCodes.cannotWrite
  }
  return exitCodes.done
}

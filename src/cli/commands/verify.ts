import { readFile } from 'node:fs/promises'
import { optionText, sayProblem, usageError, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { openPack } from '#cli/open-pack.ts'
import { readReceipt, verifyReceipt } from '#determinations/receipt.ts'

/** `steward verify`: recomputes the receipt of an answer. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'recompute the receipt of an answer, and say whether it is still the same',
  usage: 'steward verify PACK RECEIPT.json [--calendar FILE]',
  about:
    'A receipt ("steward explain ... --receipt FILE") holds the facts of an answer and hashes of the pack, the calendar, the facts and the result. Either side can recompute it years later: this says whether the answer is the same, and if not what has changed. The exit code is 1 where it is not.',
  options: { calendar: { type: 'string' } },
  optionWords: { '--calendar FILE': "the JSON calendar that stood in for the agreement's own" },
  examples: [{ type: 'steward verify chaffey-2010 grievance-14.json', says: 'whether the answer of that day is still the answer' }],
  run: async (call) => {
    const [named, file, ...more] = call.words
    if (named === undefined || file === undefined || more.length > 0) return usageError(call, verifyCommand, 'Name a pack and a receipt.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const receipt = readReceipt(await textOf(file))
    if (receipt === null) {
      call.terminal.err(`${file} is no receipt of Steward. "steward explain ... --receipt FILE" writes one.`)
      return exitCodes.unreadable
    }
    const calendarName = optionText(call, 'calendar')
    const calendar = calendarName === null ? null : calendarFinder(pack.value, process.cwd())(calendarName)
    if (calendar?.ok === false) {
      sayProblem(call, calendar.problem)
      return exitCodes.unreadable
    }
    const verified = verifyReceipt(receipt, pack.value, calendar?.value ?? null)
    call.terminal.out(verified.same ? `The same: pack, calendar, facts and result of ${receipt.decision} are as they were.` : verified.says)
    return verified.same ? exitCodes.done : exitCodes.found
  },
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return ''
  }
}

import { bulkFile } from '#cli/bulk-file.ts'
import { optionText, sayNotes, sayProblem, usageError, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { calendarFinder } from '#cli/find-calendar.ts'
import { openPack } from '#cli/open-pack.ts'
import { dayOrToday } from '#cli/today.ts'
import { dirname, resolve } from 'node:path'

/** `steward bulk`: decisions for every row of a table. */
export const bulkCommand: Command = {
  name: 'bulk',
  summary: 'answer decisions for every row of a CSV file',
  usage: 'steward bulk PACK DECISION [DECISION ...] FILE.csv [--out FILE] [--as-of DAY] [--calendar FILE]',
  about:
    'Reads a CSV whose first row names facts (pupil_load, or "Pupil load"; decision.fact where two decisions mean different things by one name) and writes it again with the answers behind each row. Columns that are no facts are carried along. The column note says of a row what is missing, wrong or contested; it is empty where every answer is sure. Cells that a spreadsheet would run as formulas are made safe.',
  options: { out: { type: 'string', short: 'o' }, 'as-of': { type: 'string' }, calendar: { type: 'string' }, strict: { type: 'boolean' } },
  optionWords: {
    '--out FILE': 'where the answered table goes; standard output where it is not said',
    '--as-of DAY': 'the day on which the questions are asked, YYYY-MM-DD or "today"',
    '--calendar FILE': "a JSON calendar that stands in for the agreement's own",
    '--strict': 'leave with exit code 1 when a row has a note',
  },
  examples: [{ type: 'steward bulk chaffey-2010 salary_cell members.csv --as-of 2010-09-01 --out answered.csv', says: 'the scheduled salary of every member' }],
  run: async (call) => {
    const [named, ...rest] = call.words
    const file = rest.pop()
    if (named === undefined || file === undefined || rest.length === 0) return usageError(call, bulkCommand, 'Name a pack, at least one decision, and a file.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const calendarName = optionText(call, 'calendar')
    const calendar = calendarName === null ? null : calendarFinder(pack.value, dirname(resolve(file)))(calendarName)
    if (calendar !== null && !calendar.ok) {
      sayProblem(call, calendar.problem)
      return exitCodes.unreadable
    }
    const wishes = { decisions: rest, asOf: dayOrToday(optionText(call, 'as-of')), calendar: calendar?.value ?? null }
    const out = optionText(call, 'out')
    const done = await bulkFile(pack.value, file, out, wishes, call)
    if (!done.ok) {
      sayProblem(call, done.problem)
      return done.problem.code === 'bulk/cannot-write' ? exitCodes.cannotWrite : exitCodes.unreadable
    }
    sayNotes(call, done.notes)
    return done.value.noted > 0 && call.options['strict'] === true ? exitCodes.found : exitCodes.done
  },
}

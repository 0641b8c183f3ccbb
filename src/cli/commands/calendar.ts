import { optionText, usageError, type Call, type Command } from '#cli/command.ts'
import { calendarCount } from '#cli/calendar/calendar-count.ts'
import { calendarImport } from '#cli/calendar/calendar-import.ts'
import { calendarShow } from '#cli/calendar/calendar-show.ts'

/** `steward calendar`: take in a school calendar, show a pack's own, count days in it. */
export const calendarCommand: Command = {
  name: 'calendar',
  summary: 'take in a school calendar, show one, count days in it',
  usage: 'steward calendar import FILE [--to FILE.yaml] | show PACK [YEAR] | count PACK --after DATE --days N [--kind KIND]',
  about:
    'import reads a published school calendar (.ics, or CSV with a date and a name) and proposes a calendar for a pack: what each title means is told, what is not understood is left out and listed, and a person confirms. show prints the days of a pack, month by month, with its closed days and printed counts that do not agree. count counts days of a kind from a day, and names each weekday that did not count.',
  options: {
    year: { type: 'string' },
    kind: { type: 'string', multiple: true },
    'first-day': { type: 'string' },
    'last-day': { type: 'string' },
    to: { type: 'string' },
    after: { type: 'string' },
    before: { type: 'string' },
    days: { type: 'string' },
    calendar: { type: 'string' },
    ics: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionWords: {
    '--year YEAR': 'import: the school year, 2025-2026; else the one of which the file says most',
    '--kind KIND': 'import: kinds of day to propose (work and instructional where none is named; may be given more than once); count: the kind counted',
    '--first-day DATE': 'import: the first day of school, where the file does not say it',
    '--last-day DATE': 'import: the last day of school, where the file does not say it',
    '--to FILE': 'import: where the proposal goes; else it is printed',
    '--after DATE': 'count: the day of the event; the next day of the kind is the first',
    '--before DATE': 'count: the day of the event, counting back',
    '--days N': 'count: how many',
    '--calendar FILE': "count: a JSON calendar in place of the pack's",
    '--ics FILE': 'count: the answer as a calendar file; show: the closed days of the year as one',
    '--json': 'the result as data',
  },
  examples: [
    { type: 'steward calendar count chaffey-2010 --after 2010-11-08 --days 20 --kind work', says: 'the twentieth work day after, and the days skipped' },
    { type: 'steward calendar show chaffey-2010 2012-2013', says: 'the days of one year, and where the print disagrees with itself' },
    { type: 'steward calendar import school.ics --to calendars/2025-2026.yaml', says: 'a proposal from the calendar that a district publishes' },
  ],
  run: async (call) => {
    const [verb, named, year, ...more] = call.words
    if (named !== undefined && more.length === 0) {
      if (verb === 'show') return calendarShow(call, calendarCommand, named, year ?? optionText(call, 'year'))
      if (verb === 'count' && year === undefined) return calendarCount(call, calendarCommand, named)
      if (verb === 'import' && year === undefined) return calendarImport(call, calendarCommand, named)
    }
    return usageError(call, calendarCommand, complaint(call))
  },
}

function complaint(call: Call): string {
  const [verb] = call.words
  if (verb === undefined || !['show', 'count', 'import'].includes(verb)) return 'Say import, show or count.'
  return verb === 'import' ? 'Name one file.' : `Name one pack${verb === 'show' ? ', and at most one school year' : ''}.`
}

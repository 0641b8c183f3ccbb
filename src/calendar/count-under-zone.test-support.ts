import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountInWords, countAccount } from '#calendar/account.ts'
import { readIcsEvents } from '#calendar/ics/read-events.ts'
import { writeIcs } from '#calendar/ics/write-ics.ts'
import { readAnyDay } from '#calendar/import/read-csv-events.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { civilText, parseCivilDay } from '#plain/civil-day.ts'

/** Prints results of the whole room; a test runs it under several time zones and compares what comes out. */
const folder = join(import.meta.dirname, '../../agreements/chaffey-2010/calendars')
const { calendars, notes } = readCalendars('chaffey-2010', new Map(readdirSync(folder).sort().map((name) => [`calendars/${name}`, readFileSync(join(folder, name), 'utf8')])), usualSchoolYear)
console.log(notes.map((it) => it.what).join('\n'))
for (const kind of calendars.kinds.values()) {
  // Days about the changes of the clock among them.
  for (const event of ['2010-11-08', '2010-11-06', '2011-03-11', '2011-03-13', '2011-05-25', '2012-12-31', '2013-05-01']) {
    for (const count of [1, 5, 20]) {
      const account = countAccount(kind, 'after', parseCivilDay(event) ?? 0, count)
      console.log(account === null ? `${event} ${count}: not in the calendar` : `${accountInWords(account, kind.says)} ${account.skipped.map((it) => `${civilText(it.day)} ${it.why}`).join('; ')}`)
    }
  }
}
const ics = writeIcs([{ id: 'a', day: parseCivilDay('2011-03-13') ?? 0, title: 'Ende, fällig' }], { name: 'n', stamp: '20261122T000000Z', domain: 'example.org' })
const timed = ics.replace('DTSTART;VALUE=DATE:20110313', 'DTSTART:20110313T080000Z').replace('DTEND;VALUE=DATE:20110314', 'DTEND:20110314T070000Z')
console.log(ics, JSON.stringify(readIcsEvents('a.ics', ics)), JSON.stringify(readIcsEvents('a.ics', timed)), readAnyDay('3/13/2011'))

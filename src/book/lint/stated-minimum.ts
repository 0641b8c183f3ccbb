import type { Anchor, LintFinding, Table } from '#book/book.ts'
import { sectionOf, upward, type Place } from '#book/links/address-book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { dollars, figureRows, grid } from '#book/lint/table-figures.ts'

/** The salary minimum that the text states against the lowest cell of the schedule that it stands over or cites. */
export function minimumsThatMiss(setting: LintSetting): readonly LintFinding[] {
  const stated = setting.addresses.places.flatMap(statedIn)
  return stated.flatMap((one) => {
    const schedule = scheduleNear(one.place, setting) ?? scheduleCited(one, setting)
    if (schedule === null || !(one.amount > LEAST_YEAR)) return []
    const cells = amountsOf(schedule)
    const lowest = Math.min(...cells)
    if (cells.includes(one.amount) || Math.abs(one.amount - lowest) > lowest * 0.15) return []
    // A clause under or over this one that states the schedule's own figure shows which of the two is the slip.
    const agreeing = stated.filter((other) => other.amount === lowest && other.place !== one.place && [...upward(other.place), ...upward(one.place)].filter((at) => at === one.place || at === other.place).length > 2)
    const agrees = agreeing[0] === undefined ? '' : `; ${agreeing[0].place.anchor} states ${dollars(lowest)} too`
    const also = [schedule.anchor, ...agreeing.map((other) => other.place.anchor)].filter((at): at is Anchor => at !== null && at !== one.place.anchor)
    return [finding('table-mismatch', one.place, `${one.place.anchor} states ${dollars(one.amount)}, but the lowest cell of the schedule printed at line ${schedule.line} is ${dollars(lowest)}, and no cell is ${dollars(one.amount)}${agrees}.`, also)]
  })
}

interface Stated {
  readonly place: Place
  readonly amount: number
  /** The school year it holds in, where the sentence says one right after: `2024-25`. */
  readonly year: string | null
}

const STATED =
  /\b(?:minimum|lowest|beginning|starting|entry|base)(?:\s+(?:annual|teacher|teaching|salary|schedule|step|rate|pay)){0,3}(?:,(?:\s+(?:column|class|step|row|range|group|lane)\s+\w{1,4},?){1,2})?\s+(?:shall\s+be|is|will\s+be|equals?|of)\s+(?:set\s+at\s+)?[\s\\$]*\$\s?([\d,]{5,9}(?:\.\d\d)?)(?:\s+(?:in|for)\s+(20\d\d\s*[-–/]\s*\d\d(?:\d\d)?))?/gi

/** No yearly pay is lower. */
const LEAST_YEAR = 5000

function statedIn(place: Place): readonly Stated[] {
  if (!place.clause.text.includes('$')) return []
  return allMatches(STATED, place.clause.text).map((match) => ({ place, amount: Number((match[1] ?? '').replace(/,/g, '')), year: match[2] === undefined ? null : yearKey(match[2]) }))
}

// The first table of yearly pay at or after the clause, in the same section.
function scheduleNear(place: Place, setting: LintSetting): Table | null {
  for (const table of setting.book.tables) {
    if (table.line < place.clause.line || table.line > place.clause.line + 60) continue
    const home = table.anchor === null ? undefined : setting.addresses.byAnchor.get(table.anchor)
    if (home !== undefined && sectionOf(home) === sectionOf(place) && isSchedule(table)) return table
  }
  return null
}

// The one table of yearly pay in the appendix that the clause cites, where it is of the year that the clause names.
function scheduleCited(stated: Stated, setting: LintSetting): Table | null {
  const cited = new Set(setting.book.references.filter((one) => one.from === stated.place.anchor && one.kind === 'appendix').map((one) => one.to))
  const schedules = setting.book.tables.filter((table) => cited.has(table.anchor) && isSchedule(table))
  const [only] = schedules
  if (only === undefined || schedules.length > 1 || stated.year === null) return null
  const home = setting.addresses.byAnchor.get(only.anchor ?? '')
  const head = setting.lines.slice(Math.max((home?.clause.line ?? 1) - 1, only.line - 6), only.line + 2).join('\n')
  return [...head.matchAll(/20\d\d\s*[-–/]\s*\d\d(?:\d\d)?/g)].some((match) => yearKey(match[0]) === stated.year) ? only : null
}

// Indexes may stand in the rows beside the amounts.
function isSchedule(table: Table): boolean {
  const rows = grid(figureRows(table))
  return rows.length >= 4 && rows.every((row) => row.figures.every((figure) => figure > LEAST_YEAR || figure < 10) && row.figures.filter((figure) => figure > LEAST_YEAR).length >= 2)
}

function amountsOf(table: Table): readonly number[] {
  return grid(figureRows(table)).flatMap((row) => row.figures.filter((figure) => figure > LEAST_YEAR))
}

// `2024 - 2025` -> `2024-25`.
function yearKey(printed: string): string {
  const [first = '', second = ''] = printed.split(/\s*[-–/]\s*/)
  return `${first}-${second.slice(-2)}`
}

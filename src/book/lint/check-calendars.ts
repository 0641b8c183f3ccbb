import type { LintFinding } from '#book/book.ts'
import type { Place } from '#book/links/address-book.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'

/** Month grids of printed calendars against the true days of the week. Only whole weeks are compared: a short week loses its blanks too easily. */
export function checkCalendars(setting: LintSetting): readonly LintFinding[] {
  const slips: { readonly line: number; readonly words: string }[] = []
  const { lines } = setting
  let year: SchoolYear | null = null
  lines.forEach((line, index) => {
    year = yearSaid(line, year)
    if (year === null || !WEEK.test(line)) return
    const months = monthsOver(lines, index)
    const halves = (line.match(WEEKS) ?? []).length
    if (months.length !== halves) return
    months.forEach((month, half) => slips.push(...slipsOfMonth(gridAt(lines, index, halves, half), { month, year: yearOf(month, year as SchoolYear), line: index + 1 })))
  })
  return grouped(slips, setting)
}

interface SchoolYear {
  readonly first: number
  /** Whether two years are named, July to December being the first. */
  readonly spans: boolean
}

const WEEK = /^[\s|]*S[\s|]+M[\s|]+T[\s|]+W[\s|]+T[\s|]+F[\s|]+S\b/
const WEEKS = /S[\s|]+M[\s|]+T[\s|]+W[\s|]+T[\s|]+F[\s|]+S/g
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function yearSaid(line: string, before: SchoolYear | null): SchoolYear | null {
  if (!line.includes('20')) return before
  const plain = /^\W*(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)\W*$/.exec(line)
  if (plain !== null && Number(plain[1]) % 100 === Number(plain[2]) - 1) return { first: Number(plain[1]), spans: true }
  const spans = /\bcalendar\b.*\b(20\d\d)\s*[-–/]\s*(?:20)?\d\d\b|\b(20\d\d)\s*[-–/]\s*(?:20)?\d\d\b.*\bcalendar\b/i.exec(line)
  if (spans !== null) return { first: Number(spans[1] ?? spans[2]), spans: true }
  const alone = /^\s*(20\d\d)\s*$/.exec(line)
  if (alone === null) return before
  // A bare year inside a school year's calendar only parts its halves.
  const year = Number(alone[1])
  return before?.spans === true && (year === before.first || year === before.first + 1) ? before : { first: year, spans: false }
}

function yearOf(month: number, year: SchoolYear): number {
  return year.spans && month < 7 ? year.first + 1 : year.first
}

// The names of months in the last line with words over the grid: "November   December".
function monthsOver(lines: readonly string[], at: number): readonly number[] {
  for (let line = at - 1; line >= Math.max(0, at - 3); line--) {
    const words = (lines[line] ?? '').trim().split(/[\s|]+/).filter((word) => word !== '')
    if (words.length === 0) continue
    const months = words.map((word) => MONTHS.indexOf(word.toLowerCase()) + 1)
    return months.every((month) => month > 0) ? months : []
  }
  return []
}

// The weeks under a header that print all their days, one half of the page or the other.
function gridAt(lines: readonly string[], header: number, halves: number, half: number): readonly (readonly number[])[] {
  const weeks: number[][] = []
  for (let line = header + 1; line < Math.min(lines.length, header + 8); line++) {
    const text = lines[line] ?? ''
    if (/[A-Za-z]/.test(text)) break
    const figures = text.split(/[\s|]+/).filter((cell) => /^\d{1,2}\**$/.test(cell)).map((cell) => Number.parseInt(cell, 10))
    if (figures.length === 7 * halves) weeks.push(figures.slice(half * 7, half * 7 + 7))
    else if (halves === 1 && figures.length > 0 && weeks.length > 0) weeks.push(figures)
  }
  return weeks
}

function slipsOfMonth(weeks: readonly (readonly number[])[], of: { month: number; year: number; line: number }): readonly { line: number; words: string }[] {
  const [first] = weeks.find((week) => week.length === 7 && week.every((day, at) => at === 0 || day === (week[at - 1] ?? 0) + 1)) ?? []
  if (first === undefined) return []
  const name = `${MONTHS[of.month - 1]?.replace(/^./, (letter) => letter.toUpperCase())} ${of.year}`
  const slips: string[] = []
  const weekday = DAYS[weekdayOf(of.year, of.month, first)]
  if (weekday !== 'Sunday') slips.push(`${name} is printed with a Sunday on the ${first}${ordinal(first)}, which was a ${weekday}`)
  const last = Math.max(...weeks.flat())
  const length = of.month === 2 && isLeap(of.year) ? 29 : (LENGTHS[of.month - 1] ?? 31)
  if (last > length) slips.push(`${name} is printed with ${last} days`)
  return slips.map((words) => ({ line: of.line, words }))
}

function ordinal(day: number): string {
  return (day > 10 && day < 14 ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'
}

// The day of the week by the count of days since a Sunday, 0 to 6.
function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year
  const monthShift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  return (shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + monthShift + day) % 7
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

// One finding for each clause that holds grids.
function grouped(slips: readonly { line: number; words: string }[], setting: LintSetting): readonly LintFinding[] {
  const byPlace = Map.groupBy(slips, (slip) => placeBefore(slip.line, setting))
  return [...byPlace].flatMap(([place, own]) => (place === null ? [] : [{ ...finding('table-mismatch', place, `In its calendar ${inWords(own.map((slip) => slip.words), 12)}.`), line: own[0]?.line ?? place.clause.line }]))
}

function placeBefore(line: number, setting: LintSetting): Place | null {
  let best: Place | null = null
  for (const place of setting.addresses.places) if (place.clause.line <= line && (best === null || place.clause.line >= best.clause.line)) best = place
  return best
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { DayIndex, DayKind } from '#calendar/calendar.ts'
import { dayAfter, uncovered } from '#calendar/count-days.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { civilText, dayOfWeek, parseCivilDay } from '#plain/civil-day.ts'
import { medians, type Bench, type Measure } from './bench.ts'

/** Counting work days: by number and from text to text, beside the least that any index does and beside stepping with what the platform brings. */

const million = 1_000_000
const counts = 10 * million

export const bench: Bench = {
  name: 'calendar',
  says: 'days of a kind counted on the three printed years of the Chaffey calendar',
  run: async () => {
    const kind = workDays()
    const closed = new Set(Array.from({ length: kind.index.known.length }, (_, at) => kind.index.from + at).filter((day) => dayOfWeek(day) <= 5 && !kind.index.days.includes(day)))
    const questions = makeQuestions(kind.index)
    return [await byNumber(kind.index, questions), await byText(kind.index, questions), await besidePlatform(kind.index, questions, closed), await stepped(kind.index, questions, closed), await built(kind)]
  },
}

interface Questions {
  readonly days: Int32Array
  readonly counts: Int32Array
  readonly texts: readonly string[]
}

function workDays(): DayKind {
  const folder = join(import.meta.dirname, '../agreements/chaffey-2010/calendars')
  const files = new Map(readdirSync(folder).map((name) => [`calendars/${name}`, readFileSync(join(folder, name), 'utf8')]))
  const kind = readCalendars('chaffey-2010', files, usualSchoolYear).calendars.kinds.get('work')
  if (kind === undefined) throw new Error('The calendar has no work days.')
  return kind
}

/** Days in the first two years and counts of 3 to 60, in no order that a processor could guess. */
function makeQuestions(index: DayIndex): Questions {
  const size = 1 << 12
  let seed = 12345
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed % below
  }
  const days = Int32Array.from({ length: size }, () => index.from + next(720))
  return { days, counts: Int32Array.from({ length: size }, () => 3 + next(58)), texts: Array.from(days, civilText) }
}

async function byNumber(index: DayIndex, { days, counts: n }: Questions): Promise<Measure> {
  const ours = () => {
    let sum = 0
    for (let turn = 0; turn < counts; turn += 1) sum += dayAfter(index, days[turn & 4095] as number, n[turn & 4095] as number)
    return sum
  }
  // The least: two reads, nothing asked of the calendar's ends or gaps.
  const floor = () => {
    let sum = 0
    for (let turn = 0; turn < counts; turn += 1) sum += index.days[(index.ordinal[(days[turn & 4095] as number) - index.from] as number) + (n[turn & 4095] as number) - 1] as number
    return sum
  }
  if (ours() !== floor()) throw new Error('The index and the floor differ.')
  const taken = await medians(ours, floor, { warm: 3, runs: 9 })
  return { what: `${counts / million} million deadlines by number (50 million a second)`, value: taken.ours, unit: 'ms', target: counts / 50 / 1000, beside: { name: 'two array reads', value: taken.beside } }
}

async function byText(index: DayIndex, { texts, counts: n }: Questions): Promise<Measure> {
  const size = counts / 5
  const ours = () => {
    let letters = 0
    for (let turn = 0; turn < size; turn += 1) letters += textAfter(index, texts[turn & 4095] as string, n[turn & 4095] as number).length
    return letters
  }
  const table = Array.from({ length: index.known.length }, (_, at) => civilText(index.from + at))
  // The least: figures taken for granted, the day by arithmetic, two reads, the text from a table.
  const floor = () => {
    let letters = 0
    for (let turn = 0; turn < size; turn += 1) letters += (table[plainAfter(index, texts[turn & 4095] as string, n[turn & 4095] as number) - index.from] as string).length
    return letters
  }
  if (ours() !== floor()) throw new Error('The index and the floor differ.')
  const taken = await medians(ours, floor, { warm: 2, runs: 9 })
  return { what: `${size / million} million deadlines, ISO text to ISO text (15 million a second)`, value: taken.ours, unit: 'ms', target: size / 15 / 1000, beside: { name: 'the same with nothing checked', value: taken.beside } }
}

const daysBefore = Int16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

function plainAfter(index: DayIndex, text: string, n: number): number {
  const figure = (at: number) => text.charCodeAt(at) - 48
  const year = figure(0) * 1000 + figure(1) * 100 + figure(2) * 10 + figure(3)
  const month = figure(5) * 10 + figure(6)
  const past = year - 1
  const leap = month > 2 && (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  const day = past * 365 + ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0) + (daysBefore[month] as number) + leap + figure(8) * 10 + figure(9) - 719163
  return index.days[(index.ordinal[day - index.from] as number) + n - 1] as number
}

async function besidePlatform(index: DayIndex, { texts, counts: n }: Questions, closed: ReadonlySet<number>): Promise<Measure> {
  const few = 2000
  const run = (after: (text: string, n: number) => string) => () => {
    let letters = 0
    for (let turn = 0; turn < few; turn += 1) letters += after(texts[turn & 4095] as string, n[turn & 4095] as number).length
    return letters
  }
  for (let at = 0; at < 200; at += 1) if (textAfter(index, texts[at] ?? '', n[at] ?? 0) !== byTemporal(texts[at] ?? '', n[at] ?? 0, closed)) throw new Error('The index and Temporal differ.')
  const taken = await medians(run((text, count) => textAfter(index, text, count)), run((text, count) => byTemporal(text, count, closed)), { warm: 2, runs: 7 })
  return { what: `${few} deadlines, ISO text to ISO text, beside the platform`, value: taken.ours, unit: 'ms', beside: { name: 'stepping with the platform’s dates', value: taken.beside } }
}

function textAfter(index: DayIndex, text: string, n: number): string {
  const day = parseCivilDay(text)
  const answer = day === null ? uncovered : dayAfter(index, day, n)
  return answer === uncovered ? '' : civilText(answer)
}

/** As a program without an index does it: Temporal where the platform has it, else Date in UTC, one day after the other past a set of closed days. */
function byTemporal(text: string, n: number, closed: ReadonlySet<number>): string {
  const has = (globalThis as { Temporal?: { PlainDate: { from(text: string): PlainDate } } }).Temporal
  if (has === undefined) return byDate(text, n, closed)
  let date = has.PlainDate.from(text)
  for (let left = n; left > 0; ) {
    date = date.add({ days: 1 })
    if (date.dayOfWeek <= 5 && !closed.has(parseCivilDay(date.toString()) ?? 0)) left -= 1
  }
  return date.toString()
}

interface PlainDate {
  readonly dayOfWeek: number
  add(span: { days: number }): PlainDate
  toString(): string
}

function byDate(text: string, n: number, closed: ReadonlySet<number>): string {
  let time = Date.parse(`${text}T00:00:00Z`)
  for (let left = n; left > 0; ) {
    time += 86_400_000
    const weekday = new Date(time).getUTCDay()
    if (weekday > 0 && weekday < 6 && !closed.has(time / 86_400_000)) left -= 1
  }
  return new Date(time).toISOString().slice(0, 10)
}

async function stepped(index: DayIndex, { days, counts: n }: Questions, closed: ReadonlySet<number>): Promise<Measure> {
  const size = million / 2
  const ours = () => {
    let sum = 0
    for (let turn = 0; turn < size; turn += 1) sum += dayAfter(index, days[turn & 4095] as number, n[turn & 4095] as number)
    return sum
  }
  const stepping = () => {
    let sum = 0
    for (let turn = 0; turn < size / 10; turn += 1) {
      let day = days[turn & 4095] as number
      for (let left = n[turn & 4095] as number; left > 0; ) {
        day += 1
        if (dayOfWeek(day) <= 5 && !closed.has(day)) left -= 1
      }
      sum += day
    }
    return sum
  }
  const taken = await medians(ours, stepping, { warm: 2, runs: 7 })
  return { what: `${size / million} million deadlines by number, beside stepping`, value: taken.ours, unit: 'ms', beside: { name: 'stepping by day number past a set', value: taken.beside * 10 } }
}

async function built(kind: DayKind): Promise<Measure> {
  const days = Array.from(kind.index.days)
  const turns = 1000
  const ours = () => {
    let sum = 0
    for (let turn = 0; turn < turns; turn += 1) sum += buildDayIndex(kind.covered, days).through
    return sum
  }
  // The least: two arrays of that size made and filled.
  const floor = () => {
    let sum = 0
    for (let turn = 0; turn < turns; turn += 1) {
      const ordinal = new Int32Array(kind.index.ordinal.length)
      ordinal.set(kind.index.ordinal)
      sum += ordinal.length + Int32Array.from(days).length
    }
    return sum
  }
  const taken = await medians(ours, floor, { warm: 2, runs: 7 })
  return { what: '1000 calendars of three years indexed (100 microseconds each)', value: taken.ours, unit: 'ms', target: 100, beside: { name: 'copying their arrays', value: taken.beside } }
}

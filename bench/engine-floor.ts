import type { DayIndex } from '#calendar/calendar.ts'
import type { CellFacts, DeadlineFacts, StipendFacts } from './engine-facts.ts'

/** The floor: the three decisions of the engine's bench by hand, as fast as plain TypeScript does them and without any check of the facts. Everything else stands beside this. */

const base = 39_966

// Rows by degree and units; which of them fired is the path.
const classRow = (r: CellFacts): number => (r.degree === 'BA' ? (r.units < 15 ? 0 : r.units < 30 ? 1 : r.units < 45 ? 2 : 3) : r.degree === 'MA' ? (r.units < 15 ? 4 : r.units < 45 ? 5 : 6) : 7)
const stepRow = (years: number): number => (years <= 13 ? 0 : years <= 16 ? 1 : years <= 20 ? 2 : years <= 24 ? 3 : years <= 28 ? 4 : years <= 32 ? 5 : 6)
const stipendRow = (r: StipendFacts): number => (r.semester === 'first' ? 4 : r.pupils > 181 ? 3 : r.pupils >= 179 ? 2 : r.pupils >= 175 ? 1 : 0)

const classes = [0, 1, 2, 3, 3, 4, 5, 5] as const
const steps = [0, 12, 13, 14, 15, 16, 17] as const
const stipends = [0, 1000, 2000, 2500, 0] as const

/** Salary and path in one number. */
export function cellPath(r: CellFacts): number {
  const a = classRow(r)
  const b = stepRow(r.years)
  const s = b === 0 ? r.years - 1 : (steps[b] as number)
  return (((base * (100 + 7 * (classes[a] as number) + 6 * s) + 50) / 100) | 0) * 64 + a * 8 + b
}

export function stipendPath(r: StipendFacts): number {
  const k = stipendRow(r)
  return (stipends[k] as number) * 8 + k
}

/** Number to number: two reads of the day index. */
export function deadlineFloor(index: DayIndex): (facts: readonly [number, number]) => number {
  const { ordinal, days, from } = index
  return (facts) => days[(ordinal[facts[0] - from] as number) + facts[1] - 1] as number
}

const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

function dayOf(text: string): number {
  const year = (text.charCodeAt(0) - 48) * 1000 + (text.charCodeAt(1) - 48) * 100 + (text.charCodeAt(2) - 48) * 10 + text.charCodeAt(3) - 48
  const month = (text.charCodeAt(5) - 48) * 10 + text.charCodeAt(6) - 48
  const past = year - 1
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return past * 365 + ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0) + (before[month - 1] as number) + (leap && month > 2 ? 1 : 0) + (text.charCodeAt(8) - 48) * 10 + text.charCodeAt(9) - 48 - 719163
}

/** ISO text to ISO text: characters in, a list of texts out. */
export function deadlineTextFloor(index: DayIndex, textOf: (day: number) => string): (r: DeadlineFacts) => string {
  const { ordinal, days, from, through } = index
  const texts = Array.from({ length: through - from + 1 }, (_, at) => textOf(from + at))
  return (r) => texts[(days[(ordinal[dayOf(r.start) - from] as number) + r.n - 1] as number) - from] as string
}

export interface Line {
  readonly rule: string
  readonly clause: string
  readonly why: string
  readonly value: number | string
  readonly uses: Readonly<Record<string, number | string>>
  readonly from: readonly Line[]
}

const classWords = ['BA, fewer than 15 units', 'BA, 15 to 29 units', 'BA, 30 to 44 units', 'BA, 45 units or more', 'MA, fewer than 15 units', 'MA, 15 to 44 units', 'MA, 45 units or more', 'doctorate'] as const
const stepWords = ['years 1 to 13: the step is the year', 'years 14 to 16 stay at step 13', 'years 17 to 20', 'years 21 to 24', 'years 25 to 28', 'years 29 to 32', 'year 33 and after'] as const
const stipendWords = ['fewer than 175 pupils', '175 to 178 pupils', '179 to 181 pupils', 'more than 181 pupils', 'first semester'] as const
const stipendClauses = ['18.4', '18.4.1', '18.4.2', '18.4.3', '18.4'] as const

/** The whole cited tree by hand: every line with its clause, its words, what it took and what it gave. */
export function cellTree(r: CellFacts): Line {
  const a = classRow(r)
  const b = stepRow(r.years)
  const c = classes[a] as number
  const s = b === 0 ? r.years - 1 : (steps[b] as number)
  const index = 100 + 7 * c + 6 * s
  const first: Line = { rule: 'class', clause: '20.1', why: classWords[a] as string, value: c, uses: { degree: r.degree, units: r.units }, from: [] }
  const second: Line = { rule: 'step', clause: '20.2', why: stepWords[b] as string, value: s, uses: { years: r.years }, from: [] }
  const third: Line = { rule: 'index', clause: '20.3', why: '1 + per_class * class + per_step * step', value: index / 100, uses: { per_class: 0.07, per_step: 0.06 }, from: [first, second] }
  return { rule: 'salary', clause: '20.4', why: 'base times index, half up to whole dollars', value: ((base * index + 50) / 100) | 0, uses: { salary_base: base }, from: [third] }
}

export function stipendTree(r: StipendFacts): Line {
  const k = stipendRow(r)
  return { rule: 'stipend', clause: stipendClauses[k] as string, why: stipendWords[k] as string, value: stipends[k] as number, uses: { semester: r.semester, pupils: r.pupils }, from: [] }
}

export function deadlineTree(index: DayIndex, textOf: (day: number) => string): (r: DeadlineFacts) => Line {
  const due = deadlineTextFloor(index, textOf)
  return (r) => ({ rule: 'due', clause: '11.3', why: 'days after(start, n, work)', value: due(r), uses: { start: r.start, n: r.n }, from: [] })
}

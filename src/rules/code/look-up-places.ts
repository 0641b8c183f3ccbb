import type { Core, Step, StepBody } from '#rules/core/core.ts'
import { branchesOf } from '#rules/core/path.ts'
import { boundsOfSubject, type Question, questionOf } from './known-so-far.ts'
import { literal } from './literal.ts'

/** The places of a look-up: every combination of the values that its tests tell apart, and what fires in each. */

export interface Subject {
  readonly name: string
  readonly of: Core
  /** What lies below the first place or above the last is asked as that place. */
  readonly low: number
  readonly high: number
  /** The constants that it is compared with. */
  readonly values: readonly number[]
}

interface Asked {
  readonly name: string
  readonly of: Core
  readonly values: number[]
}

const mostPlaces = 4096
const roomy = 255

/** What the tests ask about, with the constants they compare it to; null where something else is asked, or too much. */
export function collectSubjects(tests: readonly Core[]): readonly Asked[] | null {
  const found = new Map<string, Asked>()
  for (const test of tests) if (!collect(test, found)) return null
  return found.size === 0 || found.size > 3 ? null : [...found.values()]
}

function collect(test: Core, found: Map<string, Asked>): boolean {
  if (test.op === 'and' || test.op === 'or') return collect(test.left, found) && collect(test.right, found)
  if (test.op === 'constant') return true
  const question = questionOf(test)
  if (question === null) return test.op === 'not' && collect(test.of, found)
  const had = found.get(question.name) ?? { name: question.name, of: question.of, values: [] }
  had.values.push(question.value)
  found.set(question.name, had)
  return true
}

/** Each with its stretch of places: with room above, where there is room, so that values beyond it are rare. */
export function subjectsWithin(asked: readonly Asked[]): readonly Subject[] | null {
  const all = asked.map(({ name, of, values }) => ({ name, of, values, ...stretch(of, values) }))
  const withRoom = all.map((it) => (boundsOfSubject(it.of).high > it.high ? { ...it, high: Math.min(boundsOfSubject(it.of).high, Math.max(it.high, it.low + roomy)) } : it))
  if (places(withRoom) <= mostPlaces) return withRoom
  return places(all) <= mostPlaces ? all : null
}

/** From below the least constant to above the greatest, within the bounds of the type; never empty, also where the constants lie outside those bounds. */
function stretch(of: Core, values: readonly number[]): { low: number; high: number } {
  const bounds = boundsOfSubject(of)
  const below = Math.min(...values) - 1
  const low = Math.min(bounds.high, Math.max(bounds.low, below > 0 && bounds.low >= 0 && below < roomy ? 0 : below))
  return { low, high: Math.max(low, Math.min(bounds.high, Math.max(...values) + 1)) }
}

export function places(subjects: readonly Subject[]): number {
  return subjects.reduce((product, it) => product * (it.high - it.low + 1), 1)
}

/** Its place, with what lies outside brought to the ends where the type allows it. */
export function placeOf({ name, of, low, high }: Subject, bounds: { readonly low: number; readonly high: number }): string {
  const value = of.type.is === 'boolean' ? `(${name} ? 1 : 0)` : name
  const from = low === 0 ? value : `${value} - ${literal(low)}`
  const above = bounds.high > high ? `${name} > ${literal(high)} ? ${high - low} : ` : ''
  const below = bounds.low < low ? `${name} < ${literal(low)} ? 0 : ` : ''
  return `(${below}${above}${from})`
}

type Values = readonly number[]

/** By place, the value of each subject. */
function valuesAt(subjects: readonly Subject[], place: number): number[] {
  const values: number[] = []
  let rest = place
  for (let at = subjects.length - 1; at >= 0; at--) {
    const { low, high } = subjects[at] as Subject
    const size = high - low + 1
    values[at] = low + (rest % size)
    rest = Math.floor(rest / size)
  }
  return values
}

/** By place, the digit of what fires there; 0 where nothing does. Values that no test tells apart are asked once. */
export function digitsByPlace(subjects: readonly Subject[], step: Step, body: Extract<StepBody, { is: 'table' }>): number[] {
  const branches = branchesOf(step)
  const [when, exceptions] = [step.when === null ? null : asker(step.when.test, subjects), step.exceptions.map((it) => asker(it.when, subjects))]
  const rows = body.rows.map((row) => row.tests.map((test) => asker(test, subjects)))
  const digitOf = (values: Values): number => {
    if (when !== null && !when(values)) return 1 + branches + exceptions.length
    const exception = exceptions.findIndex((holds) => holds(values))
    if (exception >= 0) return 1 + branches + exception
    const row = rows.findIndex((tests) => tests.every((holds) => holds(values)))
    return row >= 0 ? row + 1 : body.otherwise === null ? 0 : body.rows.length + 1
  }
  const stretches = subjects.map(stretchesOf)
  const known = new Map<number, number>()
  return Array.from({ length: places(subjects) }, (_, place) => {
    const values = valuesAt(subjects, place)
    const key = values.reduce((mixed, value, at) => mixed * mostPlaces + (stretches[at]?.[value - (subjects[at]?.low ?? 0)] ?? 0), 0)
    const digit = known.get(key) ?? digitOf(values)
    known.set(key, digit)
    return digit
  })
}

/** By place, which of the stretches between its constants a value lies in: each constant is a stretch of its own. */
function stretchesOf({ low, high, values }: Subject): readonly number[] {
  const marks = new Set(values)
  let stretch = 0
  return Array.from({ length: high - low + 1 }, (_, at) => {
    if (marks.has(low + at) || marks.has(low + at - 1)) stretch += 1
    return stretch
  })
}

/** A test as a function of the subjects' values: made once, asked at every place. */
function asker(test: Core, subjects: readonly Subject[]): (values: Values) => boolean {
  if (test.op === 'and' || test.op === 'or') {
    const [left, right] = [asker(test.left, subjects), asker(test.right, subjects)]
    return test.op === 'and' ? (values) => left(values) && right(values) : (values) => left(values) || right(values)
  }
  if (test.op === 'constant') return () => test.value === true
  const question = questionOf(test)
  if (question !== null) return comparing(question.sign, subjects.findIndex((it) => it.name === question.name), question.value)
  const inner = test.op === 'not' ? asker(test.of, subjects) : (): boolean => true
  return (values) => !inner(values)
}

function comparing(sign: Question['sign'], at: number, value: number): (values: Values) => boolean {
  switch (sign) {
    case '<':
      return (values) => (values[at] ?? Number.NaN) < value
    case '<=':
      return (values) => (values[at] ?? Number.NaN) <= value
    case '>':
      return (values) => (values[at] ?? Number.NaN) > value
    case '>=':
      return (values) => (values[at] ?? Number.NaN) >= value
    default:
      return (values) => values[at] === value
  }
}

/** The number (code, 1 or 0) that a cell gives at a place; null where it does not follow from the place, as where several values share it. */
export function valueIn(subjects: readonly Subject[], place: number, cell: Core, codes: readonly string[] | null): number | null {
  const at = valuesAt(subjects, place)
  const values = new Map(subjects.map((it, k) => [it.name, at[k] ?? 0]))
  const shared = new Set(subjects.filter((it) => isShared(it, values.get(it.name) ?? 0)).map((it) => it.name))
  return worth(cell, values, shared, codes)
}

function isShared({ of, low, high }: Subject, value: number): boolean {
  const bounds = boundsOfSubject(of)
  return (value === high && bounds.high > high) || (value === low && bounds.low < low)
}

function worth(cell: Core, values: ReadonlyMap<string, number>, shared: ReadonlySet<string>, codes: readonly string[] | null): number | null {
  if (cell.op === 'constant') {
    if (typeof cell.value === 'number') return cell.value
    if (typeof cell.value === 'boolean') return cell.value ? 1 : 0
    const code = codes?.indexOf(String(cell.value)) ?? -1
    return cell.value === null || code < 0 ? null : code
  }
  if ((cell.op === 'add' || cell.op === 'subtract' || cell.op === 'multiply') && cell.checked !== true) {
    const [a, b] = [worth(cell.left, values, shared, null), worth(cell.right, values, shared, null)]
    if (a === null || b === null) return null
    return cell.op === 'add' ? a + b : cell.op === 'subtract' ? a - b : a * b + 0
  }
  const name = cell.op === 'fact' || cell.op === 'need' ? `f${cell.at}` : cell.op === 'step' ? `v${cell.at}` : null
  return name === null || shared.has(name) || cell.type.is !== 'number' || cell.type.orNull ? null : (values.get(name) ?? null)
}

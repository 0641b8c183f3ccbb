import type { Core, StepBody } from '#rules/core/core.ts'
import { cellsInOrder, giveRow, type Target } from './give-value.ts'
import { boundsOfSubject, isThere, questionOf } from './known-so-far.ts'
import { literal } from './literal.ts'
import { branch, constantOfText, fresh, leaveNow, line, type Writing } from './writing.ts'

/**
 * Writes a table over few whole numbers and choices as a look-up: one read gives the row that fires, whatever the facts, and no question is asked.
 * The look-up is filled when the code is written, by asking every row of every combination.
 */

type Table = Extract<StepBody, { is: 'table' }>

interface Subject {
  readonly name: string
  readonly of: Core
  /** What lies below the first place or above the last is asked as that place. */
  readonly low: number
  readonly high: number
}

const fewest = 4
const mostPlaces = 4096
const roomy = 255

export function writeLookUp(w: Writing, target: Target, body: Table): boolean {
  if (body.rows.length < fewest) return false
  const subjects = subjectsOf(w, body)
  if (subjects === null) return false
  const digits = firedByPlace(subjects, body)
  const index = subjects.map((it) => `${placeOf(it)}`).reduce((before, place, at) => (at === 0 ? place : `(${before}) * ${sizeOf(subjects[at] as Subject)} + ${place}`), '')
  w.uses.functions.add('filled')
  line(w, `${target.digit} = ${constantOfText(w, `filled(${digits.length}, ${literal(inRuns(digits))})`)}[${index}]`)
  if (digits.includes(0)) leaveNow(w, `${target.digit} === 0`)
  writeCells(w, target, body)
  return true
}

/** What the rows ask about, each with the stretch of values that matters; null where something else is asked, or too much. */
function subjectsOf(w: Writing, body: Table): Subject[] | null {
  const found = new Map<string, { of: Core; values: number[] }>()
  for (const row of body.rows) for (const test of row.tests) if (!collect(test, found)) return null
  if (found.size === 0 || found.size > 3) return null
  const all = [...found].map(([name, { of, values }]) => ({ name, of, ...stretch(of, values) }))
  for (const it of all) if (it.of.op === 'need' && !isThere(w, it.of)) w.expression(w, it.of)
  if (!all.every((it) => isThere(w, it.of) || strictlyFirst(w, body, it.of))) return null
  const roomyOnes = all.map((it) => (boundsOfSubject(it.of).high > it.high ? { ...it, high: Math.max(it.high, it.low + roomy) } : it))
  if (places(roomyOnes) <= mostPlaces) return roomyOnes
  return places(all) <= mostPlaces ? all : null
}

/** A step that the very first test asks about is asked for in any case. */
function strictlyFirst(w: Writing, body: Table, of: Core): boolean {
  const first = body.rows[0]?.tests[0]
  if (of.op !== 'step' && of.op !== 'column') return false
  const question = first === undefined ? null : questionOf(first.op === 'and' ? first.left : first)
  if (question === null || JSON.stringify(question.of) !== JSON.stringify(of)) return false
  w.expression(w, of)
  return true
}

function collect(test: Core, found: Map<string, { of: Core; values: number[] }>): boolean {
  if (test.op === 'and' || test.op === 'or') return collect(test.left, found) && collect(test.right, found)
  if (test.op === 'not' && questionOf(test) === null) return collect(test.of, found)
  const question = questionOf(test)
  if (question === null) return false
  const had = found.get(question.name) ?? { of: question.of, values: [] }
  had.values.push(question.value)
  found.set(question.name, had)
  return true
}

function stretch(of: Core, values: readonly number[]): { low: number; high: number } {
  const bounds = boundsOfSubject(of)
  const low = Math.min(...values) - 1
  return { low: Math.max(bounds.low, low > 0 && bounds.low >= 0 && low < roomy ? 0 : low), high: Math.min(bounds.high, Math.max(...values) + 1) }
}

function sizeOf(subject: Subject): number {
  return subject.high - subject.low + 1
}

function places(subjects: readonly Subject[]): number {
  return subjects.reduce((product, it) => product * sizeOf(it), 1)
}

/** Its place, with what lies outside brought to the ends where the type allows it. */
function placeOf({ name, of, low, high }: Subject): string {
  const bounds = boundsOfSubject(of)
  const value = of.type.is === 'boolean' ? `(${name} ? 1 : 0)` : name
  const from = low === 0 ? value : `${value} - ${literal(low)}`
  const above = bounds.high > high ? `${name} > ${literal(high)} ? ${high - low} : ` : ''
  const below = bounds.low < low ? `${name} < ${literal(low)} ? 0 : ` : ''
  return above === '' && below === '' ? `(${from})` : `(${below}${above}${from})`
}

function firedByPlace(subjects: readonly Subject[], body: Table): number[] {
  return Array.from({ length: places(subjects) }, (_, place) => {
    const values = new Map<string, number>()
    let rest = place
    for (const it of subjects.toReversed()) {
      values.set(it.name, it.low + (rest % sizeOf(it)))
      rest = Math.floor(rest / sizeOf(it))
    }
    const row = body.rows.findIndex((it) => it.tests.every((test) => holds(test, values)))
    return row >= 0 ? row + 1 : body.otherwise === null ? 0 : body.rows.length + 1
  })
}

function holds(test: Core, values: ReadonlyMap<string, number>): boolean {
  if (test.op === 'and') return holds(test.left, values) && holds(test.right, values)
  if (test.op === 'or') return holds(test.left, values) || holds(test.right, values)
  const question = questionOf(test)
  if (question === null) return test.op === 'not' && !holds(test.of, values)
  const value = values.get(question.name) ?? Number.NaN
  switch (question.sign) {
    case '<':
      return value < question.value
    case '<=':
      return value <= question.value
    case '>':
      return value > question.value
    case '>=':
      return value >= question.value
    default:
      return value === question.value
  }
}

/** How often each digit stands there in a row: short to write. */
function inRuns(digits: readonly number[]): number[] {
  const runs: number[] = []
  digits.forEach((digit, at) => {
    if (at > 0 && digits[at - 1] === digit) runs[runs.length - 2] = (runs.at(-2) ?? 0) + 1
    else runs.push(1, digit)
  })
  return runs
}

/** Rows of constants are read from a list by digit; rows that are worked out are asked for by digit. */
function writeCells(w: Writing, target: Target, body: Table): void {
  const rows = [...body.rows.map((it) => it.outputs), ...(body.otherwise === null ? [] : [body.otherwise])].map((cells) => cellsInOrder(target.step, body, cells))
  const fixed = rows.map((cells) => cells.every((it) => it.op === 'constant'))
  const made = branch(w, () => fixed.flatMap((isFixed, at) => (isFixed ? [] : [{ digit: at + 1, lines: branch(w, () => giveRow(w, { ...target, digit: fresh(w, 'd') }, rows[at] ?? [], at + 1)).lines }])))
  const listed = branch(w, () => writeLists(w, target, rows, fixed)).lines
  const text = made.value.map((it) => [`if (${target.digit} === ${it.digit}) {`, ...withoutDigit(it.lines), '} else'])
  if (listed.length === 0 && text.length > 0) w.lines.push(...text.flat(), '{}')
  else w.lines.push(...text.flat(), '{', ...listed, '}')
}

/** The digit is there already. */
function withoutDigit(lines: readonly string[]): readonly string[] {
  return lines.slice(0, -1)
}

function writeLists(w: Writing, target: Target, rows: readonly (readonly Core[])[], fixed: readonly boolean[]): void {
  const first = fixed.indexOf(true)
  if (first < 0) return
  const texts = rows.map((cells, at) => cellTexts(w, target, fixed[at] === true ? cells : (rows[first] ?? [])))
  for (let column = 0; column < (texts[0]?.length ?? 0); column++) {
    const list = [texts[0], ...texts].map((it) => it?.[column]?.js ?? '0')
    const name = texts[0]?.[column]?.name ?? ''
    line(w, `${name} = ${new Set(list).size === 1 ? list[0] : `${constantOfText(w, `[${list.join(', ')}]`)}[${target.digit}]`}`)
  }
}

/** What a row of constants would set, as names and literals. */
function cellTexts(w: Writing, target: Target, cells: readonly Core[]): { name: string; js: string }[] {
  const { lines } = branch(w, () => giveRow(w, target, cells, 0))
  return withoutDigit(lines).map((it) => {
    const at = it.indexOf(' = ')
    return { name: it.slice(0, at), js: it.slice(at + 3) }
  })
}

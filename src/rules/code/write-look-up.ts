import type { Core, Step, StepBody } from '#rules/core/core.ts'
import { branchesOf } from '#rules/core/path.ts'
import { cellsInOrder, giveRow, outputsOf, type Target } from './give-value.ts'
import { boundsOfSubject, isThere, questionOf } from './known-so-far.ts'
import { literal } from './literal.ts'
import { collectSubjects, digitsByPlace, placeOf, type Subject, subjectsWithin, valueIn } from './look-up-places.ts'
import { branch, constantOfText, fresh, leaveNow, line, type Writing } from './writing.ts'

/**
 * Writes a step over few whole numbers and choices as a look-up: one read gives what fires (`when`, exceptions, rows and all), whatever the facts, and no question is asked.
 * The look-up is filled when the code is written, by asking every row of every combination.
 */

type Table = Extract<StepBody, { is: 'table' }>

const fewest = 4

export function writeLookUp(w: Writing, target: Target, body: StepBody): boolean {
  if (body.is !== 'table' || body.rows.length < fewest) return false
  const { step } = target
  const tests = [...(step.when === null ? [] : [step.when.test]), ...step.exceptions.map((it) => it.when), ...body.rows.flatMap((row) => row.tests)]
  const found = collectSubjects(tests)
  if (found === null || !areThere(w, tests[0], found.map((it) => it.of))) return false
  const subjects = subjectsWithin(found)
  if (subjects === null) return false
  const digits = digitsByPlace(subjects, step, body)
  const at = indexOf(w, subjects)
  w.uses.functions.add('filled')
  line(w, `${target.digit} = ${constantOfText(w, `filled(${digits.length}, ${literal(inRuns(digits))})`)}[${at}]`)
  if (digits.includes(0)) leaveNow(w, `${target.digit} === 0`)
  const outputs = outputsByDigit(step, body)
  if (!writeByPlace(w, target, subjects, digits, outputs, at)) writeByDigit(w, target, outputs)
  return true
}

/** Whether all that is asked about is there already, or is there as soon as the first test is asked. */
function areThere(w: Writing, first: Core | undefined, subjects: readonly Core[]): boolean {
  const open = subjects.filter((it) => !isThere(w, it))
  if (!open.every((it) => it.op === 'need' || (first !== undefined && isAskedFirst(first, it)))) return false
  for (const it of open) w.expression(w, it)
  return true
}

function isAskedFirst(first: Core, of: Core): boolean {
  const question = questionOf(first.op === 'and' || first.op === 'or' ? first.left : first)
  return question !== null && JSON.stringify(question.of) === JSON.stringify(of)
}

function indexOf(w: Writing, subjects: readonly Subject[]): string {
  const text = subjects.map((it) => placeOf(it, boundsOfSubject(it.of))).reduce((before, place, at) => (at === 0 ? place : `(${before}) * ${(subjects[at]?.high ?? 0) - (subjects[at]?.low ?? 0) + 1} + ${place}`), '')
  const name = fresh(w)
  line(w, `const ${name} = ${text}`)
  return name
}

interface Output {
  readonly digit: number
  readonly cells: readonly Core[]
}

/** What each digit gives, by digit; null where a branch of a table with columns gives the whole record at once. */
function outputsByDigit(step: Step, body: Table): readonly Output[] {
  const branches = branchesOf(step)
  const rows = [...body.rows.map((it) => it.outputs), ...(body.otherwise === null ? [] : [body.otherwise])].map((cells) => cellsInOrder(step, body, cells))
  return [
    ...rows.map((cells, at) => ({ digit: 1 + at, cells })),
    ...step.exceptions.map((it, at) => ({ digit: 1 + branches + at, cells: [it.instead] })),
    ...(step.when === null ? [] : [{ digit: 1 + branches + step.exceptions.length, cells: [step.when.otherwise] }]),
  ]
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

/** A number, choice or yes-or-no that follows from the place alone is read by place as well, so that nothing waits for the digit. */
function writeByPlace(w: Writing, target: Target, subjects: readonly Subject[], digits: readonly number[], outputs: readonly Output[], at: string): boolean {
  const { step } = target
  if (!w.wide || outputsOf(step) !== null || step.type.orNull || !['number', 'choice', 'boolean'].includes(step.type.is)) return false
  const codes = step.type.is === 'choice' ? step.type.of : null
  const cells = new Map(outputs.map((it) => [it.digit, it.cells[0]]))
  const values = digits.map((digit, place) => {
    const cell = cells.get(digit)
    if (cell?.op === 'constant' && typeof cell.value === 'number') return cell.value
    return digit === 0 ? 0 : cell === undefined ? null : valueIn(subjects, place, cell, codes)
  })
  if (values.includes(null)) return false
  w.uses.functions.add('numbersFor')
  // With 0, which stands there before the step is worked out.
  if (step.type.is === 'number') w.proved.set(w.program.steps.indexOf(step), { low: (values as number[]).reduce((a, b) => Math.min(a, b), 0), high: (values as number[]).reduce((a, b) => Math.max(a, b), 0) })
  const list = constantOfText(w, `numbersFor(${literal(inRuns(values as number[]))})`)
  line(w, `${target.value} = ${list}[${at}]${step.type.is === 'boolean' ? ' === 1' : ''}`)
  return true
}

/** Constants are read from a list by digit; what is worked out is asked for by digit. */
function writeByDigit(w: Writing, target: Target, outputs: readonly Output[]): void {
  const columns = outputsOf(target.step)
  const fixed = outputs.filter((it) => it.cells.every((cell) => cell.op === 'constant') && it.cells.length === (columns?.length ?? 1))
  const open = outputs.filter((it) => !fixed.includes(it))
  const text = open.map((it) => {
    const { lines } = branch(w, () => giveRow(w, { ...target, digit: fresh(w, 'd') }, it.cells, 0))
    return [`if (${target.digit} === ${it.digit}) {`, ...lines.slice(0, -1), '} else']
  })
  const listed = branch(w, () => writeLists(w, target, fixed)).lines
  w.lines.push(...text.flat(), '{', ...listed, '}')
}

function writeLists(w: Writing, target: Target, fixed: readonly Output[]): void {
  const first = fixed[0]
  if (first === undefined) return
  const texts = new Map(fixed.map((it) => [it.digit, cellTexts(w, target, it.cells)]))
  const most = Math.max(...texts.keys())
  cellTexts(w, target, first.cells).forEach(({ name, js }, column) => {
    const list = Array.from({ length: most + 1 }, (_, digit) => texts.get(digit)?.[column]?.js ?? js)
    line(w, `${name} = ${new Set(list).size === 1 ? js : `${constantOfText(w, `[${list.join(', ')}]`)}[${target.digit}]`}`)
  })
}

/** What a row of constants would set, as names and literals. */
function cellTexts(w: Writing, target: Target, cells: readonly Core[]): { name: string; js: string }[] {
  const { lines } = branch(w, () => giveRow(w, target, cells, 0))
  return lines.slice(0, -1).map((it) => {
    const at = it.indexOf(' = ')
    return { name: it.slice(0, at), js: it.slice(at + 3) }
  })
}


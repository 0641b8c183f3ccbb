import type { Core, CoreRow } from '#rules/core/core.ts'
import { no } from '#rules/core/make-core.ts'
import { keyOf } from '#rules/core/nulls.ts'

/**
 * A table as a tree of questions: what the first row asks about first is worked out once, and its value leaves only the rows that it fits.
 * Rows keep their order, and nothing is asked that the rows in order would not have asked.
 */
export type TableNode =
  /** This row fires (counted from 0); -1: none does. */
  | { readonly is: 'row'; readonly row: number }
  /** The rows that are left, to be asked one by one. */
  | { readonly is: 'rows'; readonly rows: readonly OpenRow[] }
  /** One of a few words, yes or no, or null; others go on to `others`. */
  | { readonly is: 'words'; readonly subject: Core; readonly by: ReadonlyMap<unknown, TableNode>; readonly others: TableNode; readonly rows: readonly OpenRow[] }
  /** Numbers, days, times: the stretch from `starts[k]` on leads to `nodes[k + 1]`, what lies below the first to `nodes[0]`. */
  | { readonly is: 'stretches'; readonly subject: Core; readonly starts: readonly number[]; readonly nodes: readonly TableNode[]; readonly ofNull: TableNode; readonly rows: readonly OpenRow[] }

export interface OpenRow {
  readonly row: number
  readonly tests: readonly Core[]
}

const mostNodes = 4000

export function tableTree(rows: readonly CoreRow[]): TableNode {
  const made = new Map<string, TableNode>()
  const numbers = new Map(rows.flatMap((row) => row.tests).map((test, at) => [test, at]))
  const tree = (left: readonly OpenRow[]): TableNode => {
    const first = left[0]
    if (first === undefined) return { is: 'row', row: -1 }
    const test = first.tests[0]
    if (test === undefined) return { is: 'row', row: first.row }
    const key = left.map((it) => `${it.row}:${it.tests.map((one) => numbers.get(one)).join('.')}`).join()
    const known = made.get(key)
    if (known !== undefined) return known
    const subject = made.size < mostNodes ? subjectOf(test) : null
    const node: TableNode = subject === null ? { is: 'rows', rows: left } : partedBy(subject, left, tree)
    made.set(key, node)
    return node
  }
  return tree(rows.map((row, at) => ({ row: at, tests: row.tests })))
}

function partedBy(subject: Core, left: readonly OpenRow[], tree: (rows: readonly OpenRow[]) => TableNode): TableNode {
  const name = keyOf(subject)
  const about = new Set(left.flatMap((row) => row.tests.filter((test) => asksOnly(test, name))))
  const constants = new Set<unknown>()
  for (const test of about) collectConstants(test, constants)
  const of = (value: unknown): TableNode => tree(left.flatMap((row) => rowLeft(row, about, value)))
  const kind = subject.type.is
  if (kind === 'number' || kind === 'date' || kind === 'time') {
    const figures = [...constants].filter((it) => typeof it === 'number').sort((a, b) => a - b)
    const starts = [...new Set(figures.flatMap((it) => [it, it + 1]))].sort((a, b) => a - b)
    const nodes = [of((starts[0] ?? 0) - 1), ...starts.map((start) => of(start))]
    return { is: 'stretches', subject, starts, nodes, ofNull: subject.type.orNull ? of(null) : { is: 'row', row: -1 }, rows: left }
  }
  const by = new Map([...constants, ...(kind === 'boolean' ? [true, false] : [])].map((value) => [value, of(value)]))
  return { is: 'words', subject, by, others: of(elsewhere), rows: left }
}

// A row that the value does not fit is out, unless a test before asks for more than facts: it is asked all the same, as rows in order would ask it.
function rowLeft(row: OpenRow, about: ReadonlySet<Core>, value: unknown): readonly OpenRow[] {
  const fails = row.tests.findIndex((test) => about.has(test) && !holds(test, value))
  if (fails < 0) return [{ row: row.row, tests: row.tests.filter((test) => !about.has(test)) }]
  const before = row.tests.slice(0, fails).filter((test) => !about.has(test))
  const asks = before.findLastIndex((test) => !asksFacts(test))
  return asks < 0 ? [] : [{ row: row.row, tests: [...before.slice(0, asks + 1), no] }]
}

/** Reads nothing but facts and constants, and cannot stop. */
function asksFacts(test: Core): boolean {
  const subject = subjectOf(test)
  return test.op === 'constant' || subject?.op === 'need' || subject?.op === 'fact'
}

/** Equal to no constant. */
const elsewhere = Symbol('another word')

/** The one cheap value that a test compares with constants, or null where it asks for more. */
function subjectOf(test: Core): Core | null {
  const found = firstSubject(test)
  return found !== null && found.type.is !== 'list' && found.type.is !== 'record' && found.type.is !== 'quotient' && asksOnly(test, keyOf(found)) ? found : null
}

function firstSubject(test: Core): Core | null {
  switch (test.op) {
    case 'not':
      return firstSubject(test.of)
    case 'and':
    case 'or':
      return firstSubject(test.left)
    case 'same':
    case 'compare':
      return bare(test.left)
    default:
      return bare(test)
  }
}

// The same fact may stand as it is, as it is used and as it is sure not to be null: the one that may be null is the subject.
function bare(core: Core): Core | null {
  if (core.op === 'sure') return bare(core.of)
  return core.op === 'need' || core.op === 'fact' || core.op === 'step' || core.op === 'column' || core.op === 'local' ? core : null
}

function asksOnly(test: Core, name: string): boolean {
  switch (test.op) {
    case 'not':
      return asksOnly(test.of, name)
    case 'and':
    case 'or':
      return asksOnly(test.left, name) && asksOnly(test.right, name)
    case 'same':
    case 'compare':
      return isSubject(test.left, name) && test.right.op === 'constant'
    case 'constant':
      return typeof test.value === 'boolean'
    default:
      return test.type.is === 'boolean' && isSubject(test, name)
  }
}

function isSubject(core: Core, name: string): boolean {
  const it = bare(core)
  return it !== null && keyOf(it) === name
}

function collectConstants(test: Core, into: Set<unknown>): void {
  if (test.op === 'not') collectConstants(test.of, into)
  if (test.op === 'and' || test.op === 'or') {
    collectConstants(test.left, into)
    collectConstants(test.right, into)
  }
  if ((test.op === 'same' || test.op === 'compare') && test.right.op === 'constant') into.add(test.right.value)
}

function holds(test: Core, value: unknown): boolean {
  switch (test.op) {
    case 'not':
      return !holds(test.of, value)
    case 'and':
      return holds(test.left, value) && holds(test.right, value)
    case 'or':
      return holds(test.left, value) || holds(test.right, value)
    case 'same':
      return test.right.op === 'constant' && test.right.value === value
    case 'compare':
      return test.right.op === 'constant' && compares(test.sign, value as number, test.right.value as number)
    case 'constant':
      return test.value === true
    default:
      return value === true
  }
}

function compares(sign: '<' | '<=' | '>' | '>=', a: number, b: number): boolean {
  return sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b
}

/** Which of the nodes a number leads to: read from a list where the stretches lie near each other, else found by halving. */
export function stretchFinder(starts: readonly number[]): (value: number) => number {
  const [low, high] = [starts[0] ?? 0, starts.at(-1) ?? 0]
  if (high - low > 1024) return (value) => halved(starts, value)
  const places = new Uint16Array(high - low + 2)
  for (let value = low - 1; value <= high; value++) places[value - low + 1] = halved(starts, value)
  const last = places.length - 1
  return (value) => (value < low ? 0 : (places[value > high ? last : value - low + 1] ?? 0))
}

// How many starts are not above the value.
function halved(starts: readonly number[], value: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

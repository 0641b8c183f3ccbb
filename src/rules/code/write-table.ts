import type { Core, StepBody } from '#rules/core/core.ts'
import { learn, truth } from './known-so-far.ts'
import { cellsInOrder, giveRow, type Target } from './give-value.ts'
import { branch, fresh, leaveNow, line, type Writing } from './writing.ts'

/**
 * Writes a table as nested questions: rows that begin with the same test stand under one question, and what the questions before have settled is not asked again.
 * A row fires exactly where the first row of which every test holds would; tests are asked in the order in which they are written.
 */

type Table = Extract<StepBody, { is: 'table' }>

interface Row {
  readonly tests: readonly Core[]
  /** Its place among the table's rows; `otherwise` comes after them. */
  readonly at: number
  readonly cells: readonly Core[]
}

export function writeTable(w: Writing, target: Target, body: Table): void {
  const rows = rowsOf(target, body)
  const first = rows[0]
  const asked = first === undefined ? 'never' : unsettled(w, first.tests)
  // What the first question needs is needed in any case, so it stands outside.
  if (asked !== 'never' && asked[0] !== undefined) w.expression(w, asked[0])
  const label = fresh(w, 'r')
  const inside = branch(w, () => {
    const always = writeRows(w, rows, (row) => {
      giveRow(w, target, row.cells, 1 + row.at)
      line(w, `break ${label}`)
    })
    if (!always) leaveNow(w)
  })
  w.lines.push(`${label}: {`, ...inside.lines, '}')
}

function rowsOf({ step }: Target, body: Table): Row[] {
  const rows: Row[] = body.rows.map((row, at) => ({ tests: row.tests.flatMap(parts), at, cells: cellsInOrder(step, body, row.outputs) }))
  return body.otherwise === null ? rows : [...rows, { tests: [], at: rows.length, cells: cellsInOrder(step, body, body.otherwise) }]
}

/** `a and b` asks a, then b. */
export function parts(test: Core): Core[] {
  return test.op === 'and' ? [...parts(test.left), ...parts(test.right)] : [test]
}

/** Whether one of the rows fires in any case. */
function writeRows(w: Writing, rows: readonly Row[], fire: (row: Row) => void): boolean {
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row
    const left = unsettled(w, row.tests)
    if (left === 'never') {
      at += 1
      continue
    }
    const first = left[0]
    if (first === undefined) {
      fire(row)
      return true
    }
    const group = groupOf(w, rows.slice(at), first)
    const test = w.expression(w, first).js
    const inside = branch(w, () => {
      learn(w, first, true)
      return writeRows(w, group.rows, fire)
    })
    w.lines.push(`if (${test}) {`, ...inside.lines, '}')
    if (inside.value) learn(w, first, false)
    at += group.taken
  }
  return false
}

/** The rows from here on that begin with this test, without it. */
function groupOf(w: Writing, rows: readonly Row[], first: Core): { readonly rows: Row[]; readonly taken: number } {
  const key = JSON.stringify(first)
  const group: Row[] = []
  let taken = 0
  for (const row of rows) {
    const left = unsettled(w, row.tests)
    if (left !== 'never' && (left[0] === undefined || JSON.stringify(left[0]) !== key)) break
    if (left !== 'never') group.push({ ...row, tests: left.slice(1) })
    taken += 1
  }
  return { rows: group, taken }
}

/** The tests that are still open; `never` where one is settled not to hold before any that is open. */
function unsettled(w: Writing, tests: readonly Core[]): readonly Core[] | 'never' {
  const open: Core[] = []
  for (const test of tests) {
    const settled = truth(w, test)
    if (settled === false && open.length === 0) return 'never'
    if (settled !== true) open.push(test)
  }
  return open
}

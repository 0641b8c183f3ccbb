import type { Expression, UnaryTests } from '#rules/feel/expression.ts'
import { parseUnaryTests } from '#rules/feel/parse-expression.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { nothing, text } from '#rules/read/make-expression.ts'
import { expressionOf, parsed, remembered, shortened } from '#rules/read/node-expression.ts'
import { isNamedValue } from '#rules/read/pack-rules.ts'
import { readRecords } from '#rules/read/read-csv.ts'
import { readType, typeKeys } from '#rules/read/read-types.ts'
import { frameOf, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import type { FactType, TableBody, TableRow } from '#rules/rule-book.ts'
import { problem } from '#plain/problem.ts'

/** A decision table, from its lines or from a file: heads and cells parted into tests and outputs. */

export const tableKeys = ['table', 'file', 'hit', 'outputs', 'types']

/** Rows of cells as written, with the line of each. */
interface Grid {
  readonly file: string
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[]
}

export function readTable(room: ValueRoom): Spelled | null {
  const { sheet } = room
  const grid = sheet.has('file') ? gridOfFile(sheet) : gridOfLines(sheet)
  const head = grid?.rows[0]
  if (grid === null || head === undefined) return null
  const parts = partHeads(room, head.cells, head.line)
  if (parts === null) return null
  const inputs = head.cells.slice(0, parts.inputs).flatMap((cell) => inputOf(cell, head.line, sheet) ?? [])
  if (inputs.length < parts.inputs) return null
  const tested = inputs.map(({ value }) => value)
  const outputs = outputsOf(room, head.cells.slice(parts.inputs, parts.outputs))
  const rows = grid.rows.slice(1).flatMap((row) => readRow(row, grid, parts, head.cells, tested, sheet) ?? [])
  if (rows.length < grid.rows.length - 1) return null
  if (rows.length === 0) sheet.tell('rules/table', 'The table has no rows.', 'Write at least one row under its heads.', head.line)
  const otherwise = readOtherwise(sheet, outputs.map(({ name }) => name))
  if (otherwise === null && sheet.has('otherwise')) return null
  const body: TableBody = { is: 'table', hit: readHit(sheet), inputs, outputs, rows, otherwise }
  return { body, frame: frameOf(sheet), parts: [] }
}

interface Parts {
  /** How many columns are tests, and where the outputs end. */
  readonly inputs: number
  readonly outputs: number
  readonly clauseAt: number
  readonly saysAt: number
}

function inputOf(head: string, line: number, sheet: Sheet): TableBody['inputs'][number] | null {
  const value = parsed(head, line, sheet.place)
  return value === null ? null : { head, value }
}

function gridOfLines(sheet: Sheet): Grid | null {
  // In a block `table: name` the first key is taken by the name, so the lines stand under `rows`.
  const node = sheet.node(sheet.has('rows') ? 'rows' : 'table')
  if (node?.is !== 'text') {
    sheet.tell('rules/table', 'The table has no lines.', 'Write "table: |" and the rows below it, each between "|" ("rows: |" in a block that is a table).', sheet.lineOf('table'))
    return null
  }
  const rows: { cells: string[]; line: number }[] = []
  node.text.split('\n').forEach((line, index) => {
    const words = line.trim()
    if (words === '' || words.startsWith('#')) return
    const cells = words.replace(/\s+#\s[^|]*$/, '').replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
    if (!cells.every((cell) => /^:?-{2,}:?$/.test(cell))) rows.push({ cells, line: node.textLine + index })
  })
  return { file: sheet.place.file, rows }
}

function gridOfFile(sheet: Sheet): Grid | null {
  const file = sheet.words('file') ?? ''
  const text = sheet.place.pack.files.get(file)
  if (text === undefined) {
    sheet.tell('rules/no-file', `The pack has no file "${file}".`, 'Write its path inside the pack: tables/salary-index.csv.', sheet.lineOf('file'))
    return null
  }
  return { file, rows: readRecords(file, text, sheet.place.problems) }
}

/** Inputs go up to the first head that names nothing that is known; `clause` and `says` stand at the end. */
function partHeads(room: ValueRoom, heads: readonly string[], line: number): Parts | null {
  const { sheet } = room
  const saysAt = heads.at(-1) === 'says' ? heads.length - 1 : -1
  const rest = saysAt < 0 ? heads.length : saysAt
  const clauseAt = heads[rest - 1] === 'clause' ? rest - 1 : -1
  const end = clauseAt < 0 ? rest : clauseAt
  const said = sheet.list('outputs')
  const isOutput = (cell: string): boolean => (said.length > 0 ? said.includes(cell) : /^[a-z]\w*$/.test(cell) && (cell === room.name || cell === room.valueName || !(room.names.has(cell) || isNamedValue(cell, sheet.place.pack))))
  const found = heads.slice(0, end).findIndex(isOutput)
  if (found >= 0 && heads.slice(found, end).every((cell) => /^[a-z]\w*$/.test(cell))) return { inputs: found, outputs: end, clauseAt, saysAt }
  if (found < 0) sheet.tell('rules/table', 'The table has no output: each of its heads is a fact or value that is known already.', 'Name the last column after the value itself, or say "outputs: [name]".', line)
  else sheet.tell('rules/table', `After the output "${heads[found]}" stands "${heads.slice(found, end).find((cell) => !/^[a-z]\w*$/.test(cell))}", which is no name.`, 'Put the columns that are tested first, and give each output a name.', line)
  return null
}

function outputsOf(room: ValueRoom, names: readonly string[]): { name: string; type: FactType | null }[] {
  const types = room.sheet.has('types') ? room.sheet.sheet('types') : null
  const alone = names.length === 1 && room.sheet.has('type') ? readType(room.sheet, `The value "${room.name}"`) : null
  return names.map((name) => {
    const own = types?.has(name) === true ? types.sheet(name) : null
    own?.only(typeKeys)
    return { name, type: own === null ? alone : readType(own, `The output "${name}"`) }
  })
}


function readRow(row: Grid['rows'][number], grid: Grid, parts: Parts, heads: readonly string[], inputs: readonly Expression[], sheet: Sheet): TableRow | null {
  const where = { file: grid.file, line: row.line, clause: sheet.place.clause }
  if (row.cells.length !== heads.length) {
    sheet.place.problems.push(problem('rules/row-cells', `The row has ${row.cells.length} cells, and the table has ${heads.length} columns.`, 'Give each column a cell; "-" fits everything.', where))
    return null
  }
  const place = { ...sheet.place, file: grid.file }
  const tests = row.cells.slice(0, parts.inputs).map((cell, at) => testsOf(cell, where, sheet, inputs[at] ?? nothing()))
  const outputs = row.cells.slice(parts.inputs, parts.outputs).map((cell) => (cell === '-' || cell === '' ? nothing() : parsed(cell, row.line, place)))
  if (tests.some((one) => one === null) || outputs.some((one) => one === null)) return null
  const clause = parts.clauseAt < 0 ? '' : (row.cells[parts.clauseAt] ?? '')
  const says = parts.saysAt < 0 ? '' : (row.cells[parts.saysAt] ?? '')
  if (clause !== '' && !sheet.place.pack.anchors.has(clause)) sheet.place.problems.push(problem('rules/unknown-clause', `The row cites ${clause}, and the pack has no such clause.`, 'Mend the number.', where))
  return { tests: tests.filter((one) => one !== null), outputs: outputs.filter((one) => one !== null), clause: clause === '' ? null : clause, says: says === '' ? null : unquoted(says), line: row.line }
}

function unquoted(words: string): string {
  return /^".*"$/.test(words) ? words.slice(1, -1) : words
}

/** The tests of one cell; null, and told, where it cannot be read. A cell that is, as it stands, a word of the choice it tests is that word: `BA+30`, `1`. */
export function testsOf(cell: string, where: { file: string; line: number; clause: string }, sheet: Sheet, tested: Expression): UnaryTests | null {
  const offered = tested.is === 'name' ? sheet.place.choices.get(tested.name) : undefined
  if (offered?.includes(cell) === true) return { not: false, any: [{ is: 'equals', value: text(cell) }] }
  const read = remembered(sheet.place.pack.tests, cell, parseUnaryTests)
  if (read.ok) return read.value
  sheet.place.problems.push(problem('rules/cell', `The cell "${shortened(cell)}" cannot be read: ${read.problem.what}`, read.problem.next, where))
  return null
}

function readHit(sheet: Sheet): TableBody['hit'] {
  const said = sheet.words('hit')
  if (said === null || said === 'unique' || said === 'first') return said ?? 'unique'
  sheet.tell('rules/shape', `"hit" is "${said}".`, 'Write "hit: unique" (rows may not overlap) or "hit: first".', sheet.lineOf('hit'))
  return 'unique'
}

/** What fills a table's gaps: `not covered`, one value, or a map with one for each output. */
export function readOtherwise(sheet: Sheet, outputs: readonly string[]): TableBody['otherwise'] {
  const node = sheet.node('otherwise')
  if (node === null) return null
  if (node.is === 'text' && node.text === 'not covered') return 'not covered'
  if (outputs.length === 1 && node.is !== 'map') {
    const value = expressionOf(node, sheet.place)
    return value === null ? null : [value]
  }
  if (outputs.length > 1 && node.is === 'text' && node.text === 'null') return outputs.map(() => nothing())
  const map = node.is === 'map' ? sheet.sheet('otherwise') : null
  if (map === null) {
    sheet.tell('rules/shape', `"otherwise" fills ${outputs.length} outputs.`, `Write "otherwise: {${outputs.map((name) => `${name}: ...`).join(', ')}}".`, sheet.lineOf('otherwise'))
    return null
  }
  map.only(outputs)
  const values = outputs.map((name): Expression | null => map.neededExpression(name))
  return values.some((value) => value === null) ? null : values.filter((value) => value !== null)
}

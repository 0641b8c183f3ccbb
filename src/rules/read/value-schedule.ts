import { problem } from '#plain/problem.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import type { Expression, UnaryTests } from '#rules/feel/expression.ts'
import { nothing, text } from '#rules/read/make-expression.ts'
import { parsed } from '#rules/read/node-expression.ts'
import { readRecords } from '#rules/read/read-csv.ts'
import { readType } from '#rules/read/read-types.ts'
import { frameOf, inOneLine, type Spelled, type ValueRoom } from '#rules/read/spelled.ts'
import { readOtherwise, testsOf } from '#rules/read/value-table.ts'
import type { FactType, TableRow } from '#rules/rule-book.ts'

/** A grid of a file, keyed by rows (which may be bands) and columns, spelled as a table with one row for each cell. */

export const scheduleKeys = ['file', 'row', 'column', 'type', 'of', 'decimals']
const mostCells = 20_000

interface KeyedRow {
  readonly key: UnaryTests
  readonly cells: readonly string[]
  readonly line: number
}

export function readSchedule(room: ValueRoom): Spelled | null {
  const { sheet } = room
  for (const key of ['file', 'row', 'column']) if (!sheet.has(key)) sheet.missing(key)
  const file = sheet.words('file')
  const row = sheet.expression('row')
  const column = sheet.expression('column')
  const type = sheet.has('type') ? readType(sheet, `The schedule "${room.name}"`) : null
  if (file === null || row === null || column === null) return null
  const source = sheet.place.pack.files.get(file)
  if (source === undefined) {
    sheet.tell('rules/no-file', `The pack has no file "${file}".`, 'Write its path inside the pack: tables/salary-index.csv.', sheet.lineOf('file'))
    return null
  }
  const rows = cellRows(room, file, source, type, { row, column })
  const otherwise = readOtherwise(sheet, [room.name])
  if (rows === null || (otherwise === null && sheet.has('otherwise'))) return null
  const head = (key: string): string => inOneLine(sheet.node(key) ?? { is: 'text', text: key, plain: true, line: 0, textLine: 0 })
  const inputs = [{ head: head('row'), value: row }, { head: head('column'), value: column }]
  return { body: { is: 'table', hit: 'unique', inputs, outputs: [{ name: room.name, type }], rows, otherwise }, frame: frameOf(sheet), parts: [] }
}

function cellRows(room: ValueRoom, file: string, source: string, type: FactType | null, tested: { row: Expression; column: Expression }): TableRow[] | null {
  const { place } = room.sheet
  const records = readRecords(file, source, place.problems)
  const head = records[0]
  if (head === undefined) return null
  const where = (line: number): { file: string; line: number; clause: string } => ({ file, line, clause: place.clause })
  const columns = head.cells.slice(1).map((cell) => keyOf(cell, where(head.line), room, tested.column))
  if (columns.some((key) => key === null) || (records.length - 1) * columns.length > mostCells) {
    if (columns.every((key) => key !== null)) place.problems.push(problem('rules/csv', `The file has more than ${mostCells} cells.`, 'Part it into several schedules.', where(1)))
    return null
  }
  const rows = records.slice(1).map(({ cells, line }): KeyedRow | null => {
    const key = keyOf(cells[0] ?? '', where(line), room, tested.row)
    if (cells.length === head.cells.length) return key === null ? null : { key, cells: cells.slice(1), line }
    place.problems.push(problem('rules/row-cells', `The row has ${cells.length} cells, and the file has ${head.cells.length} columns.`, 'Give each column a cell; leave a cell without a value empty.', where(line)))
    return null
  })
  const read = rows.flatMap((row) => row?.cells.map((cell, at): TableRow | null => rowOfCell(cell, row, columns[at] ?? null, type, file, room)) ?? [null])
  return read.some((row) => row === null) ? null : read.filter((row) => row !== null)
}

function rowOfCell(cell: string, row: KeyedRow, column: UnaryTests | null, type: FactType | null, file: string, room: ValueRoom): TableRow | null {
  const value = cellValue(cell, type, row.line, file, room)
  return value === null || column === null ? null : { tests: [row.key, column], outputs: [value], clause: null, says: null, line: row.line }
}

/** `33+` is 33 and more; everything else is a cell of a table. */
function keyOf(cell: string, where: { file: string; line: number; clause: string }, room: ValueRoom, tested: Expression): UnaryTests | null {
  const open = /^(\d\S*)\s*\+$/.exec(cell)?.[1]
  if (cell !== '') return testsOf(open === undefined ? cell : `>= ${open}`, where, room.sheet, tested)
  room.sheet.place.problems.push(problem('rules/csv', 'A row or a column has no key.', 'Write its key: A, 14..16, 33+ or <= 174.', where))
  return null
}

function cellValue(cell: string, type: FactType | null, line: number, file: string, room: ValueRoom): Expression | null {
  if (cell === '' || cell === '-') return nothing()
  if (type?.is === 'text' || type?.is === 'choice') return text(cell)
  const place = { ...room.sheet.place, file }
  const figure = cell.replace(/[$,\s]/g, '')
  if (/^-?\d+(?:\.\d+)?$/.test(figure)) return parsed(type?.is === 'money' || cell.includes('$') ? figure.replace(/^(-?)/, '$1$$') : figure, line, place)
  const fits = type === null || (type.is === 'date' && parseCivilDay(cell) !== null) || type.is === 'time' || type.is === 'boolean'
  if (fits) return parsed(cell, line, place)
  place.problems.push(problem('rules/csv', `The cell "${cell}" is no ${type.is}.`, 'Mend it, or leave it empty where the schedule gives nothing.', { file, line, clause: place.clause }))
  return null
}

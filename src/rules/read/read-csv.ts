import { problem, type Problem } from '#plain/problem.ts'

/** The rows of a CSV file with their lines: commas, double quotes where a cell holds a comma, `#` lines for people. A row that cannot be read is told and left out. */
export function readRecords(file: string, text: string, problems: Problem[]): { readonly cells: readonly string[]; readonly line: number }[] {
  const rows: { cells: string[]; line: number }[] = []
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  body.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const cells = cellsOf(line)
    if (cells === null) problems.push(problem('rules/csv', 'The row has quotes that are never closed, or words after closing quotes.', 'Put a cell that holds a comma into double quotes, and write a quote inside it twice.', { file, line: index + 1 }))
    else rows.push({ cells, line: index + 1 })
  })
  if (rows.length === 0) problems.push(problem('rules/csv', 'The file has no rows.', 'Its first row holds the heads, the others the cells.', { file, line: 1 }))
  return rows
}

function cellsOf(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim())
  const cells: string[] = []
  let at = 0
  for (;;) {
    const cell = /^\s*"((?:[^"]|"")*)"\s*(?=,|$)|^([^",]*)(?=,|$)/.exec(line.slice(at))
    if (cell === null) return null
    cells.push(cell[1] === undefined ? (cell[2] ?? '').trim() : cell[1].replaceAll('""', '"'))
    at += cell[0].length
    if (at >= line.length) return cells
    at += 1
  }
}

import { tableDrafts, type CellDrafts, type LineDraft } from '#text/line-drafts.ts'

interface OpenTable {
  readonly number: number
  readonly rows: CellDrafts[][]
  /** Rows that a cell above still covers, by column. */
  readonly covered: number[]
  cell: { readonly drafts: LineDraft[]; readonly columns: number; readonly rows: number } | null
}

/** Where lines go: the page, or the cell that is open. Tables become rows of cells, with covered cells empty. */
export class HtmlTables {
  private readonly page: LineDraft[] = []
  private readonly tables: OpenTable[] = []
  private counted = 0

  add(draft: LineDraft): void {
    for (let at = this.tables.length - 1; at >= 0; at--) {
      const cell = this.tables[at]?.cell ?? null
      if (cell !== null) return void cell.drafts.push(draft)
    }
    this.page.push(draft)
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1)
    if (name === 'table') this.tables.push({ number: ++this.counted, rows: [], covered: [], cell: null })
    else if (table === undefined) return
    else if (name === 'tr') startRow(table)
    else if (name === 'td' || name === 'th') {
      endCell(table)
      if (table.rows.length === 0) startRow(table)
      table.cell = { drafts: [], columns: span(attributes['colspan'], 100), rows: span(attributes['rowspan'], 1000) }
    }
  }

  close(name: string): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    if (name === 'td' || name === 'th' || name === 'tr') endCell(table)
    if (name === 'table') this.endTable(table)
  }

  private endTable(table: OpenTable): void {
    endRow(table)
    this.tables.pop()
    for (const draft of tableDrafts(table.rows, table.number)) this.add(draft)
  }

  finish(): LineDraft[] {
    for (let table = this.tables.at(-1); table !== undefined; table = this.tables.at(-1)) this.endTable(table)
    return this.page
  }
}

function startRow(table: OpenTable): void {
  endRow(table)
  table.rows.push([])
}

function endRow(table: OpenTable): void {
  endCell(table)
  const row = table.rows.at(-1)
  if (row !== undefined) skipCovered(row, table.covered)
}

function endCell(table: OpenTable): void {
  const { cell, covered } = table
  const row = table.rows.at(-1)
  table.cell = null
  if (cell === null || row === undefined) return
  skipCovered(row, covered)
  row.push(cell.drafts)
  covered[row.length - 1] = cell.rows - 1
  for (let extra = 1; extra < cell.columns; extra++) {
    row.push(null)
    covered[row.length - 1] = cell.rows - 1
  }
}

function skipCovered(row: CellDrafts[], covered: number[]): void {
  while ((covered[row.length] ?? 0) > 0) {
    covered[row.length] = (covered[row.length] ?? 0) - 1
    row.push(null)
  }
}

function span(text: string | undefined, most: number): number {
  const value = Number.parseInt(text ?? '1', 10)
  return value >= 1 ? Math.min(value, most) : 1
}

import type { Anchor, Table } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'
import type { FoundTable } from '#book/outline/find-tables.ts'
import type { Row } from '#book/outline/lay-rows.ts'

/** The tables with the clause that each stands in. Those that turned out to be contents are left out. */
export function writeTables(tables: readonly FoundTable[], drafts: readonly Draft[], isTable: (row: Row) => boolean): Table[] {
  const written: Table[] = []
  let at = 0
  let owner: Anchor | null = null
  for (const table of tables) {
    const first = table.rows[0]
    if (first === undefined || !isTable(first)) continue
    for (let next = drafts[at]; next !== undefined && next.start <= first.start; at += 1, next = drafts[at]) owner = next.anchor
    written.push({ anchor: owner, line: first.line, rows: table.cells })
  }
  return written
}

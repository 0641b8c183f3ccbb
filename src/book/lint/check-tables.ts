import type { LintFinding, Table } from '#book/book.ts'
import { checkCalendars } from '#book/lint/check-calendars.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'
import { oddCells, pairsThatMiss, quotientsThatMiss, totalsThatMiss } from '#book/lint/table-sums.ts'
import { ownProductsThatMiss, printsIndexes, productsThatMiss } from '#book/lint/table-products.ts'
import { minimumsThatMiss } from '#book/lint/stated-minimum.ts'

/** Printed tables against their own arithmetic: indexes, sums, shares, steps, and the figures that the text says of them. */
export function checkTables(setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  const tables = setting.book.tables
  tables.forEach((table, index) => {
    for (const check of [quotientsThatMiss, pairsThatMiss, totalsThatMiss, oddCells, ownProductsThatMiss]) add(found, table, check(table), setting)
    if (printsIndexes(table)) for (const other of tables.slice(index + 1, index + 4)) add(found, other, productsThatMiss(table, other), setting)
  })
  return [...found, ...minimumsThatMiss(setting), ...checkCalendars(setting)]
}

function add(found: LintFinding[], table: Table, slips: readonly string[], setting: LintSetting): void {
  if (slips.length === 0 || table.anchor === null) return
  const place = setting.addresses.byAnchor.get(table.anchor)
  if (place === undefined) return
  found.push({ ...finding('table-mismatch', place, `In the table at line ${table.line}: ${inWords(slips, 6)}.`), line: table.line })
}

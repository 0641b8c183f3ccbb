import type { LintFinding, Table } from '#book/book.ts'
import { sectionOf, type Place } from '#book/links/address-book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { dollars, figureRows, grid } from '#book/lint/table-figures.ts'

/** The salary minimum that the text states against the lowest cell of the schedule that it stands over. */

const STATED =
  /\b(?:minimum|lowest|beginning|starting|entry|base)(?:\s+(?:annual|teacher|teaching|salary|schedule|step|rate|pay)){0,3}\s+(?:shall\s+be|is|will\s+be|equals?|of)\s+(?:set\s+at\s+)?[\s\\$]*\$\s?([\d,]{5,9}(?:\.\d\d)?)/gi

export function minimumsThatMiss(setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  for (const place of setting.addresses.places) {
    for (const match of allMatches(STATED, place.clause.text)) {
      const stated = Number((match[1] ?? '').replace(/,/g, ''))
      const table = scheduleNear(place, setting)
      if (table === null || !(stated > 5000)) continue
      const cells = grid(figureRows(table)).flatMap((row) => row.figures)
      const lowest = Math.min(...cells)
      if (cells.includes(stated) || Math.abs(stated - lowest) > lowest * 0.15) continue
      const also = table.anchor === null || table.anchor === place.anchor ? [] : [table.anchor]
      found.push(finding('table-mismatch', place, `${place.anchor} states ${dollars(stated)}, but the lowest cell of the schedule printed at line ${table.line} is ${dollars(lowest)}, and no cell is ${dollars(stated)}.`, also))
    }
  }
  return found
}

// The first table of yearly pay at or after the clause, in the same section.
function scheduleNear(place: Place, setting: LintSetting): Table | null {
  for (const table of setting.book.tables) {
    if (table.line < place.clause.line || table.line > place.clause.line + 60) continue
    const home = table.anchor === null ? undefined : setting.addresses.byAnchor.get(table.anchor)
    if (home === undefined || sectionOf(home) !== sectionOf(place)) continue
    const rows = grid(figureRows(table))
    if (rows.length >= 4 && rows.every((row) => row.figures.length >= 2 && row.figures.every((figure) => figure > 5000))) return table
  }
  return null
}

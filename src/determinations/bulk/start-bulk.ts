import { openBulkTable, type BulkTable } from '#determinations/bulk/open-bulk-table.ts'
import type { BulkWishes } from '#determinations/bulk/bulk-wishes.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { separatorOf } from '#plain/csv/parse-csv.ts'
import { makeRowBatch, scanRows } from '#plain/csv/row-batch.ts'
import { safeCell } from '#plain/csv/safe-cell.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** How a bulk run begins: the head is found, what cannot be answered is refused before the first row, and the new head is written. */

export interface StartedBulk {
  readonly table: BulkTable
  /** The head of the answered table, with its line end. */
  readonly head: Uint8Array
  /** Where the rows begin in the bytes that were given. */
  readonly rowsFrom: number
}

/** Starts with the first bytes of the file; null where they do not hold the whole head yet. `last`: there are no more. */
export function startBulk(pack: LoadedPack, bytes: Uint8Array, last: boolean, wishes: BulkWishes): Outcome<StartedBulk> | null {
  const refused = refusal(pack, wishes)
  if (refused !== null) return failed(refused)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return failed(problem('bulk/utf-16', 'The file is Unicode text of two bytes a letter.', 'Save it as "CSV UTF-8".'))
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const separator = separatorOf(new TextDecoder().decode(bytes.subarray(mark, mark + 65_536)))
  const batch = makeRowBatch(1, 1)
  const rowsFrom = scanRows(batch, bytes, mark, separator.charCodeAt(0), last)
  if (batch.rows === 0) return last || bytes.length > 1_000_000 ? failed(problem('bulk/no-head', 'The file has no first row that names its columns.', `Name the facts in the first row; steward decisions ${pack.pack.name} lists them.`)) : null
  const row = bytes.slice(batch.rowFrom[0], batch.rowEnd[0])
  const table = openBulkTable(pack, row, wishes)
  const names = table.head.answers.map((name) => separator + safeCell(name, separator)).join('')
  return { ok: true, value: { table, head: concat(bytes.subarray(0, mark), row, new TextEncoder().encode(`${names}\n`)), rowsFrom }, notes: [] }
}

function refusal(pack: LoadedPack, wishes: BulkWishes) {
  for (const name of wishes.decisions) {
    const loaded = pack.decisions.get(name)
    if (loaded === undefined) {
      const near = nearestWord(name, pack.decisions.keys())
      return problem('bulk/no-decision', `${pack.pack.name} has no decision named ${name}.`, near === null ? `steward decisions ${pack.pack.name} lists them.` : `Did you mean ${near}?`)
    }
    if (loaded.program === null) return problem('bulk/broken-rule', `The rule of ${name} has an error and cannot be run.`, 'Mend it first.', { file: loaded.decision.at.file, line: loaded.decision.at.line })
  }
  const asOf = wishes.asOf ?? null
  if (asOf !== null && parseCivilDay(asOf) === null) return problem('bulk/no-day', `${asOf} is not a day.`, 'Write year, month and day: 2010-09-01.')
  return null
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

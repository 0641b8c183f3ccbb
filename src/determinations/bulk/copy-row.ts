import { cellText } from '#determinations/bulk/column-filler.ts'
import { writeText } from '#determinations/bulk/answer-cells.ts'
import type { ByteWriter } from '#plain/csv/byte-writer.ts'
import { hasFormula, type RowBatch } from '#plain/csv/row-batch.ts'

/** Copies a row as it came, byte for byte; one with a cell that a spreadsheet would run, or with too few or too many cells, is written cell by cell, made safe, and as wide as the head. */
export function copyRow(writer: ByteWriter, batch: RowBatch, row: number, heads: number, separator: string): void {
  if (batch.cells[row] === heads && ((batch.flags[row] as number) & hasFormula) === 0) {
    writer.copy(batch.bytes, batch.rowFrom[row] as number, batch.rowEnd[row] as number)
    return
  }
  for (let cell = 0; cell < heads; cell += 1) {
    if (cell > 0) {
      writer.room(1)
      writer.byte(separator.charCodeAt(0))
    }
    writeText(writer, cellText(batch, row, cell), separator)
  }
}

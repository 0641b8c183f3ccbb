import type { PrintedPage } from '#text/pdf/printed.ts'
import type { DoubtfulPage } from '#text/pdf/read-pdf.ts'
import type { Reading } from '#text/reading.ts'

/** Pages that are pictures, read by eye. */
export async function readScannedPages(_bytes: Uint8Array, _doubtful: ReadonlyMap<number, DoubtfulPage>, _pages: number, _reading: Reading): Promise<Map<number, PrintedPage>> {
  return new Map()
}

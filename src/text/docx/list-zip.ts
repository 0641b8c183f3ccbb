import type { Reading } from '#text/reading.ts'

/** The list at the end of a zip file, checked before anything is unpacked. Nothing here believes a size that the file claims further than to refuse it. */
export interface ZipEntry {
  readonly name: string
  /** Where its own head stands in the file. */
  readonly at: number
  readonly packed: number
  readonly unpacked: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
  readonly encrypted: boolean
}

export function listZip(bytes: Uint8Array, reading: Reading): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return broken(reading, 'it ends before its own list of contents')
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count > reading.limits.zipEntries) reading.stop('text/bomb', `The file holds ${count} packed files inside; a document has a few dozen.`, 'Do not open it. Ask the sender for the agreement as PDF.')
  if (start === 0xffffffff || start > end) return broken(reading, 'its list of contents is not where it says')
  const entries = readEntries(bytes, view, start, count, reading)
  refuseBombs(entries, reading)
  return entries
}

/** The end record stands in the last 64 KB, before a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

function readEntries(bytes: Uint8Array, view: DataView, start: number, count: number, reading: Reading): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return broken(reading, 'its list of contents breaks off')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name: name.replaceAll('\\', '/'),
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function refuseBombs(entries: readonly ZipEntry[], reading: Reading): void {
  const { unpackedBytes, unpackRatio, ratioFromBytes } = reading.limits
  for (const entry of entries) {
    if (entry.unpacked > unpackedBytes || (entry.unpacked > ratioFromBytes && entry.unpacked > entry.packed * unpackRatio)) bomb(reading)
  }
}

/** Ends the reading of a file that is built to fill the memory. */
export function bomb(reading: Reading): never {
  return reading.stop('text/bomb', 'The file would become far larger when unpacked than any document is.', 'Do not open it. Ask the sender for the agreement as PDF.')
}

/** Ends the reading of a damaged zip file. */
export function broken(reading: Reading, how: string): never {
  return reading.stop('text/broken', `The file is damaged: ${how}.`, 'Copy or download it again, or open it in Word and save it afresh.')
}

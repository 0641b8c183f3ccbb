import { Inflate } from 'fflate'
import { bomb, broken, listZip, type ZipEntry } from '#text/docx/list-zip.ts'
import { Stopped, type Reading } from '#text/reading.ts'

/** The members of a zip file by name, unpacked one at a time and never past the limits, whatever sizes the file claims. */
export interface ZipFile {
  readonly names: readonly string[]
  /** Null where there is no such member. */
  member(name: string): Uint8Array | null
}

export function unpackZip(bytes: Uint8Array, reading: Reading): ZipFile {
  const entries = new Map(listZip(bytes, reading).map((entry) => [entry.name, entry]))
  const budget = { left: reading.limits.unpackedBytes }
  return {
    names: [...entries.keys()],
    member(name) {
      const entry = entries.get(name)
      return entry === undefined ? null : unpack(bytes, entry, budget, reading)
    },
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry, budget: { left: number }, reading: Reading): Uint8Array {
  if (entry.encrypted) reading.stop('text/encrypted', 'The file is protected with a password.', 'Open it, save it without the password, or ask for a copy without one.')
  const packed = packedBytes(bytes, entry, reading)
  const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, budget.left, reading) : broken(reading, 'a part of it is packed in a way that Word does not use')
  budget.left -= unpacked.length
  if (budget.left < 0) bomb(reading)
  if (crc32(unpacked) !== entry.crc) reading.note('text/damaged-part', `The part ${entry.name.slice(0, 80)} does not match its own check sum; it was read as it is.`, 'Compare the text with the original, or ask for the file again.')
  return unpacked
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry, reading: Reading): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) return broken(reading, 'a part of it is not where it says')
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (start + entry.packed > bytes.length) return broken(reading, 'it breaks off')
  return bytes.subarray(start, start + entry.packed)
}

/** Unpacks piece by piece, counting what really comes out. */
function inflate(packed: Uint8Array, most: number, reading: Reading): Uint8Array {
  const pieces: Uint8Array[] = []
  let total = 0
  const { ratioFromBytes, unpackRatio } = reading.limits
  const stream = new Inflate((piece) => {
    total += piece.length
    if (total > most || (total > ratioFromBytes && total > packed.length * unpackRatio)) bomb(reading)
    pieces.push(piece.slice())
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE) {
      reading.check()
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch (error) {
    if (error instanceof Stopped) throw error
    broken(reading, 'a part of it cannot be unpacked')
  }
  return joined(pieces, total)
}

/** Small pieces, so that a bomb is seen long before it fills the memory: one piece can grow a thousandfold at most. */
const PIECE = 8_192

function joined(pieces: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

let crcTable: Uint32Array | null = null

/** The check sum that zip files use. */
export function crc32(bytes: Uint8Array): number {
  crcTable ??= makeCrcTable()
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value >>> 0
  })
}

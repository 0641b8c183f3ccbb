/** Bytes to characters: a byte order mark is believed, then UTF-8 if the bytes are that, then UTF-16 by its empty bytes, then Windows Latin. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | string
  /** True where nothing in the file said so and the bytes are no UTF-8. */
  readonly guessed: boolean
}

export interface DecodeOptions {
  /** The bytes are only the start of the file: a letter may be cut in two at the end. */
  readonly start?: boolean
  /** What the file itself says, believed when the bytes are no UTF-8. */
  readonly declared?: string | null
}

/** The text, or null where the bytes are no text at all. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText | null {
  const marked = markedEncoding(bytes) ?? utf16WithoutMark(bytes)
  const decoded = marked === null ? unmarked(bytes, options) : { text: decode(bytes, marked), encoding: marked, guessed: false }
  return looksBinary(decoded.text) ? null : decoded
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Western text in UTF-16 has an empty byte beside nearly every letter, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const most = length * 0.35
  if (odd > most && even < length * 0.02) return 'utf-16le'
  return even > most && odd < length * 0.02 ? 'utf-16be' : null
}

function unmarked(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const whole = options.start === true ? withoutCutLetter(bytes) : bytes
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole), encoding: 'utf-8', guessed: false }
  } catch {
    const declared = options.declared ?? null
    if (declared !== null && !/^utf-?8$/i.test(declared) && known(declared)) return { text: decode(bytes, declared), encoding: declared, guessed: false }
    return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', guessed: true }
  }
}

function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--
  return end > 0 && (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes
}

function known(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes)
}

/** Text has hardly any control characters; programs and pictures are full of them. A stray empty byte is forgiven. */
function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 65_536)
  let odd = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13 && code !== 27) || code === 0x7f || code === 0xfffd) odd++
  }
  return odd > 2 + length * 0.02
}

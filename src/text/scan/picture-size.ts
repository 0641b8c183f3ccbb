/** How many dots a picture file says it has, read from its first bytes: asked before anything is unpacked. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** A TIFF may hold several pages. */
  readonly more?: true
}

export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x89) return { width: view.getUint32(16), height: view.getUint32(20) }
    return bytes[0] === 0xff ? jpegSize(view) : tiffSize(view)
  } catch {
    // It ends before its own size.
    return null
  }
}

function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Start-of-frame marks hold the size; C4, C8 and CC are other things.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

function tiffSize(view: DataView): PictureSize | null {
  const little = view.getUint8(0) === 0x49
  const start = view.getUint32(4, little)
  const count = Math.min(view.getUint16(start, little), 200)
  let width = 0
  let height = 0
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12
    const tag = view.getUint16(at, little)
    const value = view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
    if (tag === 256) width = value
    if (tag === 257) height = value
  }
  if (width <= 0 || height <= 0) return null
  const next = start + 2 + count * 12
  return next + 4 <= view.byteLength && view.getUint32(next, little) !== 0 ? { width, height, more: true } : { width, height }
}

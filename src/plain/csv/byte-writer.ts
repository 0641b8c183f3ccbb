/** Text as bytes, written one after the other into a store that grows: no string is made of a row of a large file. */
export class ByteWriter {
  bytes: Uint8Array
  length = 0

  constructor(room: number) {
    this.bytes = new Uint8Array(room)
  }

  /** Makes room for so many bytes more. */
  room(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    wider.set(this.bytes.subarray(0, this.length))
    this.bytes = wider
  }

  /** One byte; there must be room. */
  byte(sign: number): void {
    this.bytes[this.length++] = sign
  }

  /** Bytes of another store; room is made. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.room(end - start)
    const { bytes, length } = this
    // Short ones by hand; from some length on the platform's own copying is faster.
    if (end - start > 400) bytes.set(from.subarray(start, end), length)
    else for (let it = start, at = length; it < end; it += 1, at += 1) bytes[at] = from[it] as number
    this.length = length + end - start
  }

  /** A text of letters below 128, such as a day or a number; room is made. */
  ascii(text: string): void {
    this.room(text.length)
    const { bytes } = this
    let at = this.length
    for (let it = 0; it < text.length; it += 1) bytes[at++] = text.charCodeAt(it)
    this.length = at
  }

  /** A whole number of any sign, below 2^53. */
  whole(value: number): void {
    if (value < 0 || value > 999_999_999) return this.ascii(String(value))
    this.room(10)
    let figures = 1
    for (let ten = 10; ten <= value; ten *= 10) figures += 1
    let rest = value | 0
    for (let at = this.length + figures - 1; at >= this.length; at -= 1) {
      const less = (rest / 10) | 0
      this.bytes[at] = 48 + rest - less * 10
      rest = less
    }
    this.length += figures
  }

  /** What was written, as a view that the next writing changes. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }
}

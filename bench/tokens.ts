/** The least that any reader does: decode, part into lines, part the lines into words, count them. */
export function tokens(bytes: Uint8Array): number {
  const counts = new Map<string, number>()
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)) {
    for (const word of line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts.size
}

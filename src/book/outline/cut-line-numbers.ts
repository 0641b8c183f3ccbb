import type { Line } from '#text/document.ts'

/** Cuts the line numbers off that a draft bears at its left edge (1 to 28 on each page), where nearly every line bears one and they count on. */

const numbered = /^[ \t]{0,8}([0-9]{1,3})(?=[ \t]{1,}|$)/u

/** Where to cut, by the index of the line; empty where the document has no line numbers. */
export function cutLineNumbers(lines: readonly Line[]): Map<number, number[]> {
  const cuts = new Map<number, number[]>()
  let printed = 0
  let counting = 0
  let last = 0
  lines.forEach(({ text }, at) => {
    if (text.trim() === '') return
    printed += 1
    const match = numbered.exec(text)
    if (match?.[1] === undefined) return
    const value = Number(match[1])
    if (value === last + 1 || value === 1) {
      counting += 1
      cuts.set(at, [match[0].length])
    }
    last = value
  })
  return printed >= 10 && counting >= printed * 0.8 ? cuts : new Map()
}

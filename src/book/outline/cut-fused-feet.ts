import type { Line } from '#text/document.ts'

/** Cuts lines where the running foot of one page is glued to the first words of the next: `Agreement 2022-2023ARTICLE II`, `Agreement 2022-2023E. Written notice`. */

const glued = /(?<=[a-z0-9.)])(?=(?:ARTICLE|APPENDIX) (?:[IVXL]+|[0-9]+|[A-Z])\b)/gu
const often = 3

/** Where to cut, by the index of the line. */
export function cutFusedFeet(lines: readonly Line[]): Map<number, number[]> {
  const feet = runningFeet(lines)
  const cuts = new Map<number, number[]>()
  lines.forEach(({ text }, at) => {
    const foot = feet.find((it) => text.startsWith(it) && /^[A-Z]/u.test(text.slice(it.length)))
    const places = foot === undefined ? gluedHeads(text) : [foot.length]
    if (places.length > 0) cuts.set(at, places)
  })
  return cuts
}

function gluedHeads(text: string): number[] {
  if (!text.includes('ARTICLE ') && !text.includes('APPENDIX ')) return []
  return [...text.matchAll(glued)].map((match) => match.index)
}

/** Wordings that end in a figure and stand alone on a line, or before a glued heading, several times. */
function runningFeet(lines: readonly Line[]): string[] {
  const seen = new Map<string, number>()
  for (const { text } of lines) {
    const foot = text.slice(0, gluedHeads(text)[0] ?? text.length)
    if (foot.length >= 8 && foot.length < 90 && /[0-9]$/u.test(foot.slice(-1)) && /[A-Za-z]{3}/u.test(foot)) seen.set(foot, (seen.get(foot) ?? 0) + 1)
  }
  return [...seen].filter(([, times]) => times >= often).map(([foot]) => foot).slice(0, 5)
}

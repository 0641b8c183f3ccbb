import type { Line } from '#text/document.ts'
import { bestChain } from '#book/outline/best-chain.ts'
import { plainText } from '#book/outline/plain-text.ts'

/** Cuts lines that hold whole pages (a transcript without line ends) before every number that may start a clause, and before the page number fused to their end. */

const long = 450

/** Whether most of the text stands in lines as long as pages, or its numbers stand within lines that were broken anew. */
export function isFlattened(lines: readonly Line[]): boolean {
  return hasPageLines(lines) || isBrokenAnew(lines)
}

const decimalWithin = /[a-z.;:)”"]\s+[0-9]{1,2}\.[0-9]{1,2}\.?\s+["“]?[A-Z]/u

/** Decimals that open a sentence stand within lines far more often than at their head. */
function isBrokenAnew(lines: readonly Line[]): boolean {
  let within = 0
  let ahead = 0
  for (const { text } of lines) {
    if (/^\s*(?:[-*#]+\s+)?[0-9]{1,2}\.[0-9]/u.test(text)) ahead += 1
    else if (text.length < 450 && decimalWithin.test(text)) within += 1
  }
  return within >= 20 && within > 1.5 * ahead
}

function hasPageLines(lines: readonly Line[]): boolean {
  let all = 0
  let inLong = 0
  for (const line of lines) {
    all += line.text.length
    if (line.text.length >= long) inLong += line.text.length
  }
  return inLong > 0.55 * all
}

/** Where to cut, by the index of the line. */
export function cutFlatText(lines: readonly Line[]): Map<number, number[]> {
  const cuts = new Map<number, number[]>()
  const pages = hasPageLines(lines)
  const folios = fusedFolios(lines)
  lines.forEach((line, at) => {
    if ((pages && line.text.length < 200) || isContentsLine(line.text)) return
    const places = new Set(startsIn(plainText(line.text)))
    const folio = folios.get(at)
    if (folio !== undefined) places.add(folio)
    places.delete(0)
    if (places.size > 0) cuts.set(at, [...places].toSorted((one, other) => one - other))
  })
  return cuts
}

export function isContentsLine(text: string): boolean {
  return /^\s*(?:\*\*)?(?:table of contents|contents|index)\b/iu.test(text)
}

const starts: readonly RegExp[] = [
  /(?<=\s)(?:ARTICLE|Article)\s+(?:[0-9]{1,3}|[IVXL]{1,7}|[A-Z]+)\s*[:.–-]\s+(?=["“(]?[A-Z])/gu,
  /(?<=\s)ARTICLE\s+(?:[0-9]{1,3}|[IVXL]{1,7})\s+(?=[A-Z]{2})/gu,
  /(?<=\s)(?:Section\s+)?[0-9]{1,3}(?:\.[0-9]{1,3})+\.?:?(?=\s+["“(]?[A-Z])/gu,
  /(?<=\s)(?:Section|SECTION)\s+(?:[0-9]{1,3}|[A-Z])[.:](?=\s)/gu,
  /(?<=\s)(?:[a-z]|[A-Z]|[0-9]{1,2}|[ivx]{2,5}|[IVX]{2,5})[.)](?=\s+["“(]?[A-Z0-9])/gu,
  /(?<=\s)\((?:[a-z]|[A-Z]|[0-9]{1,2}|[ivx]{2,5})\)(?=\s+["“]?[A-Za-z])/gu,
]

function startsIn(plain: string): number[] {
  return starts.flatMap((pattern) => [...plain.matchAll(pattern)].map((match) => match.index)).filter((place) => !isCited(plain, place))
}

function isCited(plain: string, place: number): boolean {
  return /(?:\b(?:[Ss]ections?|[Aa]rticles?|[Aa]ppendix|[Cc]hapter|[Pp]olicy|[Rr]egulations?|[Tt]itle|[Cc]ode|CFR|AR|BP)|§)\s*$/u.test(plain.slice(Math.max(0, place - 14), place))
}

/** The page numbers at the ends of long lines that count on from line to line; where each begins. */
function fusedFolios(lines: readonly Line[]): Map<number, number> {
  const found = lines.flatMap((line, at) => {
    const match = line.text.length < 200 ? null : /\s([0-9]{1,3})\s*$/u.exec(line.text.slice(-12))
    return match?.[1] === undefined ? [] : [{ at, value: Number(match[1]), place: line.text.length - match[0].length }]
  })
  const chain = bestChain(found.map((it) => ({ value: it.value, weight: 0.5, indent: 0 })), { gap: 2 })
  const folios = new Map<number, number>()
  if (chain.picked.length < 3) return folios
  for (const pick of chain.picked) {
    const it = found[pick]
    if (it !== undefined) folios.set(it.at, it.place)
  }
  return folios
}

import type { Place } from '#book/links/address-book.ts'
import { figureOfRoman, romanOfFigure } from '#book/links/number-words.ts'

/** The numbers of clauses that stand side by side, as a row that should count up: what breaks it and what it leaves out. */

export interface Series {
  readonly strays: readonly { readonly place: Place; readonly before: Place | null; readonly after: Place | null }[]
  readonly gaps: readonly { readonly missing: readonly string[]; readonly before: Place | null; readonly after: Place }[]
}

type Style = 'figure' | 'letter' | 'roman'

interface Member {
  readonly place: Place
  readonly at: number
}

/** Null where the numbers are of no one style. */
export function seriesOf(family: readonly Place[]): Series | null {
  const style = styleOf(family)
  if (style === null) return null
  const members = family
    .map((place) => ({ place, at: ordinalOf(ownNumber(place), style) }))
    .filter((member): member is Member => member.at !== null)
  if (members.length < 2 || members.length < family.length * 0.8) return null
  const row = longestRising(members)
  // Where many stand out of order the numbering is of another kind than we think.
  if (row.length < members.length * 0.7) return null
  return { strays: straysOf(members, row), gaps: gapsOf(row, style) }
}

/** The last part of a clause's number: `6.4.2` -> `2`, `(b)` -> `b`. */
export function ownNumber(place: Place): string {
  const parts = (place.clause.number ?? '').split(/[.()\s]+/).filter((part) => part !== '')
  return parts[parts.length - 1] ?? ''
}

function styleOf(family: readonly Place[]): Style | null {
  const first = ownNumber(family[0] as Place)
  if (/^\d{1,3}$/.test(first)) return 'figure'
  const romans = family.filter((place) => figureOfRoman(ownNumber(place).toUpperCase()) !== null).length
  if (romans === family.length && (/^i$/i.test(first) || family.some((place) => ownNumber(place).length > 1))) return 'roman'
  return /^[a-z]$/i.test(first) ? 'letter' : null
}

function ordinalOf(own: string, style: Style): number | null {
  if (style === 'figure') return /^\d{1,3}$/.test(own) ? Number(own) : null
  if (style === 'roman') return figureOfRoman(own.toUpperCase())
  return /^[a-z]$/i.test(own) ? own.toLowerCase().charCodeAt(0) - 96 : null
}

// Equal numbers stay: a number printed twice is said elsewhere. The best row that ends in a value ends in its last stand so far, so that
// only the values seen are weighed for each member, and not all members before it.
function longestRising(members: readonly Member[]): readonly Member[] {
  const best: number[] = []
  const from: number[] = []
  const last = new Map<number, number>()
  let end = 0
  for (const [index, member] of members.entries()) {
    const [length, earlier] = bestBefore(members, best, last, member)
    best.push(length)
    from.push(earlier)
    last.set(member.at, index)
    if (length > (best[end] ?? 0)) end = index
  }
  const row: Member[] = []
  for (let at = end; at >= 0; at = from[at] ?? -1) row.push(members[at] as Member)
  return row.reverse()
}

/** How long the best row is that this member ends, and which member stands before it there: of equals the earliest; -1 where it begins the row. */
function bestBefore(members: readonly Member[], best: readonly number[], last: ReadonlyMap<number, number>, member: Member): readonly [number, number] {
  let longest = 1
  let from = -1
  for (const [value, index] of last) {
    if (value > member.at) continue
    const length = (best[index] ?? 0) + closeness(members[index], member)
    if (length > longest || (length === longest && from > index)) [longest, from] = [length, index]
  }
  return [longest, from]
}

// Of two rows equally long the one that counts without jumps is the printed one.
function closeness(before: Member | undefined, after: Member | undefined): number {
  return (after?.at ?? 0) - (before?.at ?? 0) <= 1 ? 1 : 0.9
}

// One number between two that count on is a stray. Two strays in a row, or a first of its kind, begin a list of their own; a number of the row that comes again is a twin.
function straysOf(members: readonly Member[], row: readonly Member[]): Series['strays'] {
  const kept = new Set(row)
  const values = new Set(row.map((member) => member.at))
  return members.flatMap((member, index) => {
    const [before, after] = [members[index - 1], members[index + 1]]
    const beside = [before, after].filter((one): one is Member => one !== undefined)
    if (kept.has(member) || member.at === 1 || values.has(member.at) || beside.some((one) => !kept.has(one))) return []
    return [{ place: member.place, before: before?.place ?? null, after: after?.place ?? null }]
  })
}

function gapsOf(row: readonly Member[], style: Style): Series['gaps'] {
  const gaps: Series['gaps'][number][] = []
  row.forEach((member, index) => {
    const before = index === 0 ? null : (row[index - 1] as Member)
    const from = before?.at ?? 0
    if (member.at - from <= 1) return
    const missing = Array.from({ length: member.at - from - 1 }, (_, step) => numberFor(member.place, from + step + 1, style))
    gaps.push({ missing, before: before?.place ?? null, after: member.place })
  })
  return gaps
}

function numberFor(like: Place, ordinal: number, style: Style): string {
  const own = ownNumber(like)
  const sign = style === 'figure' ? String(ordinal) : style === 'letter' ? String.fromCharCode(96 + ordinal) : romanOfFigure(ordinal)
  const cased = own === own.toUpperCase() ? sign.toUpperCase() : sign.toLowerCase()
  const number = like.clause.number ?? ''
  const at = number.lastIndexOf(own)
  return number.slice(0, at) + cased + number.slice(at + own.length)
}

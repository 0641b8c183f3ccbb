import type { Row } from '#book/outline/lay-rows.ts'
import type { Scan } from '#book/outline/scan-marks.ts'

/** Weighs, from the layout round it, whether a number at the head of a row starts a clause or is a reference that the line break put there. */

/** A number that may start a clause; places count in the whole text. */
export interface Mark extends Scan {
  readonly row: Row
  /** Order among the numbers at the head of one row: 0 for the first. */
  readonly rank: number
  readonly weight: number
}

const citing = /(?:\b(?:[Ss]ections?|SECTIONS?|[Ss]ec\.|[Aa]rticles?|ARTICLES?|[Aa]rt\.|[Ss]ubsections?|[Pp]aragraphs?|provisions?|[Aa]ppendix|[Cc]hapter|[Tt]itle|rule|part|in|of|and|or|to|through|under|with|per|by|[Ss]ee|than|the|least|for|from|on|at|between|within|exceed|[Nn]o\.|number|step|level|page|[Pp]olicy|[Cc]ode|a|an|is|are|be|§)|[,&(/§+=$-])\s*$/u
const closed = /[.:;!?]["”’')\]*]*\s*(?:<\/[biu]>\s*)*(?:\*\*)?$|[;,]\s*(?:and|or|and\/or|but)\s*$/iu
const goesOn = /^\s*(?:above|below|and|or|of|through|thru|to|hereof|herein|hours?|minutes?|percent|%|days?|years?|shall|will|may|is|are|was|if|in|for|per|with|who|which|that)\b/u
const goesOnSign = /^\s*[,;%)\]–=+/-]/u

/** From about -6 (surely a reference) to 3 (surely a clause). `before` is the row with print before this one. */
export function weighMark(row: Row, scan: Scan, rank: number, before: Row | null, gap: boolean): number {
  const after = row.plain.slice(scan.end)
  return (rank > 0 ? 1 : weighBefore(row, before, gap)) + weighAfter(after) + (scan.word === null ? 0 : 0.3)
}

function weighBefore(row: Row, before: Row | null, gap: boolean): number {
  if (before === null) return 1
  const plain = before.plain.trimEnd()
  const cites = citing.test(plain) && (plain.trim().length > 40 || /[a-z]$/u.test(plain) === false || !/^\s*[A-Z0-9]/u.test(plain))
  if (gap && !cites) return 1.6
  if (closed.test(plain)) return gap ? 1.8 : 1
  if (cites) return gap ? -1.5 : -4
  const short = plain.trim().length < 50
  if (isCapitals(plain)) return 1
  if (row.indent > before.indent + 1 && before.plain.trim().length > 60) return 0
  return short ? 0.6 : -1.2
}

function weighAfter(after: string): number {
  if (goesOnSign.test(after)) return -3
  if (goesOn.test(after)) return after.trim().length < 60 ? -2.5 : -0.8
  const rest = after.trim()
  if (rest === '') return 0
  return /^[a-z]/u.test(rest) ? -0.4 : 0.8
}

function isCapitals(plain: string): boolean {
  return /[A-Z]{3}/u.test(plain) && !/[a-z]{2}/u.test(plain)
}

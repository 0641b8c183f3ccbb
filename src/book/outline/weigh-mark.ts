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

/** Words that a sentence cannot end in, and that a cited number follows. */
const citing = /(?:\b(?:[Ss]ections?|SECTIONS?|[Ss]ec\.|[Aa]rticles?|ARTICLES?|[Aa]rt\.|[Ss]ubsections?|[Pp]aragraphs?|[Aa]ppendix|in|of|and|or|to|through|under|with|per|by|[Ss]ee|than|the|least|for|from|on|at|between|within|exceed|[Nn]o\.|a|an|is|are|be|§)|[&(/§+=$-])\s*$/u
const mayCite = /\b(?:[Cc]hapter|[Tt]itle|provisions?|rule|part|number|step|level|page|[Pp]olicy|[Cc]ode)\s*$/u
const closed = /[.:;!?]["”’')\]*]*\s*(?:<\/[bi]>\s*)*(?:\*\*)?$|[;,]\s*(?:and|or|and\/or|but)\s*$/iu
const refers = /^\s*(?:above|below|hereof|herein|hereinabove)\b/u
const goesOn = /^\s*(?:and|or|of|through|thru|hours?|minutes?|percent|%|days?|years?|shall|will|may|is|are|was)\b/u
const goesOnSign = /^\s*[,;%)\]–=+/-]/u
const headed = /^\s*[-–:.]+\s+["“(]?[A-Z]/u

/** From about -6 (surely a reference) to 3 (surely a clause). `before` is the row with print before this one. */
export function weighMark(row: Row, scan: Scan, rank: number, before: Row | null, gap: boolean): number {
  const after = row.plain.slice(scan.end)
  const decimal = scan.readings.some((reading) => reading.path.length > 1)
  return (rank > 0 ? 1 : weighBefore(row, before, gap, decimal)) + weighAfter(after, decimal) + (scan.word === null ? 0 : 0.3)
}

function weighBefore(row: Row, before: Row | null, gap: boolean, decimal: boolean): number {
  // A list mark of Markdown begins a block of its own, whatever stands before it.
  if (before === null || /^\s*(?:[-*•]|#{1,6})\s/u.test(row.plain)) return 1
  const plain = before.plain.trimEnd()
  const trimmed = plain.trim()
  if (closed.test(plain)) return gap ? 1.8 : 1
  if (trimmed.endsWith(',')) return gap ? 1.2 : decimal ? -1 : 0.4
  const running = trimmed.length > 40 || !/^[A-Z0-9]/u.test(trimmed)
  if (citing.test(plain) && (running || !/[a-z]$/u.test(trimmed))) return gap ? -1.5 : -4
  if (gap) return 1.6
  if (running && mayCite.test(plain)) return -1.5
  if (isCapitals(plain)) return 1
  if (row.indent > before.indent + 1 && trimmed.length > 60) return 0
  return trimmed.length < 50 ? 0.6 : -1.2
}

function weighAfter(after: string, decimal: boolean): number {
  const rest = after.trim()
  if (headed.test(after)) return 0.8
  if (goesOnSign.test(after)) return -3
  if (refers.test(after)) return -5
  if (goesOn.test(after)) return rest.length < 60 && decimal ? -2.5 : -0.8
  if (rest === '') return 0
  return /^[a-z]/u.test(rest) ? -0.4 : 0.8
}

function isCapitals(plain: string): boolean {
  return /[A-Z]{3}/u.test(plain) && !/[a-z]{2}/u.test(plain)
}

import type { Row } from '#book/outline/lay-rows.ts'
import type { Scan } from '#book/outline/scan-marks.ts'

/**
 * Reads the numbers of nested automatic lists, of which a web page shows only the last figure: `1.` under `2.` under `4.` is 4.2.1. The place of each follows
 * from how far it is set in; the outermost, where they are headings, are the articles.
 */

/** The numbers by their row's index; none where no run of labelled headings holds lists of figures, or where sections have whole numbers (`4.2`) already. */
export function readNestedLabels(rows: readonly Row[]): ReadonlyMap<number, Scan> {
  const labelled = rows.flatMap((row) => labelledRow(row))
  const tops = labelled.filter(({ row, left }) => row.hint?.heading !== undefined && left === outermost(labelled))
  const found = new Map<number, Scan>()
  if (tops.length < 2 || !tops.every(({ value }, at) => value === at + 1) || labelled.every(({ left }) => left === tops[0]?.left) || rows.filter((row) => whole.test(row.plain)).length >= tops.length) return found
  const open: Labelled[] = []
  let at = labelled.findIndex((it) => it === tops[0])
  for (; at < labelled.length; at += 1) {
    const here = labelled[at]
    if (here === undefined) break
    while (open.length > 0 && (open.at(-1)?.left ?? 0) >= here.left) open.pop()
    open.push(here)
    const path = open.flatMap(({ value }) => (value === null ? [] : [value]))
    if (path.length === open.length && open[0]?.row.hint?.heading !== undefined) found.set(here.row.index, scanOf(here, path))
  }
  return found
}

const whole = /^\s*[0-9]{1,3}\.[0-9]/u

interface Labelled {
  readonly row: Row
  readonly left: number
  /** Null where the label is no figure. */
  readonly value: number | null
}

function labelledRow(row: Row): Labelled[] {
  const label = row.hint?.label
  const left = row.hint?.left
  if (label === undefined || left === undefined || !/^(?:[0-9]{1,3}|[A-Za-z]{1,5})[.)]$/u.test(label) || !row.plain.trimStart().startsWith(label)) return []
  return [{ row, left, value: /^[0-9]/u.test(label) ? Number.parseInt(label, 10) : null }]
}

/** Of the labelled headings. */
function outermost(labelled: readonly Labelled[]): number {
  return labelled.reduce((least, { row, left }) => (row.hint?.heading === undefined ? least : Math.min(least, left)), Number.POSITIVE_INFINITY)
}

function scanOf({ row }: Labelled, path: readonly number[]): Scan {
  const start = row.plain.search(/\S/u)
  const printed = path.join('.')
  return { start, end: start + (row.hint?.label ?? '').length, word: path.length === 1 ? 'article' : null, readings: [{ series: path.length === 1 ? 'Article' : 'dec', path, printed, cost: 0 }] }
}

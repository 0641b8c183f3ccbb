import type { PrintedItem, PrintedLine } from '#text/pdf/printed.ts'

/** Numbers printed beside each line of a draft, counting down the left edge: taken out of the lines and kept as one line of furniture. */
export function takeLineNumbers(items: readonly PrintedItem[]): { body: readonly PrintedItem[]; numbers: PrintedLine[] } {
  const edge = leftEdge(items)
  const figures = items.filter((item) => /^\s*\d{1,4}\s*$/.test(item.text) && item.x1 < edge - 2).sort((one, other) => one.y - other.y)
  if (figures.length < 8 || !countsDown(figures) || !besideProse(figures, items)) return { body: items, numbers: [] }
  const taken = new Set(figures)
  const first = figures[0]
  const text = figures.map((item) => item.text.trim()).join(' ')
  const line: PrintedLine = { text, left: first?.x0 ?? 0, y: first?.y ?? 0, size: first?.size ?? 0, bold: false, cells: null, table: null, furniture: true }
  return { body: items.filter((item) => !taken.has(item)), numbers: [line] }
}

/** Where nearly all words begin at the earliest. */
function leftEdge(items: readonly PrintedItem[]): number {
  const lefts = items.filter((item) => /\p{L}{2}/u.test(item.text)).map((item) => item.x0).sort((one, other) => one - other)
  return lefts[Math.floor(lefts.length * 0.05)] ?? 0
}

function countsDown(figures: readonly PrintedItem[]): boolean {
  const values = figures.map((item) => Number(item.text))
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  if (step !== 1 && step !== 5) return false
  const steady = values.filter((value, at) => at > 0 && value - (values[at - 1] ?? 0) === step).length
  return steady >= 0.95 * (values.length - 1) && Math.min(spread(figures.map((item) => item.x0)), spread(figures.map((item) => item.x1))) < 4
}

function spread(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0) - values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

/** The first column of a table also counts down; beside it stand figures, not sentences. */
function besideProse(figures: readonly PrintedItem[], items: readonly PrintedItem[]): boolean {
  const prose = items.filter((item) => item.text.split(' ').length >= 4).map((item) => Math.round(item.y))
  const heights = new Set(prose.flatMap((y) => [y - 2, y - 1, y, y + 1, y + 2]))
  return figures.filter((item) => heights.has(Math.round(item.y))).length >= 0.5 * figures.length
}

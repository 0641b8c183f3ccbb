import { bestChain } from '#book/outline/best-chain.ts'
import type { Placed } from '#book/outline/best-spine.ts'
import { firstFrom } from '#book/outline/first-from.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Chooses, among the lists that the numbers of a stretch could make (`1.`, `A.`, `(a)`, `i.` …), the one that holds the others. */

export interface List {
  readonly series: string
  readonly items: readonly Placed[]
}

interface Offer extends List {
  readonly score: number
}

/** What it takes to be a list at all: one sound item and a beginning. */
const leastScore = 2
const startOver = 3

/** `above` are the looks already used by the lists round this stretch; `favourite` is the look of most chapters' own list, null further down. `lone`: a single `Section A.` may be the whole list. */
export function chooseList(marks: readonly Mark[], above: readonly string[], favourite: string | null, lone: boolean): List | null {
  const placed = bySeries(marks, above)
  const straight = new Map<string, Offer>()
  for (const [series, list] of placed) straight.set(series, offer(series, list, false))
  let best: { list: Offer; rank: number } | null = null
  for (const [series, list] of placed) {
    const once = straight.get(series)
    const again = offer(series, list, true)
    const found = once === undefined || !(startsOverInside(again, straight) || (lone && startsOverAside(again))) ? again : once
    const first = found.items[0]
    if (first === undefined || found.score < leastScore) continue
    if (found.items.length < 2 && (series.startsWith('Section') ? !lone || (favourite !== null && placed.has(favourite) && favourite !== series) || !opensAlone(first, marks) : first.mark.rank > 0)) continue
    const rank = (series === favourite && !hangs(first, straight) && !isEnclosed(found, straight) ? 10 : series.startsWith('Section') && found.items.length < 2 ? 6 : opensFor(found, marks) ? 1.5 : 0) - 3 * Math.min(marks.indexOf(first.mark), 5) - 4 * Math.min(startsAgain(list), 3) + Math.min(found.score, 6) - (isHeld(list, straight, placed) ? 30 : 0)
    if (best === null || rank > best.rank) best = { list: found, rank }
  }
  return best === null ? null : best.list
}

/** Set in from the list that begins before it. */
function hangs({ mark }: Placed, others: ReadonlyMap<string, Offer>): boolean {
  return [...others.values()].some(({ items: [head, second], score }) => head !== undefined && second !== undefined && score >= leastScore && head.mark.start < mark.start && second.mark.start > mark.start && head.mark.row.indent <= mark.row.indent - 3 && Math.abs(head.mark.row.indent - second.mark.row.indent) <= 1)
}

/** The whole list stands between two items of another that follow one another. */
function isEnclosed(list: Offer, others: ReadonlyMap<string, Offer>): boolean {
  const first = list.items[0]?.mark.start ?? 0
  const last = list.items.at(-1)?.mark.start ?? 0
  return [...others.values()].some(({ items }) => {
    const at = firstFrom(items.map((item) => item.mark), last + 1)
    const [before, after] = [items[at - 1], items[at]]
    return before !== undefined && after !== undefined && before.mark.start < first && after.reading.path[0] === (before.reading.path[0] ?? 0) + 1 && after.mark.weight >= 1 && items[0]?.reading.path[0] === 1
  })
}

/** Begins anew only behind items of another list, which begins once and is not set in further: what stood before that list is but a list of its own. */
function isHeld(list: readonly Placed[], others: ReadonlyMap<string, Offer>, placed: ReadonlyMap<string, readonly Placed[]>): boolean {
  const starts = list.filter((it) => it.reading.path[0] === 1 && it.reading.cost === 0 && it.mark.weight > 0)
  const first = starts[0]
  if (first === undefined || starts.length < 2) return false
  return [...others.values()].some(({ series, items }) => {
    if (series === first.reading.series || items.length < ((items[0]?.mark.start ?? 0) < first.mark.start ? 2 : 3) || items[0]?.reading.path[0] !== 1 || startsAgain(placed.get(series) ?? []) >= starts.length - 1 || items.some((item) => item.mark.row.indent > first.mark.row.indent + 1)) return false
    const marks = items.map((item) => item.mark)
    return starts.every((start, at) => at === 0 || (marks[firstFrom(marks, (starts[at - 1] as Placed).mark.start + 1)]?.start ?? Number.POSITIVE_INFINITY) < start.mark.start) && (items.at(-1)?.reading.path[0] ?? 0) <= items.length * 1.5
  })
}

/** One item alone, first of all the numbers, under which another list begins at once. */
function opensFor({ items: [only, more] }: Offer, marks: readonly Mark[]): boolean {
  return only !== undefined && more === undefined && only.mark === marks[0] && only.reading.path[0] === 1 && only.reading.cost === 0 && only.mark.weight >= 0.8 && marks[1]?.readings.some((reading) => reading.path[0] === 1 && reading.cost === 0) === true && marks[1].row.indent >= only.mark.row.indent
}

/** An article's own list starts over, if at all, at the same edge and at no less length. */
function startsOverAside({ items }: Offer): boolean {
  const starts = items.flatMap((item, at) => (item.reading.path[0] === 1 ? [at] : []))
  const indent = items[0]?.mark.row.indent ?? 0
  return starts.some((start, at) => Math.abs((items[start]?.mark.row.indent ?? 0) - indent) > 1 || (at > 0 && (starts[at + 1] ?? items.length) - start < (starts[1] ?? 0)))
}

/** `Section A.` or `Section 1.` with a mark behind it, first of all the numbers: an article may have but one section. */
function opensAlone({ mark, reading }: Placed, marks: readonly Mark[]): boolean {
  return mark === marks[0] && mark.rank === 0 && reading.path[0] === 1 && reading.cost === 0 && mark.weight >= 1 && /[.:)-]\s*$/u.test(mark.row.plain.slice(0, mark.end - mark.row.start))
}

/** The look of the lists that span the chapters best; null where chapters have no lists of their own. */
export function favouriteSeries(chapters: readonly (readonly Mark[])[]): string | null {
  const totals = new Map<string, number>()
  for (const marks of chapters) {
    const length = (marks.at(-1)?.start ?? 0) - (marks[0]?.start ?? 0) + 1
    for (const [series, list] of bySeries(marks, [])) {
      const { items, score } = offer(series, list, false)
      const span = (items.at(-1)?.mark.start ?? 0) - (items[0]?.mark.start ?? 0) + 1
      if (items.length >= 2) totals.set(series, (totals.get(series) ?? 0) + Math.min(score, 12) * (span / length))
    }
  }
  let best: string | null = null
  for (const [series, total] of totals) if (total > 12 && (best === null || total > (totals.get(best) ?? 0))) best = series
  return best
}

function bySeries(marks: readonly Mark[], above: readonly string[]): Map<string, Placed[]> {
  const map = new Map<string, Placed[]>()
  for (const mark of marks) {
    if (mark.word === 'article') continue
    for (const reading of mark.readings) {
      if (reading.path.length > 1 || above.includes(reading.series)) continue
      const list = map.get(reading.series) ?? []
      list.push({ mark, reading })
      map.set(reading.series, list)
    }
  }
  return map
}

function offer(series: string, placed: readonly Placed[], restarts: boolean): Offer {
  const links = placed.map((it) => ({ value: it.reading.path[0] ?? 0, weight: it.mark.weight - it.reading.cost, indent: it.mark.row.indent }))
  const gap = /[Aa]/u.test(series) ? 3 : 2
  const chain = bestChain(links, restarts ? { gap, restart: startOver } : { gap })
  return { series, items: chain.picked.map((at) => placed[at]).filter((it) => it !== undefined), score: chain.score }
}

/** How often the look begins anew: the list that holds the others begins once, and they in each of its items. */
function startsAgain(list: readonly Placed[]): number {
  return Math.max(0, list.filter((it) => it.reading.path[0] === 1 && it.reading.cost === 0 && it.mark.weight > 0).length - 1)
}

/** A list that starts over where an item of another list stands belongs under that item. */
function startsOverInside(list: Offer, others: ReadonlyMap<string, Offer>): boolean {
  const marks = [...others.values()].filter((other) => other.series !== list.series && other.items.length >= 2).map((other) => other.items.map((item) => item.mark))
  return list.items.some((item, at) => {
    const before = list.items[at - 1]
    if (before === undefined || (item.reading.path[0] ?? 0) > (before.reading.path[0] ?? 0)) return false
    return marks.some((other) => (other[firstFrom(other, before.mark.start + 1)]?.start ?? Number.POSITIVE_INFINITY) <= item.mark.start)
  })
}

import { anchor } from '#book/book.ts'
import { bestChain } from '#book/outline/best-chain.ts'
import { bestSpine, type Placed } from '#book/outline/best-spine.ts'
import type { Draft } from '#book/outline/draft.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { restoreLost } from '#book/outline/restore-lost.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Plants the clauses of one chapter as a tree: its decimal numbers first, then in each stretch between them the lists of figures, letters and Roman numerals. */

export interface PlantRules {
  /** `global`: decimals begin with the article's number. `local`: they count inside the article, after `1.`. */
  readonly decimals: 'global' | 'local'
  /** Numbers such as `8-5.2` count. */
  readonly hyphens: boolean
  /** The rows to look for items whose letters the scan lost; none where the letters are sound. */
  readonly lostIn: readonly Row[]
}

export function plantClauses(chapter: Draft, value: number, marks: readonly Mark[], rules: PlantRules): void {
  const spine = bestSpine(decimalsOf(marks, chapter, rules), chapter.kind === 'article' && rules.decimals === 'global' ? [value] : [])
  const open: { draft: Draft; path: readonly number[] }[] = []
  const taken = new Set(spine.map((it) => it.mark))
  let at = 0
  const base = chapter.kind === 'article' && rules.decimals === 'global' ? 1 : 0
  const stretch = (owner: Draft, until: number): void => {
    const inside: Mark[] = []
    for (; at < marks.length; at += 1) {
      const mark = marks[at]
      if (mark === undefined || mark.start >= until) break
      if (!taken.has(mark)) inside.push(mark)
    }
    plantLists(owner, inside, [], rules)
  }
  let owner = chapter
  for (const placed of spine) {
    stretch(owner, placed.mark.start)
    while (open.length > 0 && (open.at(-1)?.path.length ?? 0) >= placed.reading.path.length) open.pop()
    const parent = open.at(-1)?.draft ?? chapter
    owner = plant(parent, placed)
    if (placed.reading.path.length > base) open.push({ draft: owner, path: placed.reading.path })
  }
  stretch(owner, Number.POSITIVE_INFINITY)
}

function decimalsOf(marks: readonly Mark[], chapter: Draft, rules: PlantRules): Placed[] {
  const placed: Placed[] = []
  for (const mark of marks) {
    if (mark.word === 'article') continue
    for (const reading of mark.readings) {
      const decimal = reading.series === 'dec' || (reading.series === 'dec-' && rules.hyphens)
      if (decimal || (rules.decimals === 'local' && reading.series === '1.' && reading.cost === 0 && chapter.kind === 'article')) placed.push({ mark, reading })
    }
  }
  return placed
}

function plant(parent: Draft, placed: Placed): Draft {
  const draft: Draft = { kind: 'clause', number: placed.reading.printed, label: '', row: placed.mark.row, start: placed.mark.start, end: placed.mark.end, heading: null, title: '', titleSpans: [], children: [], anchor: anchor('') }
  parent.children.push(draft)
  return draft
}

/** Lists inside a stretch of text: the list that begins first holds the others, item by item. */
function plantLists(owner: Draft, marks: readonly Mark[], above: readonly string[], rules: PlantRules): void {
  let rest = marks
  while (rest.length > 0) {
    const list = firstList(rest, above)
    if (list === null) return
    const begin = list.items[0]?.mark.start ?? 0
    const inside = rest.filter((mark) => mark.start > begin)
    const items = restoreLost(list.items, rules.lostIn)
    items.forEach((item, at) => {
      const next = items[at + 1]?.mark.start ?? Number.POSITIVE_INFINITY
      const draft = plant(owner, item)
      plantLists(draft, inside.filter((mark) => mark.start > item.mark.start && mark.start < next), [...above, list.series], rules)
    })
    rest = []
  }
}

function firstList(marks: readonly Mark[], above: readonly string[]): { series: string; items: Placed[] } | null {
  const bySeries = new Map<string, Placed[]>()
  for (const mark of marks) {
    for (const reading of mark.readings) {
      if (reading.path.length > 1 || mark.word === 'article' || above.includes(reading.series)) continue
      const list = bySeries.get(reading.series) ?? []
      list.push({ mark, reading })
      bySeries.set(reading.series, list)
    }
  }
  let best: { series: string; items: Placed[]; score: number } | null = null
  for (const [series, placed] of bySeries) {
    const chain = bestChain(placed.map((it) => ({ value: it.reading.path[0] ?? 0, weight: it.mark.weight - it.reading.cost, indent: it.mark.row.indent })), { gap: /[Aa]/u.test(series) ? 3 : 2, restart: 3 })
    const items = chain.picked.map((at) => placed[at]).filter((it) => it !== undefined)
    const first = items[0]
    if (first === undefined || chain.score < 2 || (items.length < 2 && (series.startsWith('Section') || first.mark.rank > 0))) continue
    const rank = -marks.findIndex((mark) => mark === first.mark) * 2 + Math.min(chain.score, 12)
    if (best === null || rank > best.score) best = { series, items, score: rank }
  }
  return best
}

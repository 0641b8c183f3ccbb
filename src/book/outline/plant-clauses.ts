import { anchor } from '#book/book.ts'
import { bestSpine, type Placed } from '#book/outline/best-spine.ts'
import { chooseList } from '#book/outline/choose-list.ts'
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
  /** The look of the chapters' own lists, where they have any. */
  readonly favourite: string | null
  /** An article may have but one `Section A.`: not where it has decimal numbers besides. */
  readonly lone: boolean
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
    plantLists(owner, inside, [], spine.length === 0 ? rules : { ...rules, lone: false })
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

/** Lists inside a stretch of text: the outermost holds the others, item by item. */
function plantLists(owner: Draft, marks: readonly Mark[], above: readonly string[], rules: PlantRules): void {
  if (marks.length === 0) return
  const list = chooseList(marks, above, owner.kind === 'article' ? rules.favourite : null, owner.kind === 'article' && rules.lone)
  if (list === null) return
  const items = restoreLost(list.items, rules.lostIn)
  let from = marks.findIndex((mark) => mark === list.items[0]?.mark)
  items.forEach((item, at) => {
    const next = items[at + 1]?.mark.start ?? Number.POSITIVE_INFINITY
    const draft = plant(owner, item)
    let until = from
    while (until < marks.length && (marks[until]?.start ?? 0) < next) until += 1
    plantLists(draft, marks.slice(from, until).filter((mark) => mark.start > item.mark.start), [...above, list.series], rules)
    from = until
  })
}
